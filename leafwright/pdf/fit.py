"""The fit ladder: make a sheet fit its pages, but never with smaller type than its readers need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from leafwright.page_format import Limit

MM: Final = 96 / 25.4
"""CSS pixels in a millimetre."""

LIKELY: Final = 3
"""The rung that is tried first if nothing suggests another one."""
SAVED: Final = 0.0175
"""Roughly the share of a page that one rung saves on each page: it decides which rung is tried first."""
LEAST_LAST_PAGE: Final = 1 / 3
"""How full the last page must be; an emptier one is avoided if possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: the share of the vertical space and of the type size that is kept."""

    space: float
    type_size: float

    @property
    def css(self) -> str:
        """Return the rung as two custom properties, by which every size in styles/ is multiplied."""
        return f":root {{ --fit-space: {self.space:g}; --fit-type: {self.type_size:g} }}"


LOOSEST: Final = Step(space=1.0, type_size=1.0)


class Laid(Protocol):
    """A sheet that is laid out: its rung, its pages of text, and how full the last of them is."""

    @property
    def step(self) -> Step:
        """The rung it was laid out at."""

    @property
    def text_pages(self) -> int:
        """The number of pages, without the leaves of what is cut out."""

    @property
    def last_fill(self) -> float:
        """The share of the last of them that is used."""


L = TypeVar("L", bound=Laid)


def ladder(limit: Limit) -> Iterator[Step]:
    """Go down the rungs: first space is reduced, then type, down to the least of both."""
    for space in limit.spaces:
        yield Step(space=space, type_size=1.0)
    size = 1.0
    while size > limit.least_type:
        size = max(round(size - 0.02, 4), limit.least_type)
        yield Step(space=limit.spaces[-1], type_size=size)


def fit(lay_out: Callable[[Step], L], limit: Limit, whole: Callable[[L], bool] = lambda _: True) -> L:
    """Lay a sheet out at the loosest rung that keeps the limit, or at the last rung if none does.

    A tighter rung is also used if it keeps every block `whole`, or if less space alone avoids a nearly empty
    last page. A tighter rung never takes more pages than a looser one, so trying a few of them is enough.
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
    if most is not None and at(0).text_pages > most:
        kept = first(0, last, _within(most), _guess(at(0), most))
    if not whole(at(kept)):
        unsplit = first(kept, last, whole)
        kept = unsplit if whole(at(unsplit)) else kept
    while _is_thin(at(kept)):
        saved = first(kept, max(kept, len(limit.spaces) - 1), _within(at(kept).text_pages - 1))
        if at(saved).text_pages == at(kept).text_pages:
            break
        kept = saved
    return at(kept)


def _within(pages: int) -> Callable[[Laid], bool]:
    return lambda laid: laid.text_pages <= pages


def _is_thin(laid: Laid) -> bool:
    return laid.text_pages > 1 and laid.last_fill < LEAST_LAST_PAGE


def _guess(loosest: Laid, most: int) -> int:
    """Guess the rung that reduces a sheet to `most` pages, from how much too long it is."""
    excess = loosest.text_pages - 1 + loosest.last_fill - most
    return round(excess / (most * SAVED))


def _first(holds: Callable[[int], bool], fails: int, held: int, guess: int) -> int:
    """Find the first rung after `fails` at which a condition holds; if it holds at none, return `held`.

    Once it holds, it holds at all later rungs. The guess and its neighbour are tried first, which is enough
    if the guess is right; then the rest is bisected.
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
