"""An icon array: people in a hundred, squares in a thousand, each of them counted.

A row of figures is drawn as a few dashed lines, a dash for each figure, which is much faster than a shape for
each. They begin again in each row. A tiled pattern would be as short, but PDF readers round its step to their
own pixels, and so show more or fewer figures than were counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from leafwright.text import Text

SIDE: Final = 10
"""How many figures are side by side in a block, and how many rows it has."""
_DOT: Final = 0.02
"""The length of a dash whose round ends are a dot."""
BLOCK: Final = SIDE * SIDE
"""How many people a block is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dash:
    """A part of a figure: a horizontal stroke with its middle at `x`, `y` of the figure, in millimetres."""

    x: float
    y: float
    length: float
    width: float
    round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Blocks of figures: how many are across and down, and each figure's place, in millimetres."""

    across: int
    down: int
    pitch: tuple[float, float]
    gaps: tuple[float, float] = (0, 0)
    figure: tuple[Dash, ...]

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high all blocks are."""
        (x, y), (beside, below) = self.pitch, self.gaps
        width = self.across * SIDE * x + (self.across - 1) * beside
        return round(width, 3), round(self.down * SIDE * y + (self.down - 1) * below, 3)

    def place(self, figure: int) -> tuple[float, float]:
        """Return the corner of a figure; they are counted through each row, then block by block."""
        block, within = divmod(figure, BLOCK)
        (down, across), (row, column) = divmod(block, self.across), divmod(within, SIDE)
        x = across * (SIDE * self.pitch[0] + self.gaps[0]) + column * self.pitch[0]
        return x, down * (SIDE * self.pitch[1] + self.gaps[1]) + row * self.pitch[1]


_PERSON: Final = (
    Dash(x=2.25, y=0.75, length=0.02, width=1.2, round=True),
    Dash(x=2.25, y=2.25, length=1.1, width=1.3, round=True),
    Dash(x=2.25, y=3, length=2.4, width=1.5),
)
"""A head, shoulders, and what is below them."""
_SQUARE: Final = (Dash(x=0.825, y=0.825, length=1.2, width=1.2),)

GRIDS: Final[Mapping[int, Grid]] = {
    BLOCK: Grid(across=1, down=1, pitch=(4.5, 4.1), figure=_PERSON),
    1000: Grid(across=5, down=2, pitch=(1.65, 1.65), gaps=(3.6, 2.4), figure=_SQUARE),
}
"""How each number of people is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRun:
    """Figures beside each other that are filled, or are not."""

    first: int
    count: int
    filled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A path of SVG that draws a part of all filled figures, or of all others, in dashes.

    It is moved `along` its lines.
    """

    path: str
    width: str
    dashes: str
    cap: str
    filled: bool
    along: float = 0.0

    @property
    def dotted(self) -> Self:
        """The same figures as round dots, which begin in the middle of each dash."""
        length, gap = map(float, self.dashes.split())
        shown = f"{_written(_DOT)} {_written(length + gap - _DOT)}"
        return replace(self, dashes=shown, cap="round", along=round((length - _DOT) / 2, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNumber:
    """A number, and the words of its language before or after it that say of how many."""

    before: Text | None
    number: Text
    after: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArray:
    """`n` of `of` figures, the filled ones first; they fill from the right if it is `mirrored`."""

    id: str
    n: int
    of: int
    grid: Grid
    mirrored: bool
    caption: ShownNumber
    group: Text | None = None

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What draws each figure exactly once."""
        return tuple(draw_figures(self.n, self.of, self.grid, mirrored=self.mirrored))

    @property
    def in_a_row(self) -> Self:
        """The same figures, with all blocks beside each other."""
        return replace(self, grid=replace(self.grid, across=self.of // BLOCK, down=1))


def lay_runs(n: int, of: int) -> Iterator[FigureRun]:
    """Go through the rows of `of` figures, the `n` filled ones first; a row of both kinds is two runs."""
    for first in range(0, of, SIDE):
        filled = min(max(n - first, 0), SIDE)
        if filled:
            yield FigureRun(first=first, count=filled, filled=True)
        if filled < SIDE:
            yield FigureRun(first=first + filled, count=SIDE - filled, filled=False)


def draw_figures(n: int, of: int, grid: Grid, *, mirrored: bool = False) -> Iterator[Stroke]:
    """Draw `n` of `of` figures; `mirrored` they fill from the right."""
    runs = tuple(lay_runs(n, of))
    for dash in grid.figure:
        for filled in (True, False):
            lines = [_line(run, dash, grid, mirrored=mirrored) for run in runs if run.filled is filled]
            if lines:
                yield Stroke(
                    path="".join(lines),
                    width=_written(dash.width),
                    dashes=f"{_written(dash.length)} {_written(grid.pitch[0] - dash.length)}",
                    cap="round" if dash.round else "butt",
                    filled=filled,
                )


def _line(run: FigureRun, dash: Dash, grid: Grid, *, mirrored: bool) -> str:
    """Draw a part of the figures of a run: the line ends with its last dash."""
    x, y = grid.place(run.first)
    if mirrored:
        x = grid.size[0] - x - run.count * grid.pitch[0]
    start = x + dash.x - dash.length / 2
    length = (run.count - 1) * grid.pitch[0] + dash.length
    return f"M{_written(start)} {_written(y + dash.y)}h{_written(length)}"


def _written(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
