"""What a picture is like before it is printed: its proportions, how much of it is drawn on, its colours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from PIL import Image, ImageChops

from leafwright.colour import is_colour
from leafwright.pictures.outline import Bounds, bounds_of, local_name, numbers_of

WHITE: Final = "#ffffff"
BLACK: Final = "#000000"
_LENGTH: Final = re.compile(r"\s*(?P<number>\d+\.?\d*|\.\d+)(?P<unit>[a-z]*)\s*")
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"})
_PAINTS: Final = ("fill", "stroke", "stop-color")
_PAPER: Final = 250
"""The darkest channel, of 255, of what looks like bare paper."""
_FEWEST: Final = 0.005
"""The share of a raster picture that a colour covers at least; less is the edge of a shape."""
_SMALL: Final = (200, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A picture: width and height in units of its own, the part of each that is drawn on, from 0 to 1.

    `points` is how many points high a raster picture is; `colours` are CSS colours, each once.
    """

    width: float
    height: float
    drawn_width: float = 1.0
    drawn_height: float = 1.0
    points: int | None = None
    colours: tuple[str, ...] = field(default=(), repr=False)


def measure_picture(path: Path) -> Measure:
    """Measure a picture that was checked; of an SVG that moves its shapes about, all counts as drawn on."""
    if path.suffix.lower() == ".svg":
        return _measure_svg(fromstring(path.read_bytes(), forbid_dtd=True))
    with Image.open(path) as picture:
        return _measure_raster(picture)


def _measure_svg(root: Element) -> Measure:
    width, height = _size(root)
    colours = tuple(dict.fromkeys(_paints(root)))
    canvas, bounds = _canvas(root), bounds_of(root)
    if not (canvas and bounds):
        return Measure(width=width, height=height, colours=colours)
    inside = bounds.clipped(canvas)
    return Measure(
        width=width,
        height=height,
        drawn_width=max(inside.right - inside.left, 0) / (canvas.right - canvas.left),
        drawn_height=max(inside.bottom - inside.top, 0) / (canvas.bottom - canvas.top),
        colours=colours,
    )


def _size(root: Element) -> tuple[float, float]:
    """Return the sides as they are printed: those that are written, else of the canvas, else of a square."""
    sides = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    match sides:
        case [re.Match() as width, re.Match() as height] if width["unit"] == height["unit"]:
            written = (float(width["number"]), float(height["number"]))
            if min(written) > 0:
                return written
    canvas = _canvas(root)
    return (canvas.right - canvas.left, canvas.bottom - canvas.top) if canvas else (1.0, 1.0)


def _canvas(root: Element) -> Bounds | None:
    box = numbers_of(root.get("viewBox", ""))
    if len(box) != len("xywh") or min(box[2:]) <= 0:
        return None
    left, top, width, height = box
    return Bounds(left=left, top=top, right=left + width, bottom=top + height)


def _paints(root: Element) -> Iterator[str]:
    """Go through the colours of an SVG; a shape that names none is black."""
    waiting = [(root, BLACK, "none")]
    while waiting:
        element, fill, stroke = waiting.pop()
        own = _own_paints(element)
        fill, stroke = own.get("fill", fill), own.get("stroke", stroke)
        if local_name(element) in _SHAPES:
            yield from (paint for paint in (fill, stroke) if _is_seen(paint))
        elif _is_seen(stop := own.get("stop-color", "none")):
            yield stop
        waiting += [(child, fill, stroke) for child in reversed(element) if isinstance(child.tag, str)]


def _own_paints(element: Element) -> dict[str, str]:
    """Return the paints an element names, in its style or else by itself; what is inherited it names not."""
    style = (part.partition(":") for part in element.get("style", "").split(";"))
    named = {**element.attrib, **{name.strip(): value for name, _, value in style}}
    paints = {name: named[name].strip() for name in _PAINTS if name in named}
    own = {name: BLACK if paint.lower() == "currentcolor" else paint for name, paint in paints.items()}
    return {name: paint for name, paint in own.items() if paint != "inherit"}


def _is_seen(paint: str) -> bool:
    """Tell whether a paint is a colour, and not a gradient, nothing at all or what cannot be read."""
    return paint != "transparent" and is_colour(paint)


def _measure_raster(picture: Image.Image) -> Measure:
    flat = Image.new("RGBA", picture.size, WHITE)
    flat.alpha_composite(picture.convert("RGBA"))
    paper = flat.convert("RGB")
    width, height = paper.size
    drawn = ImageChops.invert(paper.convert("L")).point(lambda grey: 255 if 255 - grey < _PAPER else 0)
    left, top, right, bottom = drawn.getbbox() or (0, 0, 0, 0)
    return Measure(
        width=width,
        height=height,
        drawn_width=(right - left) / width,
        drawn_height=(bottom - top) / height,
        points=height,
        colours=tuple(_common_colours(paper)),
    )


def _common_colours(picture: Image.Image) -> Iterator[str]:
    """List the colours that cover more than an edge does, of steps that the eye can tell apart."""
    small = picture.copy()
    small.thumbnail(_SMALL)
    coarse = small.point(lambda value: value // 16 * 17)
    found = coarse.getcolors(coarse.width * coarse.height) or []
    least = coarse.width * coarse.height * _FEWEST
    for count, colour in sorted(found, key=str):
        if count >= least and isinstance(colour, tuple):
            yield "#" + "".join(f"{int(channel):02x}" for channel in colour)
