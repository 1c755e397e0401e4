"""Sheets that cannot be made as the library is now: they stay and are marked, or go, and never in silence."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build import (
    BuildRequest,
    Decision,
    Outcome,
    Result,
    Selection,
    Shard,
    draft_sheets,
)
from leafwright.build.outdated import WHY
from leafwright.library import load_library
from leafwright.manifest import Reason
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.fakes import (
    THREAD,
    FakeProver,
    carry_out,
    decisions_on,
    drafts_of,
    entries_in,
    fake_prover,
    finding,
    tree_of,
    withheld_in,
)
from tests.translations import NAME, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, TOPIC

SPANISH = SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language="es")
ENGLISH = replace(SPANISH, language="en-GB")
SOURCE = f"handouts/{TOPIC}/en.yaml"
CLINIC_FILE = f"clinics/{CLINIC}/clinic.yaml"
BROKEN = "parts: [\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace whose clinic prints a whole and current translation."""
    workspace = write_bilingual_workspace(tmp_path / "workspace", editions=["standard"])
    write_translation(workspace)
    return workspace


@pytest.fixture
def build_request(workspace: Workspace, tmp_path: Path, prover: FakeProver) -> BuildRequest:
    """Order a build of an output folder in which everything was built."""
    assert not prover.printed
    build_request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD)
    list(carry_out(drafts_of(workspace), build_request))
    return build_request


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


def _break(workspace: Workspace, *names: str) -> None:
    for name in names:
        (workspace.root / name).parent.mkdir(exist_ok=True)
        (workspace.root / name).write_text(BROKEN, "utf-8")


def _change(workspace: Workspace, name: str, old: str, new: str) -> None:
    path = workspace.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _build(build_request: BuildRequest, **chosen: tuple[str, ...]) -> dict[SheetKey, Result]:
    return {
        result.key: result
        for result in carry_out(drafts_of(build_request.workspace, **chosen), build_request)
    }


def _decisions(build_request: BuildRequest) -> tuple[Decision, ...]:
    return decisions_on(drafts_of(build_request.workspace), build_request)


def _marked(build_request: BuildRequest) -> dict[SheetKey, set[str]]:
    entries = entries_in(build_request.output)
    return {key: {each.code for each in entry.refused} for key, entry in entries.items() if entry.refused}


def test_the_last_good_translation_stays_while_nothing_else_changed(build_request: BuildRequest) -> None:
    """A typing mistake in a translation removes nothing, and the manifest says that the sheet is older."""
    before = (build_request.output / SPANISH.path).read_bytes()
    _break(build_request.workspace, NAME)

    result = _build(build_request)[SPANISH]

    assert (result.outcome, result.older) == (Outcome.REFUSED, True)
    assert (build_request.output / SPANISH.path).read_bytes() == before
    assert set(_marked(build_request)) == {SPANISH}
    assert withheld_in(build_request.output) == ()


@pytest.mark.parametrize("fault_first", [True, False])
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SOURCE, "Most sore knees get better.", "Most sore knees do not get better."),
        (CLINIC_FILE, "name: Elm Street Practice", "name: Elm Street Surgery"),
    ],
)
def test_a_translation_that_cannot_be_judged_goes(
    build_request: BuildRequest, name: str, old: str, new: str, *, fault_first: bool
) -> None:
    """If anything else has changed, the last sheet may be wrong, so it is removed."""
    _break(build_request.workspace, NAME)
    if fault_first:
        _build(build_request)
    _change(build_request.workspace, name, old, new)

    results = _build(build_request)

    (held,) = withheld_in(build_request.output)
    assert (held.key, held.reason, held.reference) == (SPANISH, Reason.UNREADABLE, "EX-1")
    assert results[SPANISH].outcome is Outcome.WITHHELD
    assert not (build_request.output / SPANISH.path).exists()
    assert results[ENGLISH].outcome is Outcome.BUILT
    assert _marked(build_request) == {}


def test_it_goes_whatever_is_built(build_request: BuildRequest) -> None:
    """A build of the English alone leaves no Spanish that cannot be held against it."""
    _break(build_request.workspace, NAME)
    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")

    assert _build(build_request, languages=("en-GB",))[SPANISH].outcome is Outcome.WITHHELD


def test_no_shard_keeps_it(build_request: BuildRequest) -> None:
    """Sheets that an earlier build left in a shard and that must not be printed are not merged."""
    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")
    library, toolchain = load_library(build_request.workspace), drafts_of(build_request.workspace).toolchain

    list(carry_out(draft_sheets(library, Selection(), toolchain, Shard(number=2, of=2)), build_request))

    assert not (build_request.output / SPANISH.path).exists()


def test_it_is_withheld_until_it_can_be_read(build_request: BuildRequest) -> None:
    """What is withheld is not forgotten by the next build, and not kept in the list once it is printed."""
    _break(build_request.workspace, NAME)
    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")
    _build(build_request)

    _build(build_request)
    assert [each.key for each in withheld_in(build_request.output)] == [SPANISH]

    (build_request.workspace.root / NAME).unlink()
    write_translation(build_request.workspace)
    _build(build_request)
    assert withheld_in(build_request.output) == ()
    assert (build_request.output / SPANISH.path).exists()


