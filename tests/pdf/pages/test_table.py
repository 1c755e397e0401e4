"""A table on paper: over pages, with cells to write in, and as cards in large print."""

from collections.abc import Callable

import pytest
from pypdfium2 import PdfDocument

from leafwright.pdf import Proof
from tests.pdf.test_overprint import options_of
from tests.sheet.test_table import table

Prover = Callable[..., Proof]


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_table_passes_every_proof(edition: str, prove_blocks: Prover) -> None:
    """Over a page, with cells to write in, with its head again on the next page."""
    rows = [[f"Day {number}", str(number), "A little sore"] for number in range(1, 46)]
    diary = {"empty-rows": 3, "row-heads": False}
    tables = [table(caption="Walks", rows=rows), table(id="mine", rows=None, **diary)]

    proof = prove_blocks("leaflet", edition, blocks=tables)

    assert [str(problem) for problem in proof.problems if problem.code != "does-not-fit"] == []


@pytest.mark.parametrize(("count", "side"), [(4, 210), (5, 297), (6, 297)])
def test_a_comparison_of_many_options_turns_its_page(count: int, side: int, prove_blocks: Prover) -> None:
    """From five options on the page is wider than high, and everything on it keeps its place."""
    proof = prove_blocks("comparison", blocks=[options_of(count)])

    with PdfDocument(proof.content) as document:
        assert round(document[0].get_width() / 72 * 25.4) == side
    assert proof.problems == ()
