"""Read the glyphs of a finished PDF by their positions: line by line, from left to right."""

from collections.abc import Iterator
from ctypes import addressof, c_double, c_int
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, Self
from unicodedata import normalize

import pypdfium2 as pdfium

from leafwright.pdf.extract import NUMBERS, POINT

_HYPHEN_AT_END: Final = "\x02"
"""How PDFium reads a hyphen at the end of a line."""
_FOLDED: Final = str.maketrans(")]}>\u2265\u00bb\u201d\u2044\u2010\u2011", "([{<\u2264\u00ab\u201c/--")
"""PDF readers mirror these signs in a right-to-left line, so their sides do not matter."""
_SAME_LINE: Final = 1.0
"""CSS pixels by which the base lines of glyphs in one line may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A glyph's text, its origin in CSS pixels, and the number of its marked content."""

    page: int
    left: float
    base: float
    text: str
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """The glyphs on one base line; `edges` are the offsets where marked content begins or ends."""

    page: int
    base: float
    text: str
    edges: frozenset[int]

    @classmethod
    def of(cls, glyphs: list[Glyph]) -> Self:
        """Put the glyphs of a line in their order from left to right."""
        ordered = sorted(glyphs, key=attrgetter("left"))
        text, edges = "", {0}
        for _, together in groupby(ordered, key=attrgetter("mark")):
            text += "".join(glyph.text for glyph in together)
            edges.add(len(text))
        return cls(page=glyphs[0].page, base=glyphs[0].base, text=text, edges=frozenset(edges))


def lines_of(glyphs: list[Glyph]) -> tuple[PrintedLine, ...]:
    """Group glyphs into lines, from the top of the first page to the bottom of the last."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=attrgetter("page", "base")):
        last = lines[-1][-1] if lines else None
        if last and last.page == glyph.page and glyph.base - last.base < _SAME_LINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return tuple(map(PrintedLine.of, lines))


def fold_sides(words: str) -> str:
    """Replace brackets and other signs with two sides by one of the sides."""
    return words.translate(_FOLDED)


def read_glyphs(content: bytes) -> list[Glyph]:
    """Read every glyph of a PDF except blanks."""
    with pdfium.PdfDocument(content) as document:
        return [glyph for index in range(len(document)) for glyph in _read(document[index], index + 1)]


def _read(page: pdfium.PdfPage, number: int) -> Iterator[Glyph]:
    textpage, height = page.get_textpage(), page.get_height()
    marks: dict[int, int] = {}
    x, y = c_double(), c_double()
    for index in range(pdfium.raw.FPDFText_CountChars(textpage)):
        text = chr(pdfium.raw.FPDFText_GetUnicode(textpage, index)).replace(_HYPHEN_AT_END, "-")
        if text.isspace() or not text.isprintable() or pdfium.raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        drawn = pdfium.raw.FPDFText_GetTextObject(textpage, index)
        address = addressof(drawn.contents)
        if address not in marks:
            marks[address] = mark_of(drawn)
        pdfium.raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        yield Glyph(
            page=number,
            left=x.value * POINT,
            base=(height - y.value) * POINT,
            text=normalize("NFKC", text),
            mark=marks[address],
        )


def mark_of(drawn: object) -> int:
    """Return the number of a text's marked content; below 0 for none."""
    value = c_int()
    for index in range(pdfium.raw.FPDFPageObj_CountMarks(drawn)):
        mark = pdfium.raw.FPDFPageObj_GetMark(drawn, index)
        if any(pdfium.raw.FPDFPageObjMark_GetParamIntValue(mark, name, value) for name in NUMBERS):
            return value.value
    return -1
