"""Facts, bands and trees on paper: nothing is lost in any edition, and a row is never split."""

from collections.abc import Callable
from typing import Any

import pytest

from leafwright.pdf import Proof
from tests.sheet.test_facts import FACTS, bands
from tests.sheet.test_tree import WHOLE
from tests.strips import read_whole

Prover = Callable[..., Proof]
LONG: dict[str, Any] = FACTS | {
    "of": 1_000_000,
    "rows": [{**FACTS["rows"][0], "event": f"Outcome {number}", "n": [150_000, 1]} for number in range(12)],
}


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize(
    "block", [LONG, bands(1_000_000, *range(900_000, 900_012), 1, 20_000)], ids=["facts", "risk-bands"]
)
def test_tables_are_whole_or_go_on_with_their_heads(
    block: dict[str, Any], edition: str, prove_blocks: Prover
) -> None:
    """The longest numbers fit their columns, and what runs over pages says its heads again."""
    proof = prove_blocks(edition=edition, blocks=[block])

    assert {problem.code for problem in proof.problems} <= {"thin-last-page", "sparse-page"}


def test_the_denominator_stands_at_every_number_in_large_print(prove_blocks: Prover) -> None:
    """Where a table is unrolled, each number is read with its group and what it is out of."""
    texts = [strip.text for strip in read_whole(prove_blocks(edition="large-print", blocks=[FACTS]).content)]

    said = " ".join(" ".join(texts).replace("\u00a0", " ").split())
    assert "with the scan 2 in 1,000 without 4 in 1,000" in said


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_tree_is_whole_and_read_from_everyone_to_the_smallest_group(
    edition: str, prove_blocks: Prover
) -> None:
    """Groups of one level are side by side; in large print each is below the one before, indented further."""
    proof = prove_blocks(edition=edition, blocks=[WHOLE])
    strips = {strip.text.strip(): strip.box for strip in read_whole(proof.content)}
    ended, main = strips["220"], strips["780"]

    assert {problem.code for problem in proof.problems} <= {"thin-last-page", "sparse-page"}
    assert (ended.bottom == pytest.approx(main.bottom, abs=4)) == (edition == "standard")
    assert strips["1,000"].left < main.left < strips["20"].left < strips["4"].left
