"""A brand's family that lacks letters is replaced for the whole language, and reported once."""

from pathlib import Path

from leafwright.build import Selection, draft_sheets
from leafwright.build.selection import ANY
from leafwright.library import load_library
from leafwright.problems import Problem, Severity
from leafwright.workspace import Workspace
from tests.languages import write_in
from tests.workspaces import BRAND, CLINIC, write_workspace


def notes(workspace: Workspace, selection: Selection = ANY) -> list[Problem]:
    """Draft a workspace, and pick what is reported about families."""
    problems = draft_sheets(load_library(workspace), selection).problems
    return [problem for problem in problems if problem.code == "family-gives-way"]


def test_a_family_that_lacks_letters_is_noted(tmp_path: Path) -> None:
    """The note is at the brand's family, and names some letters and the replacement."""
    (note,) = notes(write_in(tmp_path, "cy"))

    assert (note.severity, note.place.file) == (Severity.ADVICE, f"clinics/{CLINIC}/_brand.yml")
    assert note.message == (
        "Atkinson Hyperlegible lacks letters of cy (ŵ ŷ ẁ ẃ ẅ ỳ, among others), "
        "so its pages are set in Source Sans 3"
    )


def test_a_family_with_every_letter_is_not_noted(tmp_path: Path) -> None:
    """Source Sans 3 prints Welsh as it prints English."""
    typography = {"base": {"family": "Source Sans 3"}, "headings": {"family": "Source Sans 3"}}

    assert notes(write_in(tmp_path, "cy", brand={**BRAND, "typography": typography})) == []


def test_english_is_not_noted(tmp_path: Path) -> None:
    """Every family has the letters of English."""
    assert notes(write_workspace(tmp_path)) == []


def test_a_language_that_was_not_asked_for_is_not_noted(tmp_path: Path) -> None:
    """Who builds the sheets of another language hears nothing of this one."""
    assert notes(write_in(tmp_path, "cy"), Selection(languages=("pl",))) == []


def test_a_build_of_one_kind_of_sheet_is_told_as_well(tmp_path: Path) -> None:
    """The family is that of every sheet, so whoever builds one is told."""
    assert len(notes(write_in(tmp_path, "cy"), Selection(variants=("leaflet",), papers=("A4",)))) == 1
