"""The fit ladder."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.page_format import Limit
from leafwright.pdf.fit import ANY, Goal, _guess, fit
from leafwright.pdf.ladder import LOOSEST, Step, ladder

fine = partial(Limit, spaces=(1.0, 0.92, 0.84, 0.76, 0.68, 0.6), leadings=(1.0, 0.97, 0.94))
"""A limit with more rungs than the bundled sheets have, so that a search among them can be told from luck."""
LARGE = fine(least_type=16 / 18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A sheet that nobody laid out."""

    step: Step
    text_pages: int
    last_fill: float
    leaves: int = 0
    least_fill: float = 1.0

    @property
    def pages(self) -> int:
        """Those of text and for notes, and the leaves of what is cut out, each after an even page."""
        before = self.text_pages + self.step.notes
        return before + (before % 2 + self.leaves if self.leaves else 0)


class FakeEngine:
    """Says how many pages a step takes, and records the steps."""

    def __init__(self, pages: Callable[[Step], float]) -> None:
        self.pages = pages
        self.asked: list[Step] = []

    def __call__(self, step: Step, _goal: Goal) -> Laid:
        """Lay out nothing."""
        self.asked.append(step)
        pages = self.pages(step)
        whole = int(pages)
        return Laid(step=step, text_pages=whole + (pages > whole), last_fill=pages - whole or 1.0)


def test_type_is_not_made_smaller_to_save_a_page() -> None:
    """A last page of large print that only smaller type would save is printed."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=3 if step.type_size == 1.0 else 2, last_fill=0.1)

    assert fit(lay_out, LARGE).step.type_size == 1.0


def test_type_is_made_smaller_to_keep_a_block_whole() -> None:
    """A box of large print that must be read in one look gives way a little, down to 16 points."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=3, last_fill=1.0)

    laid = fit(lay_out, LARGE, lambda each: each.step.type_size <= 0.95)
    assert laid.step.type_size == 0.94


def test_the_ladder_begins_loose() -> None:
    """The first rung changes nothing."""
    assert next(ladder(fine())) == LOOSEST


def test_space_is_tightened_before_type() -> None:
    """Type is made smaller only when space is at its tightest."""
    steps = list(ladder(fine(pages=1, least_type=0.9)))

    assert {step.type_size for step in steps if step.space > steps[-1].space} == {1.0}


@pytest.mark.parametrize("limit", [fine(), LARGE, fine(pages=1, least_type=11 / 11.5)])
def test_type_ends_at_its_least(limit: Limit) -> None:
    """No rung goes below the least type, and the last one reaches it."""
    sizes = [step.type_size for step in ladder(limit)]

    assert min(sizes) == sizes[-1] == limit.least_type


def test_each_rung_is_tighter() -> None:
    """No rung is looser than the one before it."""
    limit = fine(pages=1, least_type=0.9, spaces=(2.0, 1.3, 1.0, 0.8))
    steps = [(step.space, step.type_size, step.leading) for step in ladder(limit)]

    assert steps == sorted(steps, reverse=True)


def test_a_rung_is_three_properties() -> None:
    """A step sets the properties that styles multiply their sizes by."""
    step = Step(space=0.92, type_size=1.0, leading=0.94)

    assert step.css == ":root { --fit-space: 0.92; --fit-type: 1; --fit-leading: 0.94 }"


def test_lines_come_closer_before_space_is_reduced() -> None:
    """A sheet that is stretched keeps its lines apart until nothing is stretched."""
    steps = [(step.space, step.leading) for step in ladder(fine(spaces=(1.3, 1.0, 0.8)))]

    assert steps == [(1.3, 1.0), (1.0, 1.0), (1.0, 0.97), (1.0, 0.94), (0.8, 0.94)]


@pytest.mark.parametrize(("leading", "pages"), [(0.97, 5), (0.94, 5), (0.9, 6)])
def test_the_loosest_rung_with_the_fewest_pages_is_taken(leading: float, pages: int) -> None:
    """Lines that are a little closer are worth a page, but no closer than that."""
    engine = FakeEngine(lambda step: 5.35 if step.leading > leading else 4.98)

    laid = fit(engine, fine())

    assert (laid.text_pages, laid.step.leading) == (pages, leading if pages == 5 else 1.0)


def test_a_page_is_saved_only_where_it_may_be() -> None:
    """A last page that is too full to be saved by closer lines costs no other layout."""
    engine = FakeEngine(lambda _: 2.9)

    fit(engine, fine())

    assert engine.asked == [LOOSEST]


def test_a_page_that_cannot_be_saved_costs_three_layouts() -> None:
    """If neither the likely rung, nor one further down, nor the tightest saves a page, no other is tried."""
    engine = FakeEngine(lambda _: 4.1)

    assert fit(engine, fine()).step == LOOSEST
    assert len(engine.asked) == 4


