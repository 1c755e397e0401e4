"""What a picture is like: its proportions, how much of it is drawn on, its colours."""

from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib import SVGPath
from PIL import Image, ImageDraw

from leafwright.pictures import Measure, measure_picture
from leafwright.pictures.outline import bounds_of
from leafwright.resources import PACKAGE

ROOT = PACKAGE.parent
PICTURES = sorted([*(ROOT / "clinics").glob("*/*.svg"), *(ROOT / "leafwright/skeletons").glob("*/*.svg")])
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'


def _measure(folder: Path, shapes: str, form: str = SVG) -> Measure:
    path = folder / "logo.svg"
    path.write_text(form.format(shapes), encoding="utf-8")
    return measure_picture(path)


@pytest.mark.parametrize(
    "shapes",
    [
        '<path d="M20 10H80V40H20Z"/>',
        '<path d="m20 10h60v30h-60z"/>',
        '<path d="M20,10 80,10 80,40 20,40Z"/>',
        '<path d="M20 10l60 0 0 30-60 0z"/>',
        '<path d="M20 25C20 10 80 10 80 25S20 40 20 25" fill="none"/>',
        '<path d="M20 10Q80 10 80 40T20 40"/>',
        '<path d="M20 10z M20 10 m60 30 z"/>',
        '<rect x="20" y="10" width="60" height="30"/>',
        '<ellipse cx="50" cy="25" rx="30" ry="15"/>',
        '<polygon points="20,10 80,10 50,40"/>',
        '<line x1="21" y1="11" x2="79" y2="39" stroke="#000" stroke-width="2"/>',
        '<rect width="100" height="50" fill="#FFFFFF"/><rect x="20" y="10" width="60" height="30"/>',
        '<g fill="#123"><rect x="20" y="10" width="60" height="30"/></g>',
    ],
)
def test_margins_are_not_drawn_on(tmp_path: Path, shapes: str) -> None:
    """However a shape is written, the empty paper around it is known."""
    measure = _measure(tmp_path, shapes)

    assert (measure.width, measure.height) == (100, 50)
    assert (measure.drawn_width, measure.drawn_height) == pytest.approx((0.6, 0.6))


@pytest.mark.parametrize(
    ("shapes", "form"),
    [
        ('<g transform="scale(3)"><rect x="20" y="10" width="10" height="5"/></g>', SVG),
        ('<rect id="a" width="10" height="5"/><use href="#a"/>', SVG),
        ('<text x="20" y="10">Elm</text>', SVG),
        ('<rect x="20" y="10" width="60"/><path d="M1"/>', SVG),
        ('<path d="no path"/>', SVG),
        ("", SVG),
        ('<rect width="9" height="9"/>', SVG.replace('viewBox="0 0 100 50"', 'width="100mm" height="50mm"')),
    ],
)
def test_what_cannot_be_told_counts_as_drawn_on(tmp_path: Path, shapes: str, form: str) -> None:
    """A drawing whose shapes are moved about or broken is not blamed for its margins."""
    measure = _measure(tmp_path, shapes, form)

    assert (measure.width / measure.height, measure.drawn_width, measure.drawn_height) == (2, 1, 1)


def test_an_arc_is_never_taken_for_less_than_it_is(tmp_path: Path) -> None:
    """Half a circle from side to side reaches up to its radius, whichever way its flags are written."""
    for arc in ("M25 25A15 15 0 0 1 55 25", "M25 25a15 15 0 0130 0"):
        assert _measure(tmp_path, f'<path d="{arc}"/>').drawn_height >= 0.3


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_boxes_are_those_of_another_reader(path: Path) -> None:
    """What fontTools finds drawn in the logos that ship lies within the box, and hardly less."""
    pen = BoundsPen(None)
    SVGPath(path).draw(pen)
    left, top, right, bottom = pen.bounds
    bounds = bounds_of(fromstring(path.read_bytes()))

    assert bounds is not None
    assert bounds.left <= left + 0.01
    assert bounds.top <= top + 0.01
    assert bounds.right >= right - 0.01
    assert bounds.bottom >= bottom - 0.01
    assert bounds.right - bounds.left <= (right - left) * 1.2


@pytest.mark.parametrize(
    ("shapes", "colours"),
    [
        ('<path d="M0 0H9" fill="#123456"/>', ("#123456",)),
        ('<path d="M0 0H9"/>', ("#000000",)),
        ('<g fill="white"><path d="M0 0H9"/></g>', ("white",)),
        ('<path d="M0 0H9" style="fill: #abcdef; stroke:#123"/>', ("#abcdef", "#123")),
        ('<g fill="#abc"><path fill="inherit" d="M0 0H9"/></g>', ("#abc",)),
        ('<path fill="currentColor" d="M0 0H9"/>', ("#000000",)),
        ('<path fill="none" stroke="transparent" d="M0 0H9"/>', ()),
        ('<path fill="url(#g)" d="M0 0H9"/>', ()),
        ('<linearGradient id="g"><stop stop-color="#eee"/></linearGradient>', ("#eee",)),
    ],
)
def test_colours_of_a_drawing(tmp_path: Path, shapes: str, colours: tuple[str, ...]) -> None:
    """Paints are read from attributes, styles and groups, each once; a shape without one is black."""
    assert _measure(tmp_path, shapes).colours == colours


def test_a_deep_drawing_is_measured(tmp_path: Path) -> None:
    """Groups in groups, as many as a hostile file may have, end no program."""
    assert _measure(tmp_path, "<g>" * 5000 + '<path d="M0 0H9"/>' + "</g>" * 5000).colours == ("#000000",)


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P"])
def test_a_raster_picture_is_measured(tmp_path: Path, name: str, mode: str) -> None:
    """Points, the part that is not white, and the colours that cover more than an edge."""
    picture = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(picture).rectangle((40, 20, 159, 79), fill="#111111")
    if name.endswith("jpg") and mode in {"RGBA", "P"}:
        mode = "RGB"
    (picture.quantize(4) if mode == "P" else picture.convert(mode)).save(tmp_path / name, quality=95)

    measure = measure_picture(tmp_path / name)

    assert (measure.width, measure.height, measure.points) == (200, 100, 100)
    assert (measure.drawn_width, measure.drawn_height) == pytest.approx((0.6, 0.6), abs=0.02)
    assert {"#111111", "#ffffff"} <= set(measure.colours)


def test_what_shines_through_is_paper(tmp_path: Path) -> None:
    """Of a transparent picture with a white drawing nothing is drawn on paper."""
    picture = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((40, 20, 159, 79), fill=(255, 255, 255, 255))
    picture.save(tmp_path / "logo.png")

    measure = measure_picture(tmp_path / "logo.png")

    assert (measure.drawn_width, measure.colours) == (0, ("#ffffff",))
