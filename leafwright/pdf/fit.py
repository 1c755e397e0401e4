"""The fit ladder: make a sheet fit its pages, but never with smaller type than its readers need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Final, Generic, Protocol, Self, TypeVar

from leafwright.page_format import Limit
from leafwright.pdf.ladder import Step, ladder

MM: Final = 96 / 25.4
"""CSS pixels in a millimetre."""

LIKELY: Final = 3
"""The rung that is tried first where a block is not whole."""
LIKELY_TO_FIT: Final = 0.7
"""The share of the rungs that is left above the one that is tried first where a limit of pages is missed."""
SAVED: Final = 0.03
"""Roughly the share of a page that one rung saves on each page: it decides which rungs are tried."""
SPARED: Final = 0.02
"""The same where a sheet has space left: the tighter rungs save less."""
HOLES: Final = 1
"""How many rungs more seem to be needed at most, because one may also close a hole before what is whole."""
GIVEN_UP: Final = 2
"""How much more of its space than of its pages a sheet gives up at most only to take one page fewer."""
MOST_SAVED: Final = 0.25
"""The share of the pages that no ladder saves, so that it need not be tried."""
LEAST_LAST_PAGE: Final = 1 / 3
"""How full the last page must be; an emptier one is avoided if possible."""
LEAST_PAGE: Final = 0.6
"""How full every other page must be, unless a style ends it."""
FULL_PAGE: Final = 0.75
"""How full it is, if that takes only a little space: the last page gets emptier for it."""
FEW: Final = 2
"""How many rungs tighter a sheet is tried for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a rung has to reach: at most so many pages, of text and in all, blocks whole, pages so full."""

    text_pages: float = inf
    pages: float = inf
    whole: bool = False
    full: float = 0

    def is_missed_after(self, pages: int, *, text_follows: bool, follow: bool) -> bool:
        """Return whether so many pages are too many, because text or other pages follow them."""
        return (text_follows and pages >= self.text_pages) or (follow and pages >= self.pages)

    def is_missed_with(self, other: Self) -> bool:
        """Return whether a rung that misses another goal also misses this one."""
        fewer = self.text_pages <= other.text_pages and self.pages <= other.pages
        return fewer and self.whole >= other.whole and self.full >= other.full


ANY: Final = Goal()


class Laid(Protocol):
    """A sheet that is laid out: its rung, its pages of text, and how full they are."""

    @property
    def step(self) -> Step:
        """The rung it was laid out at."""

    @property
    def pages(self) -> int:
        """The number of all pages."""

    @property
    def text_pages(self) -> int:
        """The number of pages, without the leaves of what is cut out."""

    @property
    def last_fill(self) -> float:
        """The share of the last of them that is used."""

    @property
    def least_fill(self) -> float:
        """The share of the emptiest other one that is used, unless a style ends it."""


L = TypeVar("L", bound=Laid)


def fit(
    lay_out: Callable[[Step, Goal], L | None], limit: Limit, whole: Callable[[L], bool] = lambda _: True
) -> L:
    """Lay a sheet out at the loosest rung that keeps the limit, or at the last rung if none does.

    A tighter rung is also used if it keeps every block `whole`, or if it saves a page: at the cost of any
    space where the last page is too empty or another one not full, or else of a little. It may save a sheet
    of a booklet. A little space is also given up to fill every page, and any so that none is too empty.
    `lay_out` may give up, and return None, as soon as a rung misses the goal that it is tried for.
    """
    rungs = _Rungs(lay_out, limit, whole)
    last, most = len(rungs.steps) - 1, limit.pages or inf
    goals = (Goal(text_pages=most, whole=True), Goal(text_pages=most))
    reached = ((goal, rungs.loosest(goal, -1, *_likely(rungs.steps, limit), last)) for goal in goals)
    goal, kept = next(((goal, rung) for goal, rung in reached if rung is not None), (ANY, last))
    while (furthest := _furthest(laid := rungs.at(kept), rungs.steps)) > kept:
        fewer = replace(goal, text_pages=laid.text_pages - 1)
        guess = max(_guess(laid, laid.text_pages - 1), 1)
        likely = (min(kept + guess, furthest), min(kept + 4 * guess, furthest))
        saved = rungs.loosest(fewer, kept, *likely, furthest)
        if saved is None:
            break
        kept = saved
    tighter = [rung for rung, step in enumerate(rungs.steps) if rung > kept and step.type_size == 1.0]
    # The lower share first: a rung that misses it need not be tried for the other.
    for share, tried in ((LEAST_PAGE, tighter), (FULL_PAGE, tighter[:FEW])):
        if laid.least_fill < share:
            full = replace(goal, text_pages=laid.text_pages, full=share)
            kept = next((rung for rung in tried if rungs.reaches(rung, full)), kept)

    def reduced_to(pages: int) -> L:
        saved = rungs.loosest(replace(goal, pages=pages), kept, last)
        return rungs.at(kept if saved is None else saved)

    return _folded(rungs.at(kept), reduced_to, rungs.lay_out, limit.multiple)


class _Rungs(Generic[L]):
    """The rungs of a sheet: each is laid out once, and what was given up only for an easier goal."""

    def __init__(
        self, lay_out: Callable[[Step, Goal], L | None], limit: Limit, whole: Callable[[L], bool]
    ) -> None:
        self.steps = tuple(ladder(limit))
        self._lay_out, self._whole = lay_out, whole
        self._laid: dict[int, L] = {}
        self._missed: dict[int, Goal] = {}

    def at(self, rung: int) -> L:
        """Lay the sheet out at a rung."""
        if rung not in self._laid:
            self._laid[rung] = self.lay_out(self.steps[rung])
        return self._laid[rung]

    def lay_out(self, step: Step) -> L:
        """Lay the sheet out to its end."""
        laid = self._lay_out(step, ANY)
        if laid is None:
            message = f"{step} was given up, but any number of pages would do"
            raise RuntimeError(message)
        return laid

    def reaches(self, rung: int, goal: Goal) -> bool:
        """Return whether a rung reaches a goal."""
        if rung not in self._laid:
            if rung in self._missed and goal.is_missed_with(self._missed[rung]):
                return False
            tried = self._lay_out(self.steps[rung], goal)
            if tried is None:
                self._missed[rung] = goal
                return False
            self._laid[rung] = tried
        laid = self._laid[rung]
        fits = laid.text_pages <= goal.text_pages and laid.pages <= goal.pages
        fills = laid.last_fill >= LEAST_LAST_PAGE and laid.least_fill >= goal.full
        return fits and (fills or not goal.full) and (not goal.whole or self._whole(laid))

    def loosest(self, goal: Goal, above: int, *likely: int) -> int | None:
        """Find the loosest rung below one `above` that reaches a goal; None if no likely one does.

        Once a rung reaches it, all tighter ones do. So the likely ones are tried, and above the first that
        does as many rungs are skipped as it has space for, or else half of them.
        """
        for held in likely:
            if self.reaches(held, goal):
                break
            above = max(held, above)
        else:
            return None
        skipped = True
        while held - above > 1:
            probe = (held + above) // 2
            if skipped and goal.text_pages < inf:
                probe = max(held - _spare(self.at(held), goal.text_pages), probe)
            skipped = self.reaches(probe, goal)
            held, above = (probe, above) if skipped else (held, probe)
        return held


def _likely(rungs: tuple[Step, ...], limit: Limit) -> Iterator[int]:
    """Go through the rungs that are tried first.

    A sheet that may be stretched seldom has space for all of that. Where pages are not limited, type is made
    smaller only after all else.
    """
    last = len(rungs) - 1
    if rungs[0].space <= 1:
        yield 0
    if limit.pages:
        yield round(last * LIKELY_TO_FIT)
    else:
        yield min(LIKELY, last)
        yield sum(step.type_size == 1.0 for step in rungs) - 1


def _furthest(laid: Laid, rungs: tuple[Step, ...]) -> int:
    """Return the tightest rung that may be used to save the last page of a sheet; its own if none may.

    No type is made smaller for it.
    """
    kept, pages = rungs.index(laid.step), laid.text_pages
    if pages == 1:
        return kept
    thin = laid.last_fill < LEAST_LAST_PAGE
    least = 0 if thin or laid.least_fill < FULL_PAGE else 1 - GIVEN_UP / pages
    spared = [step.type_size == 1.0 and step.space >= least for step in rungs]
    furthest = max(kept, spared.index(False) - 1 if False in spared else len(rungs) - 1)
    return furthest if thin or kept + _guess(laid, pages - 1) <= furthest + HOLES else kept


def _folded(laid: L, reduced_to: Callable[[int], L], lay_out: Callable[[Step], L], multiple: int) -> L:
    """Bring the pages of a booklet to a multiple: save the few that are too many, or add pages for notes."""
    less = laid.pages - laid.pages % multiple
    if less == laid.pages:
        return laid
    if less and _excess(laid, less) < MOST_SAVED * less:
        saved = reduced_to(less)
        if saved.pages == less:
            return saved
    # A leaf of its own begins on the right, so a page for notes may take the place of an empty one.
    for notes in sorted(range(1, multiple), key=lambda more: (laid.pages + more) % multiple):
        noted = lay_out(replace(laid.step, notes=notes))
        if noted.pages % multiple == 0:
            return noted
    return laid


def _excess(laid: Laid, most: float) -> float:
    """Return by how many pages a sheet is too long."""
    return laid.text_pages - 1 + laid.last_fill - most


def _guess(laid: Laid, most: int) -> int:
    """Guess how many rungs further a sheet has `most` pages, from how much too long it is."""
    return round(_excess(laid, most) / (most * SAVED))


def _spare(laid: Laid, most: float) -> int:
    """Guess how many rungs looser a sheet still has at most so many pages; at least one."""
    return max(int(-_excess(laid, most) / (most * SPARED)), 1)
