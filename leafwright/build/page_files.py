"""Read the files that pages are printed with, once, so that the engine gets the bytes that were hashed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urljoin

from leafwright.files import Contents
from leafwright.html import ORIGIN, file_at
from leafwright.palette import Palette
from leafwright.pictures.brand_colours import paint
from leafwright.workspace import Workspace

STYLE: Final = ".css"
KINDS: Final = frozenset({STYLE, ".svg", ".png", ".jpg", ".jpeg"})
"""The endings of files that a page may load."""

_IN_CSS: Final = re.compile(r"""(?:\burl\(\s*["']?|@import\s+["'])([^"')]+)""", re.IGNORECASE)
_LOADING: Final = ("url(", "@import")
"""What a style that loads a file says; few pages have one, and looking for it takes no time."""
_IN_HTML: Final = re.compile(r"""\b(?:src|href|data)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def shared_files(workspace: Workspace) -> Mapping[str, bytes]:
    """Read the files that any sheet may be printed with, by name: styles, icons, and the pictures of styles.

    They are listed once in a run, so that the same files are hashed and printed.
    """
    return _of_a_run(workspace, workspace.contents) if workspace.contents else _shared(workspace)


@lru_cache(maxsize=2)
def _of_a_run(workspace: Workspace, _run: Contents) -> Mapping[str, bytes]:
    return _shared(workspace)


def _shared(workspace: Workspace) -> Mapping[str, bytes]:
    listed = {*workspace.every("styles"), *workspace.every("templates")}
    files = dict(_read(sorted(listed), workspace))
    return files | dict(_read(sorted(set(_named_by_styles(files)) - files.keys()), workspace))


def own_styles(files: Iterable[str], workspace: Workspace) -> tuple[str, ...]:
    """Name the styles among some files that belong to the workspace."""
    root = workspace.root.resolve() / "styles"
    styles = (name for name in files if name.lower().endswith(STYLE))
    return tuple(name for name in styles if (path := workspace.find(name)) and path.is_relative_to(root))


def own_files(html: str, workspace: Workspace) -> dict[str, bytes]:
    """Read the pictures on a page, sorted by name."""
    written = unescape(html)
    addresses = ["".join(pair) for pair in _IN_HTML.findall(written)]
    if any(word in written.lower() for word in _LOADING):
        addresses += _IN_CSS.findall(written)
    return dict(_read(sorted(set(map(file_at, addresses))), workspace))


def in_brand_colours(files: Mapping[str, bytes], palette: Palette) -> dict[str, bytes]:
    """Print the drawings of handouts in the colours of a brand; logos keep their own."""
    return {
        name: paint(content, palette)
        if name.startswith("handouts/") and name.lower().endswith(".svg")
        else content
        for name, content in files.items()
    }


def _named_by_styles(files: dict[str, bytes]) -> Iterator[str]:
    for name, content in files.items():
        if name.lower().endswith(STYLE):
            for address in _IN_CSS.findall(content.decode(errors="replace")):
                yield file_at(urljoin(ORIGIN + name, address.strip()))


def _read(names: Iterable[str], workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    for name in names:
        if PurePosixPath(name).suffix.lower() in KINDS and (content := workspace.read(name)) is not None:
            yield name, content
