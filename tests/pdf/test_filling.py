"""How full pages are, and what is named as pushed off one; nothing is laid out for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

import pytest

from leafwright.pdf.box import Box
from leafwright.pdf.filling import fills_of
from leafwright.pdf.layout import Layout
from leafwright.rules.proof.thin_page import check
from leafwright.rules.sheet_proof import SheetProof
from leafwright.sheet import Sheet
from leafwright.sheet.page_fill import PageFill
from tests.pdf.test_measured import box, measured
from tests.workspaces import sheet_of, write_workspace

TABLE = {"kind": "table", "id": "doses", "caption": "Doses", "head": ["Day", "Dose"]}
BLOCKS = [
    {"kind": "paragraphs", "id": "words", "text": "Walk a little."},
    {**TABLE, "rows": [["Monday", "1"], ["Tuesday", "2"]]},
]
Boxes = Mapping[str, tuple[Box, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What is asked of a layout: the fills of its pages, how many have text, and which a style ends."""

    shares: tuple[float, ...]
    text_pages: int
    ended: tuple[int, ...] = ()

    def fills(self) -> tuple[float, ...]:
        """Return the shares."""
        return self.shares

    def ends_by_style(self, page: int) -> bool:
        """Return whether a style ends the page."""
        return page in self.ended


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """Make a sheet with a text and a table."""
    return sheet_of(write_workspace(tmp_path_factory.mktemp("filled"), blocks=BLOCKS))


def fills(sheet: Sheet, boxes: Boxes, shares: tuple[float, ...], **layout: object) -> tuple[PageFill, ...]:
    """Say how full the pages of a sheet are that nobody laid out."""
    values = {"text_pages": len(shares), **layout}
    laid = cast("Layout", Filled(shares=shares, **values))  # type: ignore[arg-type]  # as the test gives them
    return fills_of(replace(measured(sheet, len(shares), boxes=boxes), layout=laid))


WHOLE: Boxes = {"words": (box(20, 20, 190, 60),), "doses": (box(20, 20, 190, 220, page=2),)}


def test_the_block_that_begins_the_next_page_was_pushed(plain: Sheet) -> None:
    """It is named with its place, how much it needs and how much room there was."""
    first, last = fills(plain, WHOLE, (0.4, 0.9))

    assert last.pushed is None
    assert first.pushed
    assert (first.pushed.name, first.pushed.place) == ("'doses'", plain.places["doses"])
    assert first.pushed.need == pytest.approx(200)
    assert first.pushed.room == pytest.approx(0.6 * 237)


@pytest.mark.parametrize("layout", [{"text_pages": 1}, {"ended": (1,)}])
def test_nothing_is_pushed_off_a_page_that_is_meant_to_end(plain: Sheet, layout: dict[str, object]) -> None:
    """The leaf of a card follows the last page of text, and a style may end a page."""
    assert [fill.pushed for fill in fills(plain, WHOLE, (0.4, 0.9), **layout)] == [None, None]


def test_a_piece_is_named_if_its_block_began_before(plain: Sheet) -> None:
    """A table that continues has a row that did not fit."""
    rows = {
        "words": (box(20, 20, 190, 60),),
        "doses": (box(20, 60, 190, 100), box(20, 20, 190, 150, page=2)),
        "doses-row-1": (box(20, 80, 190, 100),),
        "doses-row-2": (box(20, 30, 190, 150, page=2),),
    }

    pushed = fills(plain, rows, (0.4, 0.9))[0].pushed

    assert pushed
    assert pushed.name == "row 2 of 'doses'"
    assert pushed.need == pytest.approx(130)


def test_what_is_no_block_is_named_in_words(plain: Sheet) -> None:
    """The closing part of a sheet has no id of an author."""
    closing = {"words": (box(20, 20, 190, 60),), "disclaimer": (box(20, 20, 190, 220, page=2),)}

    pushed = fills(plain, closing, (0.4, 0.9))[0].pushed

    assert pushed
    assert pushed.name == "the disclaimer"


@pytest.mark.parametrize(("share", "fires"), [(0.599, True), (0.6, False), (1.0, False)])
def test_a_page_is_thin_below_the_least(plain: Sheet, share: float, *, fires: bool) -> None:
    """The profile says how full a page must be."""
    proof = SheetProof(sheet=plain, content=b"", fills=fills(plain, WHOLE, (share, 0.1)))

    assert bool(list(check(proof, least=60))) is fires


def test_what_helps_is_said(plain: Sheet) -> None:
    """The message says how much did not fit, and the hint by how much to shorten."""
    proof = SheetProof(sheet=plain, content=b"", fills=fills(plain, WHOLE, (0.4, 0.9)))

    (found,) = check(proof, least=60)

    assert found.message == "page 1 is 40% full: 'doses' needs 200 mm, and 142 mm were left"
    assert found.hint.endswith("shorten it or what is before it by 58 mm")