def test_what_was_withheld_before_a_file_broke_is_not_forgotten(build_request: BuildRequest) -> None:
    """While the English cannot be read, a translation that was older before is withheld all the same."""
    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")
    _build(build_request)
    _break(build_request.workspace, SOURCE)
    _build(build_request)

    assert [(each.key, each.reason) for each in withheld_in(build_request.output)] == [
        (SPANISH, Reason.OUTDATED)
    ]


@pytest.mark.parametrize("name", [SOURCE, CLINIC_FILE, "handouts/references.yaml", "words/es.yaml"])
def test_sheets_of_a_broken_file_stay_and_are_marked(build_request: BuildRequest, name: str) -> None:
    """A mistake in a topic, a clinic or the references empties no shelf; each sheet is marked as older."""
    files = {path: (build_request.output / path).read_bytes() for path in (SPANISH.path, ENGLISH.path)}
    _break(build_request.workspace, name)

    results = _build(build_request)

    assert {key: result.outcome for key, result in results.items()} == dict.fromkeys(
        (SPANISH, ENGLISH), Outcome.REFUSED
    )
    assert all(result.older for result in results.values())
    assert set(_marked(build_request)) == {SPANISH, ENGLISH}
    assert {path: (build_request.output / path).read_bytes() for path in files} == files


def test_sheets_of_a_deleted_clinic_go_whatever_is_broken_elsewhere(build_request: BuildRequest) -> None:
    """No mistake in another file can be the reason that they are printed no more."""
    shutil.rmtree(build_request.workspace.root / "clinics" / CLINIC)
    _break(build_request.workspace, "clinics/other/clinic.yaml")

    results = _build(build_request)

    assert {key: result.outcome for key, result in results.items()} == dict.fromkeys(
        (SPANISH, ENGLISH), Outcome.REMOVED
    )
    assert not (build_request.output / ENGLISH.path).exists()


def test_references_that_were_not_there_before_count(build_request: BuildRequest) -> None:
    """What was built before there were references stays when they come and cannot be read."""
    references = build_request.workspace.root / "handouts/references.yaml"
    _change(build_request.workspace, SOURCE, " [@elm1999]", "")
    references.unlink()
    write_translation(build_request.workspace)
    _build(build_request)
    _change(build_request.workspace, SOURCE, "Rest helps", "Rest [@elm1999] helps")
    references.write_text(BROKEN, "utf-8")

    assert _build(build_request)[ENGLISH].older
    assert (build_request.output / ENGLISH.path).exists()


def test_a_mark_goes_when_the_fault_does(build_request: BuildRequest) -> None:
    """After a mistake was undone, the manifest has the same bytes as before."""
    before = tree_of(build_request.output)
    content = (build_request.workspace.root / NAME).read_text("utf-8")
    _break(build_request.workspace, NAME)
    _build(build_request)
    (build_request.workspace.root / NAME).write_text(content, "utf-8")

    _build(build_request)

    assert tree_of(build_request.output) == before


def test_a_build_of_something_else_takes_the_mark_off(build_request: BuildRequest) -> None:
    """A mistake that was undone leaves no mark on sheets that were not chosen."""
    before = tree_of(build_request.output)
    content = (build_request.workspace.root / NAME).read_text("utf-8")
    _break(build_request.workspace, NAME)
    _build(build_request)
    (build_request.workspace.root / NAME).write_text(content, "utf-8")

    _build(build_request, languages=("en-GB",))

    assert tree_of(build_request.output) == before


def test_a_sheet_that_fails_its_proof_is_marked(build_request: BuildRequest, prover: FakeProver) -> None:
    """The words have moved on and the sheet has not: the manifest says so, until the proof passes."""
    _change(build_request.workspace, CLINIC_FILE, "name: Elm Street Practice", "name: Elm Street Surgery")
    prover.findings["leaflet"] = (finding(),)

    assert _build(build_request)[ENGLISH].older
    assert _marked(build_request) == {SPANISH: {"lost-content"}, ENGLISH: {"lost-content"}}

    prover.findings.clear()
    _build(build_request)
    assert _marked(build_request) == {}


def test_a_build_of_something_else_marks_it_and_does_not_tell(build_request: BuildRequest) -> None:
    """The catalogue is right whatever was built; a build of English reports on English only."""
    _break(build_request.workspace, NAME)

    assert SPANISH not in _build(build_request, languages=("en-GB",))
    assert set(_marked(build_request)) == {SPANISH}


def test_a_file_that_no_manifest_knows_is_no_less_old(build_request: BuildRequest) -> None:
    """A withheld sheet is taken away even when the manifest was lost."""
    (build_request.output / "manifest.json").unlink()
    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")

    assert _build(build_request)[SPANISH].outcome is Outcome.WITHHELD
    assert not (build_request.output / SPANISH.path).exists()


def test_a_dry_run_tells_what_stays_and_what_goes(build_request: BuildRequest) -> None:
    """The reasons are those of the build."""
    _break(build_request.workspace, NAME)
    (stays,) = (step for step in _decisions(build_request) if step.key == SPANISH)
    assert stays.verb == "refuse"
    assert stays.why.endswith("; the last good one stays, marked as older")
    assert stays.waits_for == (NAME,)

    _change(build_request.workspace, SOURCE, "Most sore knees", "Few sore knees")
    (goes,) = (step for step in _decisions(build_request) if step.key == SPANISH)
    assert (goes.verb, goes.why, goes.done) == ("withhold", WHY[Reason.UNREADABLE], False)

    _build(build_request)
    assert replace(goes, done=True) in _decisions(build_request)
