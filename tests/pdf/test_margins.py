"""The head and the foot of a page get the height that their lines need."""

import math
import re
from pathlib import Path
from typing import Any

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.fit import MM
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES, RESERVED
from leafwright.pdf.margins import MoreHeight
from leafwright.problems import Severity
from tests.workspaces import CLINIC, PUBLIC_SANS, line_of, sheet_of, write_workspace

LONG = (
    "Elm Street and Saltmouth Bay University Teaching Hospitals Foundation Trust "
    "for the Northern Coast and the Islands of Ex"
)
NAMED = {"en": {"foot": {"clinic": "{clinic}. Review due {review_due}."}}}


def proof_of(root: Path, engine: Engine, edition: str = "large-print", **changes: Any) -> Proof:
    """Prove the leaflet of a small workspace."""
    space = write_workspace(root, **changes)
    made = sheet_of(space, edition=edition)
    return prove(made, render_html(made, space), engine.with_files(space))


def errors_of(proof: Proof) -> list[str]:
    """List the codes of what keeps a proof from being published."""
    return [problem.code for problem in proof.problems if problem.severity is Severity.ERROR]


def test_a_wide_family_and_a_long_name_get_a_higher_foot(tmp_path: Path, engine: Engine) -> None:
    """A clinic's name of 120 characters in wide, large letters is whole on each page that has it."""
    assert len(LONG) == 120

    changes = {"name": LONG, "words": NAMED}
    assert errors_of(proof_of(tmp_path, engine, brand=PUBLIC_SANS, clinic=changes)) == []


def test_a_foot_far_too_long_is_reported_at_the_name(tmp_path: Path, engine: Engine) -> None:
    """A foot may take a sixth of the paper more; beyond that its longest text is found in its file."""
    space = write_workspace(tmp_path, clinic={"name": " ".join([LONG] * 4), "words": NAMED})
    made = sheet_of(space, edition="large-print")

    proof = prove(made, render_html(made, space), engine.with_files(space))

    (problem,) = [each for each in proof.problems if each.code == "tall-margin"]
    name = f"clinics/{CLINIC}/clinic.yaml"
    assert (problem.place.file, problem.place.line) == (name, line_of(space, "name:", name))
    assert re.fullmatch(
        r"the foot of each page needs \d+ mm more than is kept for it, and may have 50 mm; "
        r"its longest text is 'Elm.*'",
        problem.message,
    )
    assert problem.hint == "shorten what is written here, which is on each page"
    assert "outside-margin" not in errors_of(proof)


@pytest.mark.parametrize(("margin", "name"), [("top", "head"), ("bottom", "foot")])
def test_a_margin_lacks_the_height_of_the_lines_too_many(engine: Engine, margin: str, name: str) -> None:
    """Of four lines of 10 mm two are too near to the edge of the paper: 20 mm more clear them."""
    align = "bottom" if margin == "top" else "top"
    words = f"@{margin}-left {{ content: 'A\\A B\\A C\\A D'; white-space: pre; vertical-align: {align} }}"
    style = f"html {{ font: 5mm/10mm 'Public Sans' }} @page {{ size: A5; margin: 26mm; {words} }}"
    page = engine.open(f"<html><title>T</title><style>{style}</style><p>Text.</p></html>")

    more = RESERVED.enough_for(page.lay_out(LOOSEST).document)

    assert more == MoreHeight(**{name: math.ceil(20 * MM)})
    assert more.css == f":root {{ --{name}-wrapped: {math.ceil(20 * MM)}px }}"


def test_a_margin_with_enough_height_is_left_alone(engine: Engine, html: str) -> None:
    """Nothing is laid out again, and the style of the rung stays the same."""
    document = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST).document

    assert RESERVED.enough_for(document) == RESERVED
    assert RESERVED.css == ""


def test_more_height_moves_the_text_away_from_the_foot(engine: Engine, html: str) -> None:
    """The styles add what a layout is given to the margin, to the pixel."""
    page = engine.open(html, HOUSE_STYLES)

    (before,), (after,) = (page.lay_out(LOOSEST, more).areas() for more in (RESERVED, MoreHeight(foot=40)))

    assert before.bottom - after.bottom == pytest.approx(40)
    assert before.top == after.top


def test_a_page_without_head_and_foot_lacks_nothing(engine: Engine) -> None:
    """A style of a workspace may leave both out."""
    page = engine.open("<html><title>T</title><p>Text.</p></html>")

    assert RESERVED.enough_for(page.lay_out(LOOSEST).document) == RESERVED