def test_a_page_is_not_saved_by_splitting_a_block() -> None:
    """A rung that has fewer pages, but splits what was whole, is not taken."""
    engine = FakeEngine(lambda step: 3.4 if step.leading > 0.97 else 2.9)

    assert fit(engine, fine(), lambda laid: laid.step.leading > 0.97).step == LOOSEST


def test_what_fits_is_left_alone() -> None:
    """A sheet that fits is laid out once, loosely."""
    engine = FakeEngine(lambda _: 1.6)

    assert fit(engine, fine(pages=2)).step == LOOSEST
    assert engine.asked == [LOOSEST]


@pytest.mark.parametrize("needed", [1.05, 1.1, 1.2, 1.3, 1.45, 1.6, 1.65])
def test_the_first_rung_that_fits_is_taken(needed: float) -> None:
    """Bisecting finds the rung that trying one after the other would find."""
    limit = fine(pages=1, least_type=0.9)
    engine = FakeEngine(lambda step: needed * step.space * step.type_size)

    first = next(step for step in ladder(limit) if needed * step.space * step.type_size <= 1)

    assert fit(engine, limit).step == first


def test_few_rungs_are_tried() -> None:
    """Of thirteen rungs no more than five are laid out."""
    limit = fine(pages=1, least_type=0.9)
    engine = FakeEngine(lambda step: 1.5 * step.space * step.type_size)

    fit(engine, limit)

    assert (len(list(ladder(limit))), len(engine.asked)) == (13, 5)


def test_a_good_guess_is_all_it_takes() -> None:
    """A sheet that is as much too long as most are is laid out loosely, at its rung and at the one before."""
    engine = FakeEngine(lambda step: 1.07 - 0.0175 * (1 - step.space) / 0.08)

    assert fit(engine, fine(pages=1, leadings=(1.0,))).step.space == 0.68
    assert [step.space for step in engine.asked] == [1.0, 0.68, 0.76]


def test_smaller_type_is_not_tried_to_save_a_page() -> None:
    """Where a page is saved by space alone, no time is spent on what type would save."""
    engine = FakeEngine(lambda _: 2.2)

    fit(engine, LARGE)

    assert {step.type_size for step in engine.asked} == {1.0}


def test_the_last_rung_is_taken_when_none_fits() -> None:
    """A sheet that never fits is laid out as tightly as may be."""
    limit = fine(pages=1, least_type=0.95)

    assert fit(FakeEngine(lambda _: 1.8), limit).step == list(ladder(limit))[-1]


def test_no_rung_is_tried_twice() -> None:
    """What was laid out once is not laid out again."""
    engine = FakeEngine(lambda step: 3.2 if step.space > 0.7 else 2.9)

    fit(engine, fine(pages=4))

    assert len(engine.asked) == len(set(engine.asked))


def test_a_thin_last_page_is_saved() -> None:
    """The loosest rung that needs no last page is taken when that page would be nearly empty."""
    engine = FakeEngine(lambda step: 2.2 if step.space > 0.8 else 2.0)

    assert fit(engine, fine()).step == Step(space=0.76, type_size=1.0, leading=0.94)


def test_a_thin_last_page_that_stays_leaves_the_sheet_loose() -> None:
    """When no rung saves the page the sheet keeps its space."""
    assert fit(FakeEngine(lambda _: 2.2), fine()).step == LOOSEST


def test_a_last_page_a_third_full_is_left_alone() -> None:
    """A page of many that is used is not saved at the cost of much space."""
    engine = FakeEngine(lambda step: 9.4 if step.space > 0.8 else 9.0)

    assert fit(engine, fine()).step == LOOSEST


@pytest.mark.parametrize(("pages", "kept"), [(9, 1.0), (5, 0.76), (4, 0.6), (3, 0.6)])
def test_of_few_pages_one_is_saved_at_the_cost_of_more_space(pages: int, kept: float) -> None:
    """A sheet gives up twice as much of its space, at most, as it saves of its pages."""
    least = {9: 0.76, 5: 0.76, 4: 0.6, 3: 0.6}[pages]
    engine = FakeEngine(lambda step: pages - 1 if step.space <= least else pages - 0.6)

    assert fit(engine, fine()).step.space == kept


def test_a_page_is_saved_within_a_limit() -> None:
    """A sheet that keeps its limit by a tight rung may become tighter to avoid a thin last page."""
    engine = FakeEngine(lambda step: {1.0: 3.5, 0.92: 2.2, 0.84: 2.1}.get(step.space, 2.0))

    assert fit(engine, fine(pages=3)).step.space == 0.76


def test_two_pages_are_saved_one_after_the_other() -> None:
    """A last page that is thin once more after a page was saved is saved too."""
    engine = FakeEngine(lambda step: {1.0: 4.1, 0.92: 3.1, 0.84: 3.1}.get(step.space, 2.9))

    assert fit(engine, fine()).step.space == 0.76


