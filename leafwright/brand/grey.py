"""Draw a page without colours, as an office printer prints it."""

from io import BytesIO
from typing import Final

import pypdfium2

DOTS_PER_INCH: Final = 150
POINTS_PER_INCH: Final = 72


def draw_grey(content: bytes) -> bytes:
    """Draw the first page of a PDF in greys; returns a PNG."""
    document = pypdfium2.PdfDocument(content)
    try:
        picture = document[0].render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True).to_pil()
    finally:
        document.close()
    written = BytesIO()
    picture.convert("L").save(written, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return written.getvalue()
