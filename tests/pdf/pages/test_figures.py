"""The figures of an icon array, counted as a reader sees them: the marks of each colour in a drawn page."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from weasyprint import HTML

from leafwright.html import render_html
from leafwright.palette import UNFILLED
from tests.pdf.conftest import Prover
from tests.readings import read_aloud
from tests.workspaces import sheet_of, write_workspace

COUNTS = (3, 97)
MARKS = {100: 2, 1000: 1}
"""The marks of a figure that do not touch: head and body of a person, or one square."""
DOTS = 150
"""How many dots an inch a page is drawn with."""
Dots = set[tuple[int, int]]


def _draw(picture: str) -> tuple[Dots, Dots]:
    """Draw a picture alone on a page; return the dots of filled figures and those of all others."""
    page = f"<style>@page {{ size: 110mm 100mm; margin: 2mm }} svg {{ width: 97mm }}</style>{picture}"
    grey = int(UNFILLED[1:3], 16)
    with pdfium.PdfDocument(HTML(string=page).write_pdf()) as document:
        image = document[0].render(scale=DOTS / 72, no_smoothpath=True).to_pil().convert("L")
    dots = [(x, y, image.getpixel((x, y))) for x in range(image.width) for y in range(image.height)]
    return {(x, y) for x, y, shade in dots if shade < grey}, {(x, y) for x, y, shade in dots if shade == grey}


def _count_marks(dots: Dots) -> int:
    """Count the areas of dots that touch each other."""
    left, marks = set(dots), 0
    while left:
        marks += 1
        waiting = [left.pop()]
        while waiting:
            x, y = waiting.pop()
            beside = {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & left
            left -= beside
            waiting += beside
    return marks


def _risk(of: int) -> dict[str, object]:
    """Write a risk but for how many it happened to."""
    return {
        "kind": "risk",
        "heading": "Fainting",
        "people": "people who rest",
        "event": "fainted",
        "otherwise": "did not",
        "of": str(of),
        "time-frame": "within a week",
        "certainty": "low",
        "source": ["elm1999"],
    }


@pytest.mark.parametrize("of", MARKS)
def test_as_many_figures_are_seen_as_were_counted(of: int, tmp_path: Path) -> None:
    """Each filled figure is apart from the next one, and so is each other one."""
    blocks = [_risk(of) | {"id": f"risk-{n}", "n": str(n)} for n in COUNTS]
    workspace = write_workspace(tmp_path, blocks=blocks)
    page = render_html(sheet_of(workspace), workspace)
    pictures = re.findall(r'<svg class="array__figures.*?</svg>', page, re.DOTALL)

    seen = [[_count_marks(dots) / MARKS[of] for dots in _draw(picture)] for picture in pictures]

    assert seen == [[n, of - n] for n in COUNTS]


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_picture_is_heard_as_its_sentence(edition: str, prove_blocks: Prover, tmp_path: Path) -> None:
    """Each number is heard once, in its sentence: the picture and its number are only seen."""
    compared = {"group": "Rest", "comparator": {"group": "Work", "n": "5"}}
    blocks = [_risk(1000) | {"id": "one", "n": "12"}, _risk(100) | compared | {"id": "two", "n": "3"}]
    path = tmp_path / "read.pdf"
    path.write_bytes(prove_blocks(edition=edition, blocks=blocks).content)

    heard = read_aloud(path).replace("\u00a0", " ")

    numbers = ["12 in 1,000", "988 in 1,000", "3 in 100", "97 in 100", "5 in 100", "95 in 100"]
    assert re.findall(r"\d+ in [\d,]+\d", heard) == numbers
    assert [heard.count(word) for word in ("Rest:", "Work:", "In the picture: fainted")] == [1, 1, 2]
    assert "LBody: did not" in heard
