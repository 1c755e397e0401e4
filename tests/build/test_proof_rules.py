"""The proof rules in a build: what they find is reported, kept, and stops a sheet when it is an error."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.build import BuildRequest, Outcome, Result, Selection, draft_sheets
from leafwright.build.fingerprint import Toolchain
from leafwright.library import load_library
from leafwright.manifest import note_problems
from leafwright.problems import Severity
from tests.fakes import THREAD, carry_out, entries_in
from tests.workspaces import TOPIC, write_workspace

DARK = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><title>Night</title>
  <path fill="#111" d="M0 0H90V90H0Z"/>
</svg>
"""
NIGHT = [
    {"kind": "picture", "id": f"night-{number}", "file": "night.svg", "alt": "The night"}
    for number in (1, 2, 3, 4)
]
SILENT = {"rule": "low-ink", "reason": "the picture is of the night"}


def _build(root: Path, profile: str = "uk-nhs", **changes: Any) -> list[Result]:
    files = {f"handouts/{TOPIC}/night.svg": DARK}
    clinic = {"profile": profile, "rules": {"low-ink": {"most": 100}}}
    workspace = write_workspace(root / "workspace", blocks=NIGHT, files=files, clinic=clinic, **changes)
    toolchain = Toolchain(workspace=workspace, fingerprint="the toolchain", versions={})
    drafts = draft_sheets(
        load_library(workspace), Selection(variants=("leaflet",), editions=("standard",)), toolchain
    )
    return list(carry_out(drafts, BuildRequest(workspace=workspace, output=root / "output", pool=THREAD)))


def test_a_warning_is_kept_with_the_sheet(tmp_path: Path) -> None:
    """What a proof rule finds is reported with the sheet, and the manifest knows it; the sheet is written."""
    (result,) = _build(tmp_path, "uk-nhs")
    (entry,) = entries_in(tmp_path / "output").values()

    assert [(found.code, found.severity) for found in result.problems] == [("low-ink", Severity.WARNING)]
    assert entry.findings == note_problems(result.problems)
    assert (tmp_path / "output" / entry.key.path).exists()


def test_an_error_stops_the_sheet(tmp_path: Path) -> None:
    """What is an error in the clinic's profile is not written."""
    (result,) = _build(tmp_path, "strict")

    assert result.outcome is Outcome.REFUSED
    assert "low-ink" in {found.code for found in result.problems}
    assert list((tmp_path / "output").rglob("*.pdf")) == []


@pytest.mark.parametrize("rule", ["low-ink", "long-sentence"])
def test_a_silence_of_the_handout_holds(tmp_path: Path, rule: str) -> None:
    """An author's silence goes with the sheet to its proof, and counts for its own rule only."""
    (result,) = _build(tmp_path, handout={"silence": [{**SILENT, "rule": rule}]})

    assert [found.code for found in result.problems] == ([] if rule == "low-ink" else ["low-ink"])
