"""The small picture of a first page."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from leafwright.thumbnail import WIDTH, draw_thumbnail


def _pdf(width: float, height: float) -> bytes:
    """Make a PDF of two empty pages, the second a postcard."""
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(width, height)
        document.new_page(298, 420)
        written = BytesIO()
        document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(("paper", "height"), [((595, 842), 680), ((612, 792), 622), ((842, 595), 340)])
def test_the_first_page_is_drawn_whole(paper: tuple[int, int], height: int) -> None:
    """All pictures are equally wide, and as high as their paper requires, upright or landscape."""
    with Image.open(BytesIO(draw_thumbnail(_pdf(*paper)))) as picture:
        assert (picture.format, picture.width) == ("WEBP", WIDTH)
        assert abs(picture.height - height) <= 1


def test_equal_pages_give_equal_pictures() -> None:
    """Drawing a page twice gives the same bytes."""
    content = _pdf(595, 842)

    assert draw_thumbnail(content) == draw_thumbnail(content)


def test_a_folder_of_thumbnails_stays_small(tmp_path: Path) -> None:
    """A page without words has less than a kilobyte."""
    (tmp_path / "page.webp").write_bytes(draw_thumbnail(_pdf(595, 842)))

    assert (tmp_path / "page.webp").stat().st_size < 1000
