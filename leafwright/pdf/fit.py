"""The fit ladder: make a sheet fit its pages, but never with smaller type than its readers need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from leafwright.page_format import Limit

MM: Final = 96 / 25.4
"""CSS pixels in a millimetre."""

LIKELY: Final = 3
"""The rung that is tried first if nothing suggests another one."""
SAVED: Final = 0.0175
"""Roughly the share of a page that one rung saves on each page: it decides which rungs are tried."""
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
    if not (sound := whole(at(kept))):
        unsplit = first(kept, last, whole)
        kept, sound = (unsplit, True) if whole(at(unsplit)) else (kept, False)

    def saves(laid: L) -> bool:
        return laid.text_pages < at(kept).text_pages and (whole(laid) or not sound)

    while (furthest := _furthest(at(kept), rungs)) > kept:
        saved = first(kept, furthest, saves, kept + _guess(at(kept), at(kept).text_pages - 1))
        if not saves(at(saved)):
            break
        kept = saved

    def reduced_to(pages: int) -> L:
        return at(first(kept, last, lambda laid: laid.pages <= pages and (whole(laid) or not sound)))

    return _folded(at(kept), reduced_to, lay_out, limit.multiple)


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
    return furthest if thin or kept + _guess(laid, pages - 1) <= furthest else kept


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
