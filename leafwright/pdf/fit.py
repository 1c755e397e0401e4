"""The fit ladder: how a sheet is made to fit the paper it may use, never below the type its readers need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from leafwright.formats import Limit

MM: Final = 96 / 25.4
"""CSS pixels in a millimetre."""

LIKELY: Final = 3
"""The rung that is tried first where nothing tells which it will be."""
SAVED: Final = 0.0175
"""About what share of a page one rung saves on each page: what is tried first, not what is found."""
LEAST_LAST_PAGE: Final = 1 / 3
"""How full the last page is at the least, or it is saved altogether."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: the share of the vertical space and of the type size that is kept."""

    space: float
    type_size: float

    @property
    def css(self) -> str:
        """Return the rung as the two properties that every size in styles/ is multiplied by."""
        return f":root {{ --fit-space: {self.space:g}; --fit-type: {self.type_size:g} }}"


LOOSEST: Final = Step(space=1.0, type_size=1.0)


class Laid(Protocol):
    """What the ladder asks of a sheet laid out: its rung, its pages, and how full the last one is."""

    @property
    def step(self) -> Step:
        """The rung it was laid out at."""

    @property
    def pages(self) -> int:
        """The number of pages."""

    @property
    def last_fill(self) -> float:
        """The share of the last page that is used."""


L = TypeVar("L", bound=Laid)


def ladder(limit: Limit) -> Iterator[Step]:
    """Go down the rungs: first the space is tightened, then the type, down to its least."""
    for space in limit.spaces:
        yield Step(space=space, type_size=1.0)
    size = 1.0
    while size > limit.least_type:
        size = max(round(size - 0.02, 4), limit.least_type)
        yield Step(space=limit.spaces[-1], type_size=size)


def fit(lay_out: Callable[[Step], L], limit: Limit, whole: Callable[[L], bool] = lambda _: True) -> L:
    """Lay a sheet out at the loosest rung that keeps the limit; at the last rung when none does.

    A block that is not `whole` and a last page that would be nearly empty are saved when a tighter rung can
    save them, the page by less space alone. A tighter rung takes no more pages than a looser one, so trying a
    few of them is enough.
    """
    rungs = tuple(ladder(limit))
    laid: dict[int, L] = {}

    def at(rung: int) -> L:
        if rung not in laid:
            laid[rung] = lay_out(rungs[rung])
        return laid[rung]

    def first(after: int, last: int, holds: Callable[[L], bool], guess: int = LIKELY) -> int:
        return _first(lambda rung: holds(at(rung)), after, last, guess)

    kept, last, most = 0, len(rungs) - 1, limit.pages
    if most is not None and at(0).pages > most:
        kept = first(0, last, _within(most), _guess(at(0), most))
    if not whole(at(kept)):
        mended = first(kept, last, whole)
        kept = mended if whole(at(mended)) else kept
    while _is_thin(at(kept)):
        saved = first(kept, max(kept, len(limit.spaces) - 1), _within(at(kept).pages - 1))
        if at(saved).pages == at(kept).pages:
            break
        kept = saved
    return at(kept)


def _within(pages: int) -> Callable[[Laid], bool]:
    return lambda laid: laid.pages <= pages


def _is_thin(laid: Laid) -> bool:
    return laid.pages > 1 and laid.last_fill < LEAST_LAST_PAGE


def _guess(loosest: Laid, most: int) -> int:
    """Guess the rung that brings a sheet down to so many pages from how much longer it is."""
    excess = loosest.pages - 1 + loosest.last_fill - most
    return round(excess / (most * SAVED))


def _first(holds: Callable[[int], bool], fails: int, held: int, guess: int) -> int:
    """Find the first rung after one that fails where something holds that goes on holding, else the last.

    A guess is tried first and then its neighbour, which is all it takes where it is right; what is left is
    bisected.
    """
    probe, beside = guess, True
    while held - fails > 1:
        probe = min(max(probe, fails + 1), held - 1)
        if holds(probe):
            held, neighbour = probe, probe - 1
        else:
            fails, neighbour = probe, probe + 1
        probe, beside = neighbour if beside else (fails + held) // 2, False
    return held
