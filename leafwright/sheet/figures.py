"""The figures of an icon array as one path: people in a hundred, dots in a thousand.

Every figure is drawn for itself. A tiled pattern would be shorter, but readers round its step to their own
pixels and so show more or fewer figures than were counted.
"""

from typing import Final

from leafwright.sheet.record import IconArray

PEOPLE: Final = 100


def trace_figures(array: IconArray, *, affected: bool) -> str:
    """Return the SVG path of the affected figures, or of the spared ones, on a grid of one unit a figure."""
    figure = _person if array.of == PEOPLE else _dot
    return "".join(
        figure(x, y, solid=affected)
        for band in array.bands
        if band.affected is affected
        for y in range(band.y, band.y + band.height)
        for x in range(band.x, band.x + band.width)
    )


def _dot(x: int, y: int, *, solid: bool) -> str:
    """Draw a dot; a spared one is smaller by half the stroke that will outline it."""
    radius = 0.38 if solid else 0.33
    return _circle(x + 0.5, y + 0.5, radius)


def _person(x: int, y: int, *, solid: bool) -> str:
    """Draw a head and shoulders."""
    head, half, shoulder, foot = (0.17, 0.28, 0.73, 0.92) if solid else (0.145, 0.25, 0.725, 0.89)
    side, width = _number(foot - shoulder), _number(2 * half)
    corner = f"M{_number(x + 0.5 - half)} {_number(y + foot)}"
    return f"{_circle(x + 0.5, y + 0.24, head)}{corner}v-{side}a{half} {half} 0 0 1 {width} 0v{side}z"


def _circle(x: float, y: float, radius: float) -> str:
    width = _number(2 * radius)
    arc = f"a{radius} {radius} 0 1 0"
    return f"M{_number(x - radius)} {_number(y)}{arc} {width} 0{arc} -{width} 0z"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
