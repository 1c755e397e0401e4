"""What a picture is like: its proportions, how much of it is drawn on, its colours."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from leafwright.pictures import PictureMeasure, measure_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'


def _measure(folder: Path, shapes: str, form: str = SVG) -> PictureMeasure:
    path = folder / "logo.svg"
    path.write_text(form.format(shapes), encoding="utf-8")
    return measure_picture(path)


@pytest.mark.parametrize(
    "shapes",
    [
        '<path d="M20 10H80V40H20Z"/>',
        '<path d="m20 10l60 0 0 30-60 0z"/>',
        '<path d="M20,10 80,10 80,40 20,40Z"/>',
        '<path d="M20 25C20 5 80 5 80 25S20 45 20 25"/>',
        '<rect x="20" y="10" width="60" height="30"/>',
        '<ellipse cx="50" cy="25" rx="30" ry="15"/>',
        '<polygon points="20,10 80,10 50,40"/>',
        '<line x1="20" y1="11" x2="80" y2="39" stroke="#000" stroke-width="2"/>',
        '<rect width="100" height="50" fill="#FFFFFF"/><rect x="20" y="10" width="60" height="30"/>',
        '<g transform="translate(10 5) scale(2)"><rect x="5" y="2.5" width="30" height="15"/></g>',
        '<defs><rect id="a" width="60" height="30"/></defs><use href="#a" x="20" y="10"/>',
        '<path d="M20 25A15 15 0 0 1 50 25A15 15 0 1080 25" fill="none" stroke="#111" stroke-width=".1"/>',
    ],
)
def test_margins_are_not_drawn_on(tmp_path: Path, shapes: str) -> None:
    """However a shape is written and moved about, the empty paper around it is known."""
    measure = _measure(tmp_path, shapes)

    assert (measure.width, measure.height) == (100, 50)
    assert (measure.drawn_width, measure.drawn_height) == pytest.approx((0.6, 0.6), abs=0.03)


@pytest.mark.parametrize(
    ("sides", "ratio"),
    [
        ('viewBox="0 0 100 50"', 2),
        ('width="100mm" height="50mm"', 2),
        ('width="10cm" height="50mm"', 2),
        ('width="4in" viewBox="0 0 100 50"', 2),
        ('width="100%" height="100%" viewBox="0 0 100 50"', 2),
        ('width="30" height="30" viewBox="0 0 100 50"', 1),
    ],
)
def test_the_sides_are_those_that_are_written(tmp_path: Path, sides: str, ratio: float) -> None:
    """Width and height come first, in any unit; the canvas says what they do not."""
    form = f'<svg xmlns="http://www.w3.org/2000/svg" {sides}>{{}}</svg>'

    measure = _measure(tmp_path, '<path d="M0 0H90V9H0Z"/>', form)

    assert measure.width / measure.height == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("shapes", "colours"),
    [
        ('<path d="M0 0H90V40H0z" fill="#123456"/>', {"#123456ff"}),
        ('<path d="M0 0H90V40H0z"/>', {"#000000ff"}),
        (
            '<path d="M0 0H90V40H0z" style="fill: #abcdef; stroke:#112233;stroke-width:4"/>',
            {"#abcdefff", "#112233ff"},
        ),
        ('<g fill="#aabbcc"><path fill="inherit" d="M0 0H90V40H0z"/></g>', {"#aabbccff"}),
        ('<g color="#aabbcc"><path fill="currentColor" d="M0 0H90V40H0z"/></g>', {"#aabbccff"}),
    ],
)
def test_colours_of_a_drawing(tmp_path: Path, shapes: str, colours: set[str]) -> None:
    """The colours are those that are printed, wherever they are written; a shape without one is black."""
    assert set(_measure(tmp_path, shapes).colours) == colours


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "1"])
def test_a_raster_picture_is_measured(tmp_path: Path, name: str, mode: str) -> None:
    """Points, the part that is not white, and the colours that cover more than an edge."""
    picture = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(picture).rectangle((40, 20, 159, 79), fill="#000000")
    if name.endswith("jpg") and mode in {"RGBA", "P", "1"}:
        mode = "RGB"
    (picture.quantize(4) if mode == "P" else picture.convert(mode)).save(tmp_path / name, quality=95)

    measure = measure_picture(tmp_path / name)

    assert (measure.width, measure.height, measure.points) == (200, 100, 100)
    assert (measure.drawn_width, measure.drawn_height) == pytest.approx((0.6, 0.6), abs=0.02)
    assert {"#000000ff", "#ffffffff"} <= set(measure.colours)


def test_a_photograph_is_measured_as_it_is_turned(tmp_path: Path) -> None:
    """A camera held upright writes a picture on its side, and in which direction to turn it."""
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (200, 100), "#222222").save(tmp_path / "logo.jpg", exif=turned)

    measure = measure_picture(tmp_path / "logo.jpg")

    assert (measure.width, measure.height) == (100, 200)


def test_a_large_picture_is_measured_in_few_points(tmp_path: Path) -> None:
    """Its points are counted in full, and what is drawn is found on a smaller copy."""
    picture = Image.new("L", (4000, 1000), 255)
    ImageDraw.Draw(picture).rectangle((1000, 250, 2999, 749), fill=0)
    picture.save(tmp_path / "logo.png")

    measure = measure_picture(tmp_path / "logo.png")

    assert (measure.width, measure.points) == (4000, 1000)
    assert (measure.drawn_width, measure.drawn_height) == pytest.approx((0.5, 0.5), abs=0.01)
