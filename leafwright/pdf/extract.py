"""A finished PDF read back: every piece of text, where it stands, and the font and size it is set in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium

from leafwright.pdf.layout import Box

POINT: Final = 96 / 72
"""CSS pixels in a point."""
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Text that was set in one go: on one line, in one font and size (in points)."""

    box: Box
    text: str
    family: str
    embedded: bool
    size: float


def read_strips(content: bytes) -> tuple[Strip, ...]:
    """Read every strip of a PDF in the order it was drawn, page by page."""
    with pdfium.PdfDocument(content) as document:
        return tuple(strip for index in range(len(document)) for strip in _strips(document[index], index + 1))


def _strips(page: pdfium.PdfPage, number: int) -> Iterator[Strip]:
    textpage = page.get_textpage()
    height = page.get_height()
    kinds = [pdfium.raw.FPDF_PAGEOBJ_TEXT]
    for found in page.get_objects(filter=kinds, max_depth=_DEEPEST, textpage=textpage):
        text = found.extract()
        if text.strip():
            font = found.get_font()
            yield Strip(
                box=_box(found, number, height),
                text=text,
                family=font.get_family_name(),
                embedded=font.is_embedded,
                size=found.get_font_size() * _scale(found),
            )


def _box(found: pdfium.PdfTextObj, number: int, height: float) -> Box:
    """Turn bounds in points from the bottom into pixels from the top."""
    left, bottom, right, top = found.get_bounds()
    group = found.container
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


def _scale(found: pdfium.PdfTextObj) -> float:
    """Multiply the vertical scales of a text and of the groups it lies in."""
    scale = 1.0
    while found is not None:
        matrix = found.get_matrix()
        scale *= (matrix.c**2 + matrix.d**2) ** 0.5
        found = found.container
    return scale
