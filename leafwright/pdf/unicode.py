"""Write the text of a page into the file: complete, and in reading order.

A glyph of a shaped script stands for a part of a letter, for several letters or for one that is read earlier.
The engine maps each glyph to the letters around its first use, or to none. So the glyphs of fallback fonts
are mapped to the letters from which their font makes them, and the text of a box is written beside its glyphs
(ActualText; ISO 32000-1, 14.9.4): with the marked content if glyphs and letters differ in order. PDF readers
reorder the glyphs of right-to-left scripts themselves, and would reorder that text too. So there it is
written into the tag tree, which nobody reorders.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from io import BytesIO
from typing import Any, Final, TypeAlias
from unicodedata import mirrored, normalize

import pydyf
from fontTools.ttLib import TTFont
from weasyprint import Document

from leafwright.families import FALLBACKS
from leafwright.scripts import SCRIPTS

SHAPED: Final = frozenset(source.family for script, source in FALLBACKS.items() if SCRIPTS[script].shaped)
"""The families whose glyphs are mapped again."""

STACKED: Final = re.compile("[\\u0300-\\u036f\\u0900-\\u109f\\u1780-\\u17ff]")
"""Marks, and the letters of Indic scripts and Thai: glyphs are split, joined and moved before one another."""

MARKS: Final = re.compile("[\\u0300-\\u036f]")
"""Marks that have no single character with their letter, as in Yoruba: a font may split such letters."""

BACKWARDS: Final = re.compile("[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]")
"""Letters that run from right to left."""

NOTHING: Final = "\u200b"
"""The mapping of a glyph without a letter, because PDF/A requires one for every glyph."""

_FORMS: Final = range(0xFB1D, 0xFF00)
_SINGLE, _LIGATURE, _EXTENSION = 1, 4, 7

Made: TypeAlias = tuple[tuple[str, ...], str]


def write_letters(document: Document) -> None:
    """As the pages are painted, map glyphs to letters, and write texts whose glyphs are in another order."""

    def writing(paint: Callable[..., None]) -> Callable[..., None]:
        def painted(stream: Any, scale: float = 1) -> None:
            paint(stream, scale)
            texts = _texts_on(stream)
            _write_stacked(stream, texts)
            _map_glyphs(document, texts.values())

        return painted

    for page in document.pages:
        page.paint = writing(page.paint)


def _texts_on(stream: Any) -> dict[int, str]:
    """Collect the texts of a painted page by the numbers of their marked content."""
    # The engine has no public name that leads from marked content to its box; its version is pinned.
    marks = stream._tags.items()  # noqa: SLF001  # there is no public name
    return {mark["mcid"]: text for box, mark in marks if (text := getattr(box, "text", ""))}


def _write_stacked(stream: Any, texts: dict[int, str]) -> None:
    for part in stream.stream:
        number = part.get("MCID") if isinstance(part, pydyf.Dictionary) else None
        if number in texts and STACKED.search(texts[number]):
            part["ActualText"] = pydyf.String(texts[number])


def _map_glyphs(document: Document, texts: Collection[str]) -> None:
    """Map the glyphs used so far to letters; brackets, which are drawn mirrored, to themselves."""
    turned, marked = any(map(BACKWARDS.search, texts)), any(map(MARKS.search, texts))
    for font in document.fonts.values():
        remapped = marked or font.family in SHAPED
        if remapped or turned:
            letters = _made_from(font.file_content)
            font.to_unicode = {
                glyph: letters.get(glyph, text) if remapped or mirrored(text[:1] or " ") else text
                for glyph, text in font.to_unicode.items()
            }
            font.to_unicode = {glyph: text or NOTHING for glyph, text in font.to_unicode.items()}


@cache
def _made_from(content: bytes) -> dict[int, str]:
    """Return the letters of each glyph of a font: its own, or those it is made from."""
    with TTFont(BytesIO(content), lazy=True) as font:
        own, forms = _mapped(font)
        recipes = list(_recipes(font))
        before = -1
        while len(own) > before:
            before = len(own)
            for parts, glyph in recipes:
                if all(part in own for part in parts):
                    # PDF readers also reverse the letters of a ligature; a presentation form is a single one.
                    own.setdefault(glyph, forms.get(glyph) or "".join(own[part] for part in parts))
        return {font.getGlyphID(name): text for name, text in (forms | own).items()}


def _mapped(font: TTFont) -> tuple[dict[str, str], dict[str, str]]:
    """Split a font's own mapping: letters, and presentation forms, one code point for several letters."""
    own: dict[str, str] = {}
    forms: dict[str, str] = {}
    for code, name in sorted(font.getBestCmap().items()):
        letters = normalize("NFKC", chr(code)) if code in _FORMS else chr(code)
        if len(letters) == 1:
            own.setdefault(name, letters)
        else:
            forms.setdefault(name, chr(code))
    return own, forms


def _recipes(font: TTFont) -> Iterator[Made]:
    """Go through the substitutions of a font: the parts, and the glyph that replaces them."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            subtable = table.ExtSubTable if table.LookupType == _EXTENSION else table
            if subtable.LookupType == _SINGLE:
                yield from (((part,), glyph) for part, glyph in subtable.mapping.items())
            elif subtable.LookupType == _LIGATURE:
                for first, ligatures in subtable.ligatures.items():
                    yield from (((first, *made.Component), made.LigGlyph) for made in ligatures)
