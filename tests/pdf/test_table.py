"""A table on paper: over pages, with cells to write in, and as cards in large print."""

from collections.abc import Callable

import pytest

from leafwright.pdf import Proof
from tests.sheet.test_table import table

pytestmark = pytest.mark.unwatched  # the lines that draw this are run by the tests of their rooms

Prover = Callable[..., Proof]


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_table_passes_every_proof(edition: str, prove_blocks: Prover) -> None:
    """Over a page, with cells to write in, with its head again on the next page."""
    rows = [[f"Day {number}", str(number), "A little sore"] for number in range(1, 46)]
    diary = {"empty-rows": 3, "row-heads": False}
    tables = [table(caption="Walks", rows=rows), table(id="mine", rows=None, **diary)]

    proof = prove_blocks("leaflet", edition, blocks=tables)

    assert [str(problem) for problem in proof.problems if problem.code != "does-not-fit"] == []
