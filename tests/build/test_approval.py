"""Approved means checked: an approved handout with an error of any rule gives no sheets."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from leafwright.build import (
    BuildRequest,
    Drafts,
    Outcome,
    Selection,
    draft_sheets,
    find_kept,
)
from leafwright.build.fingerprint import Toolchain
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.workspace import Workspace
from tests.fakes import THREAD, FakeProver, carry_out, decisions_on, entries_in, fake_prover
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import (
    CLINIC_FILE,
    HANDOUT,
    REFERENCES,
    TOPIC,
    line_of,
    second_clinic,
    write_workspace,
)

DAY = date(2026, 11, 29)
APPROVED = {
    "status": "approved",
    "approver": "The knee team",
    "variants": {"leaflet": {"sections": ["part"]}},
}
BRACKET = {"message": "[The main message goes here.]", "points": ["Rest it."]}
SOURCE = f"handouts/{TOPIC}/en.yaml"
PRINTS = {**CLINIC_FILE["prints"], "editions": ["standard"]}
# No place has the code 01632, and only its numbers from 960 000 to 960 999 are kept for fiction.
REACHED = {"phone": "01632 961 303", "email": "ask@elm-street.internal"}
GIVEN: dict[str, Any] = {
    "phones": {
        "department": {"number": "01632 961 301", "hours": {"en": "Monday to Friday, 9am to 5pm"}},
        "out-of-hours": {"number": "01632 961 302", "hours": {"en": "Nights and weekends"}},
        "emergency": {"number": "999"},
    },
    "web": "https://elm-street.internal",
    "email": "knees@elm-street.internal",
    "complaints": {**CLINIC_FILE["complaints"], **REACHED},
    "other-formats": REACHED,
}


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


def write_approved(root: Path, **changes: Any) -> Workspace:
    """Write a workspace with one approved leaflet in one edition."""
    handout = {**APPROVED, **changes.pop("handout", {})}
    clinic = {"prints": PRINTS, **GIVEN, **changes.pop("clinic", {})}
    return write_workspace(root, handout=handout, clinic=clinic, **changes)


def drafts_on(workspace: Workspace, day: date = DAY) -> Drafts:
    """Drafts a whole build on a day."""
    toolchain = Toolchain(workspace=workspace, fingerprint="the toolchain", versions={}, as_of=day)
    return draft_sheets(load_library(workspace), Selection(), toolchain)


def refused(drafts: Drafts) -> set[str]:
    """List the codes of what keeps sheets from being made."""
    return {problem.code for refusal in drafts.refusals for problem in refusal.problems}


def test_an_approved_handout_without_errors_is_built(tmp_path: Path) -> None:
    """Warnings and advice stop nothing."""
    drafts = drafts_on(write_approved(tmp_path))

    assert (len(drafts.jobs), drafts.refusals) == (1, ())


def test_a_bracket_in_an_approved_handout_stops_its_sheets(tmp_path: Path) -> None:
    """The finding is reported with its line, and the status with what follows from it."""
    workspace = write_approved(tmp_path, handout={"glance": BRACKET})

    (refusal,) = drafts_on(workspace).refusals

    assert {(found.code, found.place.line) for found in refusal.problems} == {
        ("approved-with-errors", line_of(workspace, "status: approved")),
        ("placeholder-text", line_of(workspace, "[The main")),
    }


@pytest.mark.parametrize("status", ["draft", "example"])
def test_a_draft_is_built_and_its_errors_are_counted(tmp_path: Path, status: str) -> None:
    """The author sees the page, and how much is left to correct."""
    text = {"kind": "paragraphs", "id": "claim", "text": "Stop taking your warfarin today [@elm1999]."}
    drafts = drafts_on(write_approved(tmp_path, handout={"status": status}, blocks=[text]))

    assert [job.facts.found.errors for job in drafts.jobs] == [1]


def test_any_rule_counts(tmp_path: Path) -> None:
    """What tells a patient to stop a medicine is no less an error than a bracket."""
    text = {"kind": "paragraphs", "id": "claim", "text": "Stop taking your warfarin today [@elm1999]."}

    assert "advice-to-stop-medicine" in refused(drafts_on(write_approved(tmp_path, blocks=[text])))


def test_a_clinic_s_own_profile_decides(tmp_path: Path) -> None:
    """What is an error to one clinic only stops the sheets of that clinic alone."""
    strict = second_clinic(prints=PRINTS, profile="strict")
    drafts = drafts_on(write_approved(tmp_path, files=strict))

    assert {job.key.clinic for job in drafts.jobs} == {"elm-street"}
    assert {refusal.key.clinic for refusal in drafts.refusals} == {"oak-street"}


def test_an_error_in_a_cited_source_counts(tmp_path: Path) -> None:
    """The title of a source is printed as well."""
    entry = {**REFERENCES[0], "title": "[Write the title of the study]"}

    assert "placeholder-text" in refused(drafts_on(write_approved(tmp_path, references=[entry])))


def test_an_error_in_the_clinic_s_file_counts(tmp_path: Path) -> None:
    """Its sheets print what is written there."""
    drafts = drafts_on(write_approved(tmp_path, clinic={"profile": "none-such"}))

    assert refused(drafts) == {"approved-with-errors", "unknown-profile"}


def test_a_silence_with_a_reason_counts(tmp_path: Path) -> None:
    """What an author has answered is no error any more."""
    silence = [{"rule": "placeholder-text", "reason": "brackets are part of the product's name"}]
    workspace = write_approved(tmp_path, handout={"glance": BRACKET, "silence": silence})

    assert drafts_on(workspace).refusals == ()


@pytest.mark.parametrize("edition", ["standard", "bilingual"])
def test_a_translation_of_an_approved_handout_is_refused_with_it(tmp_path: Path, edition: str) -> None:
    """It says what the source says, and is printed beside it."""
    workspace = write_bilingual_workspace(tmp_path, editions=[edition])
    path = workspace.root / SOURCE
    text = path.read_text("utf-8").replace("status: example", "status: approved\napprover: The knee team")
    path.write_text(text.replace("funding: No outside", "funding: TBC. No outside"), "utf-8")
    write_translation(workspace)

    drafts = drafts_on(workspace)

    assert drafts.jobs == ()
    assert {refusal.key.language for refusal in drafts.refusals} >= {"es"}
    assert "placeholder-text" in refused(drafts)


def test_its_older_sheet_is_marked(tmp_path: Path, prover: FakeProver) -> None:
    """The draft that was printed before cannot be mistaken for the approved sheet."""
    workspace = write_approved(tmp_path / "workspace", handout={"status": "draft", "glance": BRACKET})
    build_request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)
    list(carry_out(drafts_on(workspace), build_request))
    path = workspace.root / SOURCE
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: approved"), "utf-8")

    (result,) = carry_out(drafts_on(workspace), build_request)

    assert (result.outcome, result.older) == (Outcome.REFUSED, True)
    assert len(prover.printed) == 1
    (entry,) = entries_in(build_request.output).values()
    assert {each.code for each in entry.refused} == {"approved-with-errors", "placeholder-text"}


def test_a_dry_run_says_so(tmp_path: Path) -> None:
    """It names the same codes as the build that it replaces."""
    workspace = write_approved(tmp_path, handout={"glance": BRACKET})
    build_request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD)

    (step,) = decisions_on(drafts_on(workspace), build_request)

    assert (step.verb, step.why) == ("refuse", "approved-with-errors, placeholder-text")


def test_an_overdue_review_is_looked_at_again(tmp_path: Path, prover: FakeProver) -> None:
    """Where a profile makes an error of it, a sheet that has not changed is not kept for good."""
    due = date.fromisoformat(str(HANDOUT["review-due"]))
    workspace = write_approved(tmp_path / "workspace")
    build_request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD)
    drafts = drafts_on(workspace, due)
    list(carry_out(drafts, build_request))
    toolchain, library = drafts.toolchain, load_library(workspace)
    output = read_output(build_request.output)
    assert prover.printed
    assert toolchain is not None

    kept = [
        len(find_kept(library, Selection(), replace(toolchain, as_of=due + timedelta(days=days)), output))
        for days in (0, 1)
    ]

    assert kept == [1, 0]