def test_one_page_is_never_thin() -> None:
    """The only page of a short sheet is kept however little is on it."""
    engine = FakeEngine(lambda _: 0.1)

    assert fit(engine, fine()).step == LOOSEST
    assert len(engine.asked) == 1


def test_a_block_is_kept_whole_by_a_tighter_rung() -> None:
    """Where a block is split that must not be, the loosest rung is taken that does not split it."""
    engine = FakeEngine(lambda _: 4.5)

    assert fit(engine, fine(), lambda laid: laid.step.space < 0.8).step.space == 0.76
    assert fit(engine, fine(pages=5), lambda laid: laid.step.space < 0.9).step.space == 0.84


def test_a_block_that_no_rung_keeps_whole_leaves_the_sheet_loose() -> None:
    """What is too tall for a page at any rung costs the sheet no space."""
    assert fit(FakeEngine(lambda _: 4.5), fine(), lambda _: False).step == LOOSEST


def test_the_rungs_of_a_sheet_on_one_page() -> None:
    """Space is reduced by eight hundredths down to six tenths, then type by two."""
    limit = fine(pages=1, least_type=0.95, leadings=(1.0,))
    steps = [(step.space, step.type_size) for step in ladder(limit)]

    assert steps == [
        *((1.0, 1.0), (0.92, 1.0), (0.84, 1.0), (0.76, 1.0), (0.68, 1.0), (0.6, 1.0)),
        *((0.6, 0.98), (0.6, 0.96), (0.6, 0.95)),
    ]


@given(
    pages=st.lists(st.integers(1, 9), min_size=14, max_size=14),
    whole_from=st.integers(0, 14),
    most=st.none() | st.integers(1, 9),
    fill=st.floats(0.01, 1.0),
)
def test_a_layout_may_be_given_up(pages: list[int], whole_from: int, most: int | None, fill: float) -> None:
    """A sheet whose layouts are given up as soon as they miss their goal is fitted as if they were not."""
    limit = fine(pages=most, least_type=16 / 18)
    steps, taken = list(ladder(limit)), sorted(pages, reverse=True)

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=taken[steps.index(step)], last_fill=fill)

    def is_whole(laid: Laid) -> bool:
        return steps.index(laid.step) >= whole_from

    def given_up(step: Step, goal: Goal) -> Laid | None:
        laid = lay_out(step, goal)
        missed = laid.text_pages > goal.text_pages or (goal.whole and not is_whole(laid))
        return None if missed else laid

    assert fit(given_up, limit, is_whole) == fit(lay_out, limit, is_whole)


@given(first=st.integers(0, 13), whole_from=st.integers(0, 13))
def test_the_loosest_rung_is_found(first: int, whole_from: int) -> None:
    """Trying a few rungs finds the one that trying one after the other would find."""
    limit = fine(pages=2, least_type=16 / 18)
    steps = list(ladder(limit))

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=2 if steps.index(step) >= first else 3, last_fill=0.9)

    laid = fit(lay_out, limit, lambda each: steps.index(each.step) >= whole_from)
    assert laid.step == steps[max(first, whole_from)]


def test_a_rung_that_was_given_up_for_an_easier_goal_is_not_tried_again() -> None:
    """What is too long for three pages is too long for two, and a rung that splits a block is not whole."""
    asked: list[Step] = []

    def given_up(step: Step, goal: Goal) -> Laid | None:
        asked.append(step)
        return None if goal != ANY else Laid(step=step, text_pages=3, last_fill=0.9)

    fit(given_up, fine(pages=2))

    assert len(asked) == 2 * 3 + 1


@pytest.mark.parametrize(
    ("pages", "last_fill", "most", "guess"),
    [(2, 0.05, 1, 2), (2, 0.1, 1, 3), (3, 0.05, 2, 1), (2, 0.3, 1, 10), (4, 0.2, 2, 20)],
)
def test_the_rung_is_guessed_from_what_is_too_much(
    pages: int, last_fill: float, most: int, guess: int
) -> None:
    """Each rung saves about a thirtieth of every page."""
    assert _guess(Laid(step=LOOSEST, text_pages=pages, last_fill=last_fill), most) == guess


