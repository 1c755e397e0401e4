"""Pages as pictures."""

from io import BytesIO

import pytest
from PIL import Image

from leafwright.preview.choice import SheetChoice
from leafwright.preview.drawing import NARROWEST, draw_page, measure_pages
from leafwright.preview.rebuild import Rebuilder
from tests.workspaces import TOPIC


@pytest.fixture
def content(rebuilder: Rebuilder) -> bytes:
    """Give the PDF of a sheet."""
    pages = rebuilder.rebuild(SheetChoice(topic=TOPIC)).pages
    assert pages
    return pages.printed.content


@pytest.mark.parametrize("width", [794, 1588])
def test_a_picture_has_the_width_that_is_asked_for(content: bytes, width: int) -> None:
    """A picture has as many pixels as the screen, so that letters are sharp."""
    picture = Image.open(BytesIO(draw_page(content, 1, width)))

    assert (picture.format, picture.width) == ("PNG", width)


def test_a_picture_shows_the_page(content: bytes) -> None:
    """There is ink on it, and most of it is paper."""
    picture = Image.open(BytesIO(draw_page(content, 1, 400))).convert("L")

    shades = picture.histogram()
    assert sum(shades[:100]) > 0
    assert sum(shades[250:]) > picture.width * picture.height / 2


def test_a_picture_is_never_nothing(content: bytes) -> None:
    """A width of 0 gives the narrowest picture."""
    assert Image.open(BytesIO(draw_page(content, 1, 0))).width == NARROWEST


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_page_that_is_not_there_is_reported(content: bytes, number: int) -> None:
    """Pages are counted from 1 to the last."""
    with pytest.raises(IndexError, match="there is no page"):
        draw_page(content, number, 100)


def test_pages_are_measured(content: bytes) -> None:
    """A4 is 595 by 842 points."""
    assert [(round(width), round(height)) for width, height in measure_pages(content)] == [(595, 842)]
