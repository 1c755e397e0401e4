"""Write the text of a page into the file: complete, and in reading order.

A glyph of a shaped script stands for a part of a letter, for several letters or for one that is read earlier.
The engine maps each glyph to the letters around its first use, or to none. So the glyphs of fallback fonts
are mapped to the letters from which their font makes them, and the text of a box is written beside its glyphs
(ActualText; ISO 32000-1, 14.9.4): with the marked content if glyphs and letters differ in order. PDF readers
reorder the glyphs of right-to-left scripts themselves, and would reorder that text too. So there it is
written into the tag tree, which nobody reorders, and so is the language of a text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Final, TypeAlias
from unicodedata import mirrored, normalize

import pydyf
from fontTools.ttLib import TTFont
from weasyprint import Document

from leafwright.families import FALLBACKS
from leafwright.scripts import SCRIPTS, script_of

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """The text of a box on one line, and its language."""

    text: str
    language: str


Notes: TypeAlias = tuple[dict[int, LineText], ...]
"""The texts by page, and by the number of their marked content."""


def note_texts(document: Document) -> Notes:
    """Collect the text of each box as the pages are painted, and write it where the glyphs are not enough."""
    notes: Notes = tuple({} for _ in document.pages)

    def noting(paint: Callable[..., None], texts: dict[int, LineText]) -> Callable[..., None]:
        def painted(stream: Any, scale: float = 1) -> None:
            paint(stream, scale)
            _note(stream, texts)
            _map_glyphs(document, texts)

        return painted

    for page, texts in zip(document.pages, notes, strict=True):
        page.paint = noting(page.paint, texts)
    return notes


def tag_languages(pdf: pydyf.PDF, notes: Notes) -> None:
    """Write into the tag tree each language except the document's own, and the text of mixed directions.

    If one line is right-to-left, PDF readers may reverse the words of any other. A document in such a script
    declares that its pages are turned from the right.
    """
    pages = {reference: notes[number] for number, reference in enumerate(pdf.page_references)}
    language = _plain(pdf.catalog["Lang"])
    turned = _is_turned(notes)
    if (script := SCRIPTS.get(script_of(language))) and script.backwards:
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
    for element in pdf.objects:
        texts = list(_texts_in(element, pages))
        if turned and len(texts) == 1:
            element["ActualText"] = pydyf.String(texts[0].text)
        if texts and texts[0].language.lower() != language.lower():
            element["Lang"] = pydyf.String(texts[0].language)


def _texts_in(element: object, pages: dict[bytes, dict[int, LineText]]) -> Iterator[LineText]:
    """Go through the texts directly below an element of the tag tree."""
    if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem" and "Pg" in element:
        texts = pages[element["Pg"]]
        yield from (texts[kid] for kid in element["K"] if isinstance(kid, int) and kid in texts)


def _note(stream: Any, texts: dict[int, LineText]) -> None:
    """Collect the texts of a painted page, and write those whose glyphs are in another order."""
    # The engine has no public name that leads from marked content to its box; its version is pinned.
    for box, mark in stream._tags.items():  # noqa: SLF001  # there is no public name
        if text := getattr(box, "text", ""):
            texts[mark["mcid"]] = LineText(text=text, language=box.style["lang"] or "")
    for part in stream.stream:
        number = part.get("MCID") if isinstance(part, pydyf.Dictionary) else None
        if number in texts and STACKED.search(texts[number].text):
            part["ActualText"] = pydyf.String(texts[number].text)


def _is_turned(notes: Iterable[dict[int, LineText]]) -> bool:
    """Return whether any text in these notes is right-to-left."""
    return any(BACKWARDS.search(part.text) for texts in notes for part in texts.values())


def _map_glyphs(document: Document, texts: dict[int, LineText]) -> None:
    """Map the glyphs used so far to letters; brackets, which are drawn mirrored, to themselves."""
    turned, marked = _is_turned([texts]), any(MARKS.search(part.text) for part in texts.values())
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


def _plain(written: pydyf.String) -> str:
    return str(written.string)
