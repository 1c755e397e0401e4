"""The figures of an icon array, counted where a reader finds them: among the shapes drawn on the page."""

from collections import Counter
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from leafwright.pdf import Proof

PARTS = {100: 2, 1000: 1}
"""The outlines a figure is drawn with: head and shoulders of a person, or one dot."""


def _shapes(content: bytes) -> Counter[int]:
    """Count the shapes of a file by how many outlines each has."""
    raw = pdfium.raw
    found: Counter[int] = Counter()
    with pdfium.PdfDocument(content) as document:
        for page in document:
            for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=8):
                parts = [
                    raw.FPDFPath_GetPathSegment(shape.raw, at)
                    for at in range(raw.FPDFPath_CountSegments(shape.raw))
                ]
                found[
                    [raw.FPDFPathSegment_GetType(part) for part in parts].count(raw.FPDF_SEGMENT_MOVETO)
                ] += 1
    return found


@pytest.mark.parametrize("of", [100, 1000])
@pytest.mark.parametrize("n", [3, 12, 97])
def test_as_many_figures_are_drawn_as_were_counted(
    prove_blocks: Callable[..., Proof], n: int, of: int
) -> None:
    """The page has one shape with all affected figures, and one with all others."""
    risk = {
        "kind": "risk",
        "id": "a-risk",
        "heading": "Fainting",
        "people": "people who rest",
        "event": "fainted",
        "otherwise": "did not",
        "n": n,
        "of": of,
        "time-frame": "within a week",
        "certainty": "low",
        "source": ["elm1999"],
    }

    shapes = _shapes(prove_blocks(blocks=[risk]).content)

    assert shapes[n * PARTS[of]] == 1
    assert shapes[(of - n) * PARTS[of]] == 1
