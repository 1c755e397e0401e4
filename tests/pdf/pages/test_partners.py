"""Logos of partners are printed whole, in the masthead and at the end, and the sheet passes every proof."""

from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from leafwright.pdf import Proof

MARK = {"path": "logo.svg", "alt": "A partner"}
LAST = {"path": "logo.svg", "alt": "An award", "at": "end", "least-height": 14}
Edges = tuple[float, float, float, float]
HIGH, NARROW = 700, 200
"""Where the masthead is and how wide a logo is at most, in points."""


@pytest.mark.parametrize(("edition", "number"), [("standard", 1), ("standard", 5), ("large-print", 5)])
def test_partners_are_proved(edition: str, number: int, prove_blocks: Callable[..., Proof]) -> None:
    """Beside the clinic's logo or at the end, with the foot in another order."""
    order = {"foot": ["clinic", "status", "code"], "masthead": ["partners", "department", "logo"]}

    proof = prove_blocks(edition=edition, clinic={"partners": [MARK] * number + [LAST], "order": order})

    assert {problem.code for problem in proof.problems} <= {"thin-last-page"}


@pytest.mark.parametrize("variant", ["leaflet", "comparison"])
@pytest.mark.parametrize("wanted", [{}, {"least-height": 16, "clear-space": 5}])
def test_logos_stand_on_one_middle_line(
    variant: str, wanted: dict[str, float], prove_blocks: Callable[..., Proof]
) -> None:
    """Whichever is higher, the clinic's own logo and that of a partner look like one row."""
    proof = prove_blocks(variant, clinic={"partners": [MARK | wanted]})

    own, partner = _logos(proof.content)
    assert own != pytest.approx(partner)
    assert sum(own) / 2 == pytest.approx(sum(partner) / 2, abs=0.5)


def _logos(content: bytes) -> list[tuple[float, float]]:
    """Find the lower and the upper edge of each logo: what is high up, narrow, and no plate of another."""
    with pdfium.PdfDocument(content) as document:
        shapes = document[0].get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH], max_depth=8)
        edges = [shape.get_bounds() for shape in shapes]
    narrow = [edge for edge in edges if edge[1] > HIGH and edge[2] - edge[0] < NARROW]
    plates = [one for one in narrow if any(_is_within(other, one) for other in narrow)]
    return [(edge[1], edge[3]) for edge in narrow if edge not in plates]


def _is_within(one: Edges, other: Edges) -> bool:
    lower = one[0] > other[0] and one[1] > other[1]
    return lower and one[2] < other[2] and one[3] < other[3]
