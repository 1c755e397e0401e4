"""Draw pages of a PDF as pictures, with exactly the pixels that a screen needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Final

import pypdfium2

NARROWEST: Final = 100
WIDEST: Final = 4000
"""The bounds of a picture's width, in pixels."""

# PDFium may only be used by one thread at a time, even for different files.
_ONE_AT_A_TIME: Final = Lock()

Size = tuple[float, float]
"""Width and height in points."""


def measure_pages(content: bytes) -> tuple[Size, ...]:
    """Return the size of every page."""
    with _opened(content) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def draw_page(content: bytes, number: int, width: int) -> bytes:
    """Draw a page, counted from 1, as PNG of that width in pixels.

    Raises IndexError when there is no such page.
    """
    with _opened(content) as document:
        if not 1 <= number <= len(document):
            message = f"there is no page {number}"
            raise IndexError(message)
        page = document[number - 1]
        picture = page.render(scale=max(NARROWEST, min(width, WIDEST)) / page.get_width()).to_pil()
    written = BytesIO()
    # PNG keeps letters sharp, and the browser is on the same machine: speed matters more than size.
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        yield document
