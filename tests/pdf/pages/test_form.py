"""Forms on paper: nothing lost, nothing overprinted, and whole, in each edition."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from leafwright.build import Selection
from leafwright.build.draft import draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof
from leafwright.pdf.box import Box
from leafwright.pdf.extract import read_strips
from leafwright.pdf.fit import MM
from leafwright.pdf.proof import prove
from leafwright.problems import Severity
from tests.translations import translated, write_bilingual_workspace, write_translation

PT = 72 / 96
"""Points in a CSS pixel."""
FORM: dict[str, Any] = {
    "kind": "fields",
    "id": "form",
    "rows": [
        [{"label": "Name", "width": "wide"}, {"label": "Born", "width": "narrow"}],
        [{"label": "Knee", "choose": ["left", "right"]}, {"label": "Pain", "circle": ["none", "much"]}],
        [{"label": "Draw", "box": "20"}],
        [{"signature": "Patient", "statement": "I agree."}],
    ],
}
ASKED: dict[str, Any] = {
    "kind": "questionnaire",
    "id": "asked",
    "groups": [
        {
            "id": f"group-{number}",
            "lead": "Do you have any of these in your body:",
            "questions": ["a pacemaker, a heart valve or any other implant in the heart"] * 6,
            "ring": {"answers": ["yes", "not-sure"], "text": "Do not wait for the day."},
        }
        for number in range(3)
    ],
    "signed": "true",
    "staff": [[{"label": "Checked by"}]],
}


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_form_is_fit_to_publish(prove_blocks: Callable[..., Proof], edition: str) -> None:
    """Fields and questions of several pages pass every proof."""
    proof = prove_blocks(edition=edition, blocks=[FORM, ASKED])

    assert [str(problem) for problem in proof.problems if problem.severity is Severity.ERROR] == []
    assert proof.pages > 1


def test_a_form_stands_once_in_two_languages(tmp_path: Path) -> None:
    """There is one line to write on for both languages, with its words in both."""
    workspace = write_bilingual_workspace(tmp_path, blocks=[FORM, ASKED], editions=["bilingual"])
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs

    proof = prove(job.sheet, job.html, Engine(workspace))

    assert [str(problem) for problem in proof.problems if problem.severity is Severity.ERROR] == []
    assert job.html.count(f"<title>{translated('Born')}, to fill in</title>") == 1
    assert "<title>Born, to fill in</title>" not in job.html


@pytest.mark.parametrize("label", ["Medicamento", "Anaesthetists", "Who gave it to you"])
def test_a_label_never_touches_its_line(prove_blocks: Callable[..., Proof], label: str) -> None:
    """Beside what is filled in, in large print: a long word moves its line, several are wrapped."""
    rows = [[{"label": label}, {"label": "Date"}]]
    proof = prove_blocks(edition="large-print", blocks=[{"kind": "fields", "id": "form", "rows": rows}])

    strips = [strip for strip in read_strips(proof.content) if strip.words.split()[0] in label.split()]
    words = [strip.box for strip in strips]
    assert words
    for line in _lines(proof, words[0].page):
        beside = [word for word in words if word.top < line.bottom < word.bottom + 4 * MM]
        assert all(word.right + 2 * MM < line.left for word in beside)


def _lines(proof: Proof, number: int) -> list[Box]:
    """Find the lines to write on of a page."""
    page = pypdfium2.PdfDocument(proof.content)[number - 1]
    high = page.get_height()
    drawn = [thing.get_bounds() for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    return [
        Box(page=number, left=left / PT, top=(high - top) / PT, right=right / PT, bottom=(high - bottom) / PT)
        for left, bottom, right, top in drawn
        if top - bottom < 1 and right - left > 100
    ]
