"""Draw the first page of a sheet as a small picture, so that staff recognise it."""

from io import BytesIO
from pathlib import Path
from typing import Final

WIDTH: Final = 480
"""In pixels: twice the width on a card, for high-resolution screens. A picture has about 24 KB."""

QUALITY: Final = 40
EFFORT: Final = 2


def draw_thumbnail(content: bytes) -> bytes:
    """Draw page 1 of a PDF as WebP; the same bytes give the same picture."""
    import pypdfium2  # noqa: PLC0415  # only a worker needs it, and a build with nothing to do has none

    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    written = BytesIO()
    picture.save(written, "WEBP", quality=QUALITY, method=EFFORT)
    return written.getvalue()


def draw_again(path: Path) -> bytes | None:
    """Draw page 1 of a file that should be a PDF; None if it is not."""
    import pypdfium2  # noqa: PLC0415  # as above

    try:
        return draw_thumbnail(path.read_bytes())
    except (pypdfium2.PdfiumError, IndexError):
        return None
