"""The fit ladder: make a sheet fit its pages, but never with smaller type than its readers need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Generic, Protocol, TypeVar

from leafwright.page_format import Limit

MM: Final = 96 / 25.4
"""CSS pixels in a millimetre."""

LIKELY: Final = 3
"""The rung that is tried first if nothing suggests another one."""
SAVED: Final = 0.0175
"""Roughly the share of a page that one rung saves on each page: it decides which rungs are tried."""
HOLES: Final = 2
"""How much more a rung may save than that, because it may also close a hole before what is whole."""
LEAST_EASY: Final = 0.84
"""The least share of the space that a sheet gives up only to take fewer pages."""
MOST_SAVED: Final = 0.25
"""The share of the pages that no ladder saves, so that it need not be tried."""
LEAST_LAST_PAGE: Final = 1 / 3
"""How full the last page must be; an emptier one is avoided if possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: the shares of vertical space, of the type size and of the height of a line that are kept.

    `notes` is how many pages for notes there are.
    """

    space: float
    type_size: float
    leading: float = 1.0
    notes: int = 0

    @property
    def css(self) -> str:
        """Return the rung as custom properties, by which sizes in styles/ are multiplied and pages shown."""
        kept = {"space": self.space, "type": self.type_size, "leading": self.leading}
        shown = "".join(f"; --notes-{number}: block" for number in range(1, self.notes + 1))
        return f":root {{ {'; '.join(f'--fit-{name}: {share:g}' for name, share in kept.items())}{shown} }}"


LOOSEST: Final = Step(space=1.0, type_size=1.0)


class Laid(Protocol):
    """A sheet that is laid out: its rung, its pages of text, and how full the last of them is."""

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


L = TypeVar("L", bound=Laid)


def ladder(limit: Limit) -> Iterator[Step]:
    """Go down the rungs: first lines come closer, then space is reduced, then type, each down to its least.

    A sheet that is stretched keeps its lines apart until nothing is stretched.
    """
    full = next((space for space in limit.spaces if space <= 1), limit.spaces[-1])
    for space in limit.spaces:
        stretched, tight = space > full, space < full
        for leading in limit.leadings[:1] if stretched else limit.leadings[-1:] if tight else limit.leadings:
            yield Step(space=space, type_size=1.0, leading=leading)
    size = 1.0
    while size > limit.least_type:
        size = max(round(size - 0.02, 4), limit.least_type)
        yield Step(space=limit.spaces[-1], type_size=size, leading=limit.leadings[-1])


def fit(lay_out: Callable[[Step], L], limit: Limit, whole: Callable[[L], bool] = lambda _: True) -> L:
    """Lay a sheet out at the loosest rung that keeps the limit, or at the last rung if none does.

    A tighter rung is also used if it keeps every block `whole`, or if it saves a page: an emptier last page
    at the cost of any space, another one at that of a little. It may save a sheet of a booklet.
    A tighter rung never takes more pages than a looser one, so trying a few of them is enough.
    """
    rungs = _Rungs(lay_out, limit)
    kept, last, most = 0, len(rungs.steps) - 1, limit.pages
    if most is not None and rungs.at(0).text_pages > most:
        kept = rungs.first(0, last, _within(most), _guess(rungs.at(0), most))
    if not (sound := whole(rungs.at(kept))):
        unsplit = rungs.better(kept, last, whole)
        kept, sound = unsplit, unsplit > kept

    def saves(laid: L) -> bool:
        return laid.text_pages < rungs.at(kept).text_pages and (whole(laid) or not sound)

    while (furthest := _furthest(laid := rungs.at(kept), rungs.steps)) > kept:
        saved = rungs.better(kept, furthest, saves, kept + _guess(laid, laid.text_pages - 1))
        if saved == kept:
            break
        kept = saved

    def reduced_to(pages: int) -> L:
        holds = rungs.first(kept, last, lambda laid: laid.pages <= pages and (whole(laid) or not sound))
        return rungs.at(holds)

    return _folded(rungs.at(kept), reduced_to, lay_out, limit.multiple)


class _Rungs(Generic[L]):
    """The rungs of a sheet, each laid out once, when it is first asked for."""

    def __init__(self, lay_out: Callable[[Step], L], limit: Limit) -> None:
        self.steps = tuple(ladder(limit))
        self._lay_out = lay_out
        self._laid: dict[int, L] = {}

    def at(self, rung: int) -> L:
        """Lay the sheet out at a rung."""
        if rung not in self._laid:
            self._laid[rung] = self._lay_out(self.steps[rung])
        return self._laid[rung]

    def first(self, fails: int, last: int, holds: Callable[[L], bool], guess: int = LIKELY) -> int:
        """Find the first rung after one that fails at which a condition holds; the last one if none does."""
        return _first(lambda rung: holds(self.at(rung)), fails, last, guess)

    def better(self, fails: int, last: int, holds: Callable[[L], bool], guess: int = LIKELY) -> int:
        """Find the same, or return the rung that fails if neither the guess nor the last one holds."""
        guess = min(max(guess, fails + 1), last)
        hopeful = last > fails and (holds(self.at(guess)) or holds(self.at(last)))
        return self.first(fails, last, holds, guess) if hopeful else fails


def _furthest(laid: Laid, rungs: tuple[Step, ...]) -> int:
    """Return the tightest rung that may be used to save the last page of a sheet; its own if none may.

    No type is made smaller for it.
    """
    kept, pages = rungs.index(laid.step), laid.text_pages
    if pages == 1:
        return kept
    thin = laid.last_fill < LEAST_LAST_PAGE
    spared = [step.type_size == 1.0 and (thin or step.space >= LEAST_EASY) for step in rungs]
    furthest = max(kept, spared.index(False) - 1 if False in spared else len(rungs) - 1)
    return furthest if thin or kept + _guess(laid, pages - 1) // HOLES <= furthest else kept


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


def _excess(laid: Laid, most: int) -> float:
    """Return by how many pages a sheet is too long."""
    return laid.text_pages - 1 + laid.last_fill - most


def _within(pages: int) -> Callable[[Laid], bool]:
    return lambda laid: laid.text_pages <= pages


def _guess(laid: Laid, most: int) -> int:
    """Guess how many rungs further a sheet has `most` pages, from how much too long it is."""
    return round(_excess(laid, most) / (most * SAVED))


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
