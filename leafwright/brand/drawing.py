"""Draw pages as pictures, also without colours, as an office printer prints them."""

from io import BytesIO
from typing import Final

import pypdfium2

DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72


def draw_page(content: bytes, *, grey: bool = False) -> bytes:
    """Draw the first page of a PDF, perhaps in greys; returns a PNG."""
    with pypdfium2.PdfDocument(content) as document:
        picture = document[0].render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=grey).to_pil()
    written = BytesIO()
    picture.convert("L" if grey else "RGB").save(
        written, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH)
    )
    return written.getvalue()
