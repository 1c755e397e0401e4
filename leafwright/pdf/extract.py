"""Read a finished PDF: every piece of text with its place, font and size."""

from collections import Counter
from collections.abc import Iterator
from ctypes import c_int, create_string_buffer
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final
from unicodedata import normalize

import pypdfium2 as pdfium

from leafwright.pdf.box import Box
from leafwright.pdf.structure.drawing import HIDDEN
from leafwright.pdf.unicode import BACKWARDS

POINT: Final = 96 / 72
"""CSS pixels in a point."""
NUMBERS: Final = (b"MCID", HIDDEN.encode())
"""Where marked content has its number, which is in the tag tree or hidden from it."""
_DEEPEST: Final = 8
_ENCODED: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A piece of text on one line, in one font and size (in points).

    `mark` is the number of its marked content, below 0 for none. `read` is what a reader of the file gets, if
    it is not the text as drawn: one strip has all of the marked content's text, the others an empty one.
    """

    box: Box
    text: str
    family: str
    embedded: bool
    size: float
    mark: int = -1
    read: str | None = None

    @property
    def words(self) -> str:
        """What a reader of the file gets."""
        return self.text if self.read is None else self.read

    def core(self, swing: float) -> Box:
        """Return its box without the part that letters may reach beyond their line, `swing` in ems."""
        most = swing * self.size * POINT
        aside, above = min(most, (self.box.right - self.box.left) / 2), min(most, self.box.height / 2)
        return replace(
            self.box,
            left=self.box.left + aside,
            top=self.box.top + above,
            right=self.box.right - aside,
            bottom=self.box.bottom - above,
        )


def read_strips(content: bytes) -> tuple[Strip, ...]:
    """Read every strip of a PDF in the order it was drawn, page by page.

    A right-to-left text is drawn from its end. It is read as the tag tree has it, if that has exactly the
    letters that were drawn.
    """
    with pdfium.PdfDocument(content) as document:
        return tuple(strip for index in range(len(document)) for strip in _read(document[index], index + 1))


def _read(page: pdfium.PdfPage, number: int) -> Iterator[Strip]:
    drawn = list(_strips(page, number))
    actual_texts = _actual_texts(page) if any(BACKWARDS.search(strip.text) for strip in drawn) else {}
    for mark, strips in groupby(drawn, key=lambda strip: strip.mark):
        first, *others = parts = list(strips)
        text = actual_texts.get(mark, "")
        if text and _letters(text) == _letters("".join(strip.text for strip in parts)):
            # A mark may be above its line, and so outside the part of the page that the line is in.
            widest = max(parts, key=lambda strip: strip.box.right - strip.box.left)
            yield from (replace(strip, read=text if strip is widest else "") for strip in parts)
        else:
            yield first
            # If marked content has its own text, the first strip has all of it.
            yield from (strip if strip.text else replace(strip, text=first.text, read="") for strip in others)


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in normalize("NFKC", text) if sign.isalnum())


def _actual_texts(page: pdfium.PdfPage) -> dict[int, str]:
    """Collect the texts that the tag tree gives for marked content, by its number."""
    actual_texts: dict[int, str] = {}
    tree = pdfium.raw.FPDF_StructTree_GetForPage(page)
    count = pdfium.raw.FPDF_StructTree_CountChildren(tree)
    waiting = [pdfium.raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
    while waiting:
        element = waiting.pop()
        if not element:
            continue
        if text := _actual_text(element):
            actual_texts |= dict.fromkeys(_marked_content_of(element), text)
        count = pdfium.raw.FPDF_StructElement_CountChildren(element)
        waiting += [pdfium.raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count)]
    pdfium.raw.FPDF_StructTree_Close(tree)
    return actual_texts


def _marked_content_of(element: Any) -> Iterator[int]:
    """Go through the numbers of an element's marked content; the target of a link has none."""
    for index in range(pdfium.raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
        number = pdfium.raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
        if number >= 0:
            yield number


def _actual_text(element: Any) -> str:
    size = pdfium.raw.FPDF_StructElement_GetActualText(element, None, 0)
    if size <= _ENCODED:
        return ""
    buffer = create_string_buffer(size)
    pdfium.raw.FPDF_StructElement_GetActualText(element, buffer, size)
    return buffer.raw[:-_ENCODED].decode("utf-16-le")


def _strips(page: pdfium.PdfPage, number: int) -> Iterator[Strip]:
    textpage = page.get_textpage()
    height = page.get_height()
    kinds = [pdfium.raw.FPDF_PAGEOBJ_TEXT]
    for drawn in page.get_objects(filter=kinds, max_depth=_DEEPEST, textpage=textpage):
        text, (mark, has_actual_text) = drawn.extract(), _marks(drawn)
        if text.strip() or has_actual_text:
            font = drawn.get_font()
            yield Strip(
                box=_box(drawn, number, height),
                text=text,
                family=font.get_family_name(),
                embedded=font.is_embedded,
                size=drawn.get_font_size() * _scale(drawn),
                mark=mark,
            )


def _marks(drawn: pdfium.PdfTextObj) -> tuple[int, bool]:
    """Return the number of a text's marked content, and whether that gives its own text."""
    number, has_actual_text, value = -1, False, c_int()
    for index in range(pdfium.raw.FPDFPageObj_CountMarks(drawn)):
        mark = pdfium.raw.FPDFPageObj_GetMark(drawn, index)
        if any(pdfium.raw.FPDFPageObjMark_GetParamIntValue(mark, name, value) for name in NUMBERS):
            number = value.value
        has_actual_text = (
            has_actual_text or pdfium.raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") > 0
        )
    return number, has_actual_text


def _box(drawn: pdfium.PdfTextObj, number: int, height: float) -> Box:
    """Convert bounds in points from the bottom into pixels from the top."""
    left, bottom, right, top = drawn.get_bounds()
    group = drawn.container
    while group is not None:
        left, bottom, right, top = group.get_matrix().on_rect(left, bottom, right, top)
        group = group.container
    return Box(
        page=number,
        left=left * POINT,
        top=(height - top) * POINT,
        right=right * POINT,
        bottom=(height - bottom) * POINT,
    )


def _scale(drawn: pdfium.PdfTextObj) -> float:
    """Multiply the vertical scales of a text and of the groups around it."""
    scale = 1.0
    while drawn is not None:
        matrix = drawn.get_matrix()
        scale *= (matrix.c**2 + matrix.d**2) ** 0.5
        drawn = drawn.container
    return scale
