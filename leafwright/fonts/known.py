"""The hashes that faces must have, kept outside the cache.

A static face has the hash of the file it is copied from. The hashes of faces made from variable fonts are
beside this module; `python -m leafwright.fonts` writes them, after a new version of fontTools or a family.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from leafwright.families import STYLES, FontSource
from leafwright.files import digest, write_whole
from leafwright.fonts.cutting import is_variable, make_face

FILE: Final = Path(__file__).with_name("faces.json")


def known_hash(source: FontSource, weight: int, recipe: int) -> str:
    """Return the hash that a face must have; empty for a version without a recorded hash."""
    origin = source.file(weight)
    return (
        _noted().get(_name(source, weight, recipe), "")
        if is_variable(origin)
        else digest(origin.read_bytes())
    )


def note_hashes(sources: Iterable[FontSource], recipe: int) -> None:
    """Make the faces of all variable families, and write their hashes."""
    hashes = {
        _name(source, weight, recipe): digest(make_face(source, weight))
        for source in sources
        for weight in STYLES
        if is_variable(source.file(weight))
    }
    write_whole(FILE, f"{json.dumps(hashes, indent=2, sort_keys=True)}\n".encode())


@cache
def installed(package: str) -> str:
    """Return the version of a package; cached, because each look-up parses a file."""
    return version(package)


@cache
def _noted() -> Mapping[str, str]:
    noted: dict[str, str] = json.loads(FILE.read_text("utf-8"))
    return noted


def _name(source: FontSource, weight: int, recipe: int) -> str:
    made_by = f"fontTools {installed('fonttools')}, recipe {recipe}"
    packages = (source.package, *((source.beside.package,) if source.beside else ()))
    versions = " and ".join(map(installed, packages))
    return f"{source.family} {versions} {STYLES[weight]}, {made_by}"
