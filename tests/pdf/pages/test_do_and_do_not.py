"""What to do and what not to do: two lists that differ in words and frame, side by side where they fit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.do_and_do_not import DoAndDoNotView
from leafwright.library import load_library
from leafwright.pdf import Proof
from leafwright.pdf.extract import Strip, read_strips
from tests.workspaces import line_of, sheet_of, write_workspace

Prover = Callable[..., Proof]
BLOCK: dict[str, Any] = {
    "kind": "do-and-do-not",
    "id": "first-day",
    "do": {"items": ["rest your knee", "drink water"]},
    "do-not": {"heading": "Not today", "items": ["drive a car"]},
}


def _strip(proof: Proof, words: str) -> Strip:
    return next(strip for strip in read_strips(proof.content) if words in strip.text)


def test_a_list_has_its_own_heading_or_the_usual_one(tmp_path: Path) -> None:
    """What an author does not head is headed by the words of the language."""
    sheet = sheet_of(write_workspace(tmp_path, blocks=[BLOCK]))

    (block,) = sheet.sections[0].blocks

    assert isinstance(block, DoAndDoNotView)
    assert [side.heading.plain for side in block.sides] == ["Do", "Not today"]


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_both_lists_are_printed_whole(edition: str, prove_blocks: Prover) -> None:
    """They are side by side at the same height, and one above the other in large print."""
    proof = prove_blocks(edition=edition, blocks=[BLOCK])
    do, do_not = _strip(proof, "rest your knee"), _strip(proof, "drive a car")

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}
    assert (do.box.bottom == pytest.approx(do_not.box.bottom, abs=4)) == (edition == "standard")
    assert (do.box.right <= do_not.box.left) == (edition == "standard")


def test_lists_longer_than_a_page_can_hold_are_broken_between_them(prove_blocks: Prover) -> None:
    """In large print each list is whole on its page, and says by its heading what it is."""
    many = [f"Item {number} has as many words as fill two lines in large print." for number in range(1, 9)]
    proof = prove_blocks(
        edition="large-print", blocks=[BLOCK | {"do": {"items": many}, "do-not": {"items": many}}]
    )

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"do": {"items": []}}, "too-few: 'items' has no entries; write at least 1"),
        ({"do-not": {"items": ["again"] * 13}}, "too-many: 'items' has 13 entries; write at most 12"),
        ({"do-not": {"heading": "Do not"}}, "missing-field: 'items' is missing; add `items:` with a list"),
    ],
    ids=["none", "too many", "a heading alone"],
)
def test_a_list_has_between_1_and_12_items(changes: dict[str, Any], told: str, tmp_path: Path) -> None:
    """What is wrong is reported at the list it is about, with the limit."""
    workspace = write_workspace(tmp_path, blocks=[BLOCK | changes])

    (problem,) = load_library(workspace).problems

    assert str(problem).partition(" ")[2] == told
    (key,) = changes
    assert problem.place.line >= line_of(workspace, f"{key}:")
