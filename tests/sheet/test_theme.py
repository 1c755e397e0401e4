"""The theme of a sheet: the brand's families, and the fallback fonts."""

from pathlib import Path

import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.families import FontSource
from leafwright.library import load_library
from tests.languages import write_in
from tests.sheet.conftest import Maker
from tests.workspaces import CLINIC, line_of, write_workspace


def no_fonts(monkeypatch: pytest.MonkeyPatch, family: str) -> None:
    """Take the package of a family away."""
    there = FontSource.installed.fget  # type: ignore[attr-defined]  # a property's getter
    monkeypatch.setattr(FontSource, "installed", property(lambda one: one.family != family and there(one)))


def test_english_needs_no_fallback_font(make: Maker) -> None:
    """A page in the brand's own letters has one family, and Latin's leading."""
    theme = make().theme

    assert (theme.base, theme.fallbacks, theme.scripts, theme.leading) == ("Atkinson Hyperlegible", (), (), 1)


def test_fonts_that_are_not_installed_are_reported_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clinic's line with the language is named, with the command to install them."""
    workspace = write_in(tmp_path, "he")
    no_fonts(monkeypatch, "Heebo")

    refusals = draft_sheets(load_library(workspace), Selection()).refusals

    (problem,) = {problem for refusal in refusals for problem in refusal.problems}
    assert (problem.code, problem.place.file) == ("fonts-not-installed", f"clinics/{CLINIC}/clinic.yaml")
    assert problem.place.line == line_of(workspace, "languages:", problem.place.file)
    assert problem.message == "the fonts for Hebrew are not installed, which he is printed in"
    assert problem.hint == "run `make scripts`, or install Leafwright again as 'FILE.whl[hebrew]'"


def test_other_sheets_are_planned_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that is missing for one language keeps back no other."""
    workspace = write_workspace(tmp_path)
    no_fonts(monkeypatch, "Heebo")

    assert draft_sheets(load_library(workspace), Selection()).refusals == ()


def test_a_script_without_fonts_is_reported(tmp_path: Path) -> None:
    """A language that no bundled or fallback family can print is refused by the name of its script."""
    refusals = draft_sheets(load_library(write_in(tmp_path, "am", sentences="Amharic")), Selection()).refusals

    (problem,) = {problem for refusal in refusals for problem in refusal.problems}
    assert problem.code == "no-fonts"
    assert problem.message == "am is written in a script (Ethi) that Leafwright has no fonts for"
    assert problem.hint == "take the language out"


def test_a_page_names_the_families_in_order(tmp_path: Path) -> None:
    """The brand's family comes first and prints Latin words; what it lacks is looked for in the next."""
    workspace = write_in(tmp_path, "th")
    (job, *_) = draft_sheets(load_library(workspace), Selection()).jobs

    assert (
        '--font-base: "Figures for Atkinson Hyperlegible", "Atkinson Hyperlegible", "Noto Sans Thai";'
        in job.html
    )
    assert "--leading: 1.1;" in job.html


def test_a_page_in_english_says_nothing_of_scripts(tmp_path: Path) -> None:
    """Default values for Latin are not written into its pages."""
    (job, *_) = draft_sheets(load_library(write_workspace(tmp_path)), Selection()).jobs

    assert '--font-base: "Figures for Atkinson Hyperlegible", "Atkinson Hyperlegible";' in job.html
    assert "--leading" not in job.html
    assert "--small" not in job.html
    assert "--kerning" not in job.html
