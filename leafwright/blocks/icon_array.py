"""An icon array: people in a hundred, dots in a thousand, each of them counted.

Every figure is drawn by itself. A tiled pattern would be shorter, but PDF readers round its step to their own
pixels, and so show more or fewer figures than were counted.
"""

from dataclasses import dataclass
from typing import Final

from leafwright.text import Text

PEOPLE: Final = 100
COLUMNS: Final = {PEOPLE: 10, 1000: 40}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A rectangle of figures in an icon array, in figures from the top."""

    x: int
    y: int
    width: int
    height: int
    affected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArray:
    """`n` of `of` figures, the affected ones first; the bands cover each figure exactly once."""

    id: str
    n: int
    of: int
    columns: int
    rows: int
    bands: tuple[Band, ...]
    alt: Text
    caption: Text
    group: Text | None = None


def lay_bands(n: int, of: int) -> tuple[Band, ...]:
    """Lay `of` figures out in rows, the `n` affected ones first.

    At most four bands cover them: whole affected rows, the two parts of a shared row, whole spared rows.
    """
    columns = COLUMNS[of]
    rows = of // columns
    whole, part = divmod(n, columns)
    spared_from = whole + (1 if part else 0)
    bands = (
        Band(x=0, y=0, width=columns, height=whole, affected=True),
        Band(x=0, y=whole, width=part, height=1, affected=True),
        Band(x=part, y=whole, width=columns - part if part else 0, height=1, affected=False),
        Band(x=0, y=spared_from, width=columns, height=rows - spared_from, affected=False),
    )
    return tuple(band for band in bands if band.width and band.height)


def trace_figures(array: IconArray, *, affected: bool) -> str:
    """Return one SVG path of the affected figures, or of the others, on a grid of one unit per figure."""
    figure = _person if array.of == PEOPLE else _dot
    return "".join(
        figure(x, y, solid=affected)
        for band in array.bands
        if band.affected is affected
        for y in range(band.y, band.y + band.height)
        for x in range(band.x, band.x + band.width)
    )


def _dot(x: int, y: int, *, solid: bool) -> str:
    """Draw a dot; one for people who are not affected is smaller by half of its outline."""
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
