"""The fonts of a page for screens: those of print, packed as WOFF."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from leafwright import fonts
from leafwright.cache import cache_folder
from leafwright.families import FALLBACKS, figures_of
from leafwright.sheet.brand_theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFace:
    """One font file of a page."""

    family: str
    weight: int
    content: bytes = field(repr=False)


def pack_faces(theme: Theme, own: Mapping[str, bytes]) -> Iterator[PackedFace]:
    """Go through the upright faces of a page: digits, families, and the fallback fonts of its scripts."""
    brought = {family.family for family in theme.own}
    for family, face in theme.faces:
        if not face.italic:
            yield PackedFace(family=family, weight=face.weight, content=_packed(own[face.file]))
    named = dict.fromkeys([theme.base, theme.headings])
    for family in dict.fromkeys(name for base in named for name in (*figures_of(base), base)):
        if family not in brought:
            yield from _of_family(family, "")
    for script in theme.scripts:
        yield from _of_family(FALLBACKS[script].family, script)


def _of_family(family: str, script: str) -> Iterator[PackedFace]:
    for face in _font_set(cache_folder(), script).families[family]:
        yield PackedFace(family=family, weight=face.weight, content=_packed(face.read()))


@lru_cache(maxsize=16)
def _font_set(cache: Path, script: str) -> fonts.FontSet:
    return fonts.prepare(cache, (FALLBACKS[script],)) if script else fonts.prepare(cache)


@lru_cache(maxsize=32)
def _packed(content: bytes) -> bytes:
    return pack(content)


def pack(content: bytes) -> bytes:
    """Pack a font with zlib, which takes a fiftieth of the time of WOFF2, and a third more bytes."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow to load, and only a build needs it

    font = TTFont(io.BytesIO(content), recalcBBoxes=False, recalcTimestamp=False)  # no clock
    packed = io.BytesIO()
    font.flavor = "woff"
    font.save(packed, reorderTables=None)
    return packed.getvalue()