@pytest.mark.parametrize(("last_fill", "thin"), [(0.32, True), (1 / 3, False), (0.34, False)])
def test_a_last_page_is_thin_below_a_third(last_fill: float, *, thin: bool) -> None:
    """From a third on it is worth its paper."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        pages = 2 if step.space > 0.9 else 1
        return Laid(step=step, text_pages=pages, last_fill=last_fill if pages > 1 else 0.9)

    assert (fit(lay_out, fine()).text_pages == 1) is thin


def test_what_is_never_whole_is_not_saved_by_a_page() -> None:
    """A sheet keeps its limit first; if no rung keeps its blocks whole, the limit decides."""
    engine = FakeEngine(lambda step: 2.9 if step.space > 0.8 else 1.9)

    assert fit(engine, fine(pages=2), lambda _: False).step.space == 0.76


BOOKLET = fine(multiple=4, least_type=11 / 12)


@pytest.mark.parametrize(
    ("pages", "text", "notes"),
    [(4.0, 4, 0), (2.7, 3, 1), (1.0, 1, 3), (5.9, 6, 2), (7.9, 8, 0), (10.9, 11, 1)],
)
def test_pages_for_notes_fill_the_sheets_of_a_booklet(pages: float, text: int, notes: int) -> None:
    """Its pages are a multiple of four, and no tighter than they need to be."""
    laid = fit(FakeEngine(lambda _: pages), BOOKLET)

    assert (laid.text_pages, laid.step.notes, laid.pages % 4) == (text, notes, 0)


@pytest.mark.parametrize(("pages", "saved"), [(4.3, 4), (8.9, 8), (9.5, 8), (5.5, 6)])
def test_a_sheet_of_a_booklet_is_saved_where_its_ladder_reaches(pages: float, saved: int) -> None:
    """Then its type may be a little smaller too; if the ladder does not reach so far, nothing is."""
    laid = fit(FakeEngine(lambda step: pages * step.space**0.2 * step.type_size), BOOKLET)

    assert laid.text_pages == saved
    assert (laid.step.notes == 0) == (laid.text_pages % 4 == 0)


def test_a_leaf_of_a_booklet_counts_as_the_pages_that_it_takes() -> None:
    """A page for notes may take the place of the empty one before what is cut out."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=5, last_fill=1.0, leaves=2)

    laid = fit(lay_out, BOOKLET)
    assert (laid.pages, laid.step.notes) == (8, 0)

    def longer(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=7, last_fill=1.0, leaves=2)

    assert (fit(longer, BOOKLET).pages, fit(longer, BOOKLET).step.notes) == (12, 2)


FULLNESS = {"0": 0.75, "1": 0.59, "2": 0.74}
"""How full the emptiest page is."""


@pytest.mark.parametrize(
    ("thin", "pages", "last", "kept"),
    [
        ("1110000000", "3333333333", 0.9, 3),  # the loosest that fills every page
        ("2200000000", "3333333333", 0.9, 2),  # so far that it looks full
        ("2220000000", "3333333333", 0.9, 0),  # if that takes only a little space
        ("1112222222", "3333333333", 0.9, 3),  # or else so far that it is not too empty
        ("1122222000", "3333333333", 0.9, 2),
        ("2222222222", "3333333333", 0.9, 0),
        ("1111111111", "3333333333", 0.9, 0),  # none does, so no space is given up
        ("1110000000", "3334444444", 0.9, 0),  # but none that takes a page more
        ("1110000000", "3333333333", 0.2, 0),  # or leaves the last one nearly empty
        ("0111111111", "3333333333", 0.9, 0),
    ],
)
def test_a_page_is_filled_at_the_cost_of_space(thin: str, pages: str, last: float, kept: int) -> None:
    """Below what is whole and begins the next page there may be a hole, which a tighter rung closes.

    No rung is laid out again for it, also none that was given up at its emptiest page.
    """
    steps = list(ladder(fine()))
    asked: list[Step] = []

    def lay_out(step: Step, goal: Goal) -> Laid | None:
        asked.append(step)
        rung = min(steps.index(step), 9)
        fill, least = last if rung else 0.9, FULLNESS[thin[rung]]
        laid = Laid(step=step, text_pages=int(pages[rung]), last_fill=fill, least_fill=least)
        return laid if least >= goal.full else None

    assert steps.index(fit(lay_out, fine()).step) == kept
    assert len(asked) == len(set(asked))


def test_type_is_not_made_smaller_to_fill_a_page() -> None:
    """A hole that only smaller type would close stays."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        return Laid(step=step, text_pages=3, last_fill=0.9, least_fill=0.5 if step.type_size == 1.0 else 1.0)

    assert fit(lay_out, LARGE).step == LOOSEST


@pytest.mark.parametrize(("least", "kept"), [(0.74, 0.6), (0.75, 1.0)])
def test_a_page_is_saved_at_any_space_where_another_is_not_full(least: float, kept: float) -> None:
    """A page with a hole may take what is on the last one, though that is well filled."""

    def lay_out(step: Step, _goal: Goal) -> Laid:
        pages = 6 if step.space <= 0.6 else 7
        return Laid(step=step, text_pages=pages, last_fill=0.35, least_fill=least)

    assert fit(lay_out, fine()).step.space == kept
