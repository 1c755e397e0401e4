"""What the letters of a page say, for readers of the file: whole, and in the order they are read in.

A glyph of a shaped script stands for a part of a letter, for several letters or for one that is read earlier.
The engine maps each glyph to the letters around its first use, or to none. So the glyphs of lent fonts are
mapped by what their font makes them from, and the text of a box is written beside the glyphs it is set in
(ActualText; ISO 32000-1, 14.9.4): with the marked content where glyphs stand in another order than letters.
In scripts that run from right to left readers put the glyphs in order by themselves, and would reorder that
text too, so there it is written in the tag tree, which nobody reorders. So is the language of a text.
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

from leafwright.families import LENT
from leafwright.scripts import SCRIPTS, script_of

SHAPED: Final = frozenset(source.family for script, source in LENT.items() if SCRIPTS[script].shaped)
"""The families whose glyphs are mapped anew."""

STACKED: Final = re.compile("[\\u0300-\\u036f\\u0900-\\u109f\\u1780-\\u17ff]")
"""Marks, and the letters of Indic scripts and Thai: glyphs are split, joined and moved before one another."""

MARKS: Final = re.compile("[\\u0300-\\u036f]")
"""Marks on letters that are no one sign with them, as in Yoruba: a font may take such letters apart."""

BACKWARDS: Final = re.compile("[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]")
"""Letters that run from right to left."""

NOTHING: Final = "\u200b"
"""What a glyph is mapped to that stands for no letter: every glyph must be mapped to something (PDF/A)."""

_FORMS: Final = range(0xFB1D, 0xFF00)
_SINGLE, _LIGATURE, _EXTENSION = 1, 4, 7

Made: TypeAlias = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """The text of a box on one line, and its language."""

    text: str
    language: str


Notes: TypeAlias = tuple[dict[int, LineText], ...]
"""By page, and by the number of the marked content, what is said."""


def note_texts(document: Document) -> Notes:
    """Note what each box says as the pages are painted, and tell it where the glyphs alone would not."""
    notes: Notes = tuple({} for _ in document.pages)

    def noting(paint: Callable[..., None], said: dict[int, LineText]) -> Callable[..., None]:
        def painted(stream: Any, scale: float = 1) -> None:
            paint(stream, scale)
            _note(stream, said)
            _map_glyphs(document, said)

        return painted

    for page, said in zip(document.pages, notes, strict=True):
        page.paint = noting(page.paint, said)
    return notes


def tell_structure(pdf: pydyf.PDF, notes: Notes) -> None:
    """Write into the tag tree each language but the document's own, and how mixed directions are read.

    Where one line runs from right to left, readers may turn the words of any other round. A document in such
    a script says that its pages are turned from the right.
    """
    pages = {reference: notes[number] for number, reference in enumerate(pdf.page_references)}
    language = _plain(pdf.catalog["Lang"])
    turned = _is_turned(notes)
    if (script := SCRIPTS.get(script_of(language))) and script.backwards:
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
    for element in pdf.objects:
        said = list(_said_in(element, pages))
        if turned and len(said) == 1:
            element["ActualText"] = pydyf.String(said[0].text)
        if said and said[0].language.lower() != language.lower():
            element["Lang"] = pydyf.String(said[0].language)


def _said_in(element: object, pages: dict[bytes, dict[int, LineText]]) -> Iterator[LineText]:
    """Go through what stands right below an element of the tag tree."""
    if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem" and "Pg" in element:
        said = pages[element["Pg"]]
        yield from (said[kid] for kid in element["K"] if isinstance(kid, int) and kid in said)


def _note(stream: Any, said: dict[int, LineText]) -> None:
    """Note what the boxes of a painted page say, beside those whose glyphs are in another order."""
    # No public name leads from marked content to its box; the engine is pinned to a release.
    for box, mark in stream._tags.items():  # noqa: SLF001  # there is no public name
        if text := getattr(box, "text", ""):
            said[mark["mcid"]] = LineText(text=text, language=box.style["lang"] or "")
    for part in stream.stream:
        number = part.get("MCID") if isinstance(part, pydyf.Dictionary) else None
        if number in said and STACKED.search(said[number].text):
            part["ActualText"] = pydyf.String(said[number].text)


def _is_turned(notes: Iterable[dict[int, LineText]]) -> bool:
    """Tell whether anything in these notes runs from right to left."""
    return any(BACKWARDS.search(part.text) for said in notes for part in said.values())


def _map_glyphs(document: Document, said: dict[int, LineText]) -> None:
    """Map the glyphs that were used so far to letters; brackets, which are drawn mirrored, to themselves."""
    turned, marked = _is_turned([said]), any(MARKS.search(part.text) for part in said.values())
    for font in document.fonts.values():
        anew = marked or font.family in SHAPED
        if anew or turned:
            made = _made_from(font.file_content)
            font.to_unicode = {
                glyph: made.get(glyph, text) if anew or mirrored(text[:1] or " ") else text
                for glyph, text in font.to_unicode.items()
            }
            font.to_unicode = {glyph: text or NOTHING for glyph, text in font.to_unicode.items()}


@cache
def _made_from(content: bytes) -> dict[int, str]:
    """Tell what letters each glyph of a font stands for: those it has by itself, or is made from."""
    with TTFont(BytesIO(content), lazy=True) as font:
        own, forms = _mapped(font)
        recipes = list(_recipes(font))
        before = -1
        while len(own) > before:
            before = len(own)
            for parts, glyph in recipes:
                if all(part in own for part in parts):
                    # Readers turn the letters of a ligature round, too; a form of letters is a single one.
                    own.setdefault(glyph, forms.get(glyph) or "".join(own[part] for part in parts))
        return {font.getGlyphID(name): text for name, text in (forms | own).items()}


def _mapped(font: TTFont) -> tuple[dict[str, str], dict[str, str]]:
    """Split what a font maps by itself: letters, and forms of several letters that are one code point."""
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
    """Go through the substitutions of a font: one glyph or several for the parts it is made from."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            found = table.ExtSubTable if table.LookupType == _EXTENSION else table
            if found.LookupType == _SINGLE:
                yield from (((part,), glyph) for part, glyph in found.mapping.items())
            elif found.LookupType == _LIGATURE:
                for first, ligatures in found.ligatures.items():
                    yield from (((first, *made.Component), made.LigGlyph) for made in ligatures)


def _plain(written: pydyf.String) -> str:
    return str(written.string)
