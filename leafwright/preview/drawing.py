"""Pages of a PDF as pictures with the very pixels a screen has."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Final

import pypdfium2

NARROWEST: Final = 100
WIDEST: Final = 4000
"""In pixels: what keeps a picture from being nothing, or all of the memory."""

# The library that draws may be used by one thread at a time, whatever file it reads.
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
    # Letters stay sharp without loss, and the way to the browser is short: speed comes before size.
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
        yield document
