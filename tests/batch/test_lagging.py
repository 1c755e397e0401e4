"""Sheets that cannot be made as the library is now: they stay and are marked, or go, and never in silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.batch import Order, Outcome, Result, Selection, Shard, build, foretell, plan
from leafwright.batch.freshness import Foretold
from leafwright.batch.withholding import WHY
from leafwright.library import load_library
from leafwright.manifest import Reason, read_manifest, read_withheld
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.presses import THREAD, Press, finding, plan_of, set_up, tree_of
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
def order(workspace: Workspace, tmp_path: Path, press: Press) -> Order:
    """Order a build of an output folder in which everything was built."""
    assert not press.printed
    order = Order(workspace=workspace, output=tmp_path / "output", crew=THREAD)
    list(build(plan_of(workspace), order))
    return order


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Print without an engine."""
    return set_up(monkeypatch)


def _break(workspace: Workspace, *names: str) -> None:
    for name in names:
        (workspace.root / name).write_text(BROKEN, "utf-8")


def _change(workspace: Workspace, name: str, old: str, new: str) -> None:
    path = workspace.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _build(order: Order, **chosen: tuple[str, ...]) -> dict[SheetKey, Result]:
    return {result.key: result for result in build(plan_of(order.workspace, **chosen), order)}


def _foretold(order: Order) -> list[Foretold]:
    return list(foretell(plan_of(order.workspace), order))


def _marked(order: Order) -> dict[SheetKey, set[str]]:
    entries = read_manifest(order.output)
    return {key: {each.code for each in entry.refused} for key, entry in entries.items() if entry.refused}


def test_the_last_good_translation_stays_while_nothing_else_changed(order: Order) -> None:
    """A typing slip in a translation takes nothing away, and the manifest says that the sheet is older."""
    before = (order.output / SPANISH.path).read_bytes()
    _break(order.workspace, NAME)

    result = _build(order)[SPANISH]

    assert (result.outcome, result.older) == (Outcome.REFUSED, True)
    assert (order.output / SPANISH.path).read_bytes() == before
    assert set(_marked(order)) == {SPANISH}
    assert read_withheld(order.output) == ()


@pytest.mark.parametrize("fault_first", [True, False])
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SOURCE, "Most sore knees get better.", "Most sore knees do not get better."),
        (CLINIC_FILE, "name: Elm Street Practice", "name: Elm Street Surgery"),
    ],
)
def test_a_translation_that_cannot_be_judged_goes(
    order: Order, name: str, old: str, new: str, *, fault_first: bool
) -> None:
    """Once anything else has changed, nobody knows whether the last sheet is right: it goes."""
    _break(order.workspace, NAME)
    if fault_first:
        _build(order)
    _change(order.workspace, name, old, new)

    results = _build(order)

    (held,) = read_withheld(order.output)
    assert (held.key, held.reason, held.reference) == (SPANISH, Reason.UNREADABLE, "EX-1")
    assert results[SPANISH].outcome is Outcome.WITHHELD
    assert not (order.output / SPANISH.path).exists()
    assert results[ENGLISH].outcome is Outcome.BUILT
    assert _marked(order) == {}


def test_it_goes_whatever_is_built(order: Order) -> None:
    """A build of the English alone leaves no Spanish that cannot be held against it."""
    _break(order.workspace, NAME)
    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")

    assert _build(order, languages=("en-GB",))[SPANISH].outcome is Outcome.WITHHELD


def test_no_shard_keeps_it(order: Order) -> None:
    """A shard that another build left sheets in hands none of them on that must not be printed."""
    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")
    library, ground = load_library(order.workspace), plan_of(order.workspace).ground

    list(build(plan(library, Selection(), ground, Shard(number=2, of=2)), order))

    assert not (order.output / SPANISH.path).exists()


def test_it_is_withheld_until_it_can_be_read(order: Order) -> None:
    """What is withheld is not forgotten by the next build, and not kept in the list once it is printed."""
    _break(order.workspace, NAME)
    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")
    _build(order)

    _build(order)
    assert [each.key for each in read_withheld(order.output)] == [SPANISH]

    (order.workspace.root / NAME).unlink()
    write_translation(order.workspace)
    _build(order)
    assert read_withheld(order.output) == ()
    assert (order.output / SPANISH.path).exists()


def test_what_was_withheld_before_a_file_broke_is_not_forgotten(order: Order) -> None:
    """While the English cannot be read, a translation that was older before is withheld all the same."""
    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")
    _build(order)
    _break(order.workspace, SOURCE)
    _build(order)

    assert [(each.key, each.reason) for each in read_withheld(order.output)] == [(SPANISH, Reason.OUTDATED)]


@pytest.mark.parametrize("name", [SOURCE, CLINIC_FILE, "handouts/references.yaml", "words/es.yaml"])
def test_sheets_of_a_broken_file_stay_and_are_marked(order: Order, name: str) -> None:
    """A slip in a topic, a clinic or the references empties no shelf; each sheet says that it is older."""
    files = {path: (order.output / path).read_bytes() for path in (SPANISH.path, ENGLISH.path)}
    _break(order.workspace, name)

    results = _build(order)

    assert {key: result.outcome for key, result in results.items()} == dict.fromkeys(
        (SPANISH, ENGLISH), Outcome.REFUSED
    )
    assert all(result.older for result in results.values())
    assert set(_marked(order)) == {SPANISH, ENGLISH}
    assert {path: (order.output / path).read_bytes() for path in files} == files


def test_references_that_were_not_there_before_count(order: Order) -> None:
    """What was built before there were references stays when they come and cannot be read."""
    references = order.workspace.root / "handouts/references.yaml"
    _change(order.workspace, SOURCE, " [@elm1999]", "")
    references.unlink()
    write_translation(order.workspace)
    _build(order)
    _change(order.workspace, SOURCE, "Rest helps", "Rest [@elm1999] helps")
    references.write_text(BROKEN, "utf-8")

    assert _build(order)[ENGLISH].older
    assert (order.output / ENGLISH.path).exists()


def test_a_mark_goes_when_the_fault_does(order: Order) -> None:
    """A slip that was taken back leaves the manifest as it was, to the byte."""
    before = tree_of(order.output)
    content = (order.workspace.root / NAME).read_text("utf-8")
    _break(order.workspace, NAME)
    _build(order)
    (order.workspace.root / NAME).write_text(content, "utf-8")

    _build(order)

    assert tree_of(order.output) == before


def test_a_build_of_something_else_takes_the_mark_off(order: Order) -> None:
    """A slip that was taken back leaves no mark on sheets that nobody asked for."""
    before = tree_of(order.output)
    content = (order.workspace.root / NAME).read_text("utf-8")
    _break(order.workspace, NAME)
    _build(order)
    (order.workspace.root / NAME).write_text(content, "utf-8")

    _build(order, languages=("en-GB",))

    assert tree_of(order.output) == before


def test_a_sheet_that_fails_its_proof_is_marked(order: Order, press: Press) -> None:
    """The words have moved on and the sheet has not: the manifest says so, until the proof passes."""
    _change(order.workspace, CLINIC_FILE, "name: Elm Street Practice", "name: Elm Street Surgery")
    press.findings["leaflet"] = (finding(),)

    assert _build(order)[ENGLISH].older
    assert _marked(order) == {SPANISH: {"lost-content"}, ENGLISH: {"lost-content"}}

    press.findings.clear()
    _build(order)
    assert _marked(order) == {}


def test_a_build_of_something_else_marks_it_and_does_not_tell(order: Order) -> None:
    """The catalogue is right whatever was built; who asked for English is told of English."""
    _break(order.workspace, NAME)

    assert SPANISH not in _build(order, languages=("en-GB",))
    assert set(_marked(order)) == {SPANISH}


def test_a_file_that_no_manifest_knows_is_no_less_old(order: Order) -> None:
    """A withheld sheet is taken away even when the manifest was lost."""
    (order.output / "manifest.json").unlink()
    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")

    assert _build(order)[SPANISH].outcome is Outcome.WITHHELD
    assert not (order.output / SPANISH.path).exists()


def test_a_dry_run_tells_what_stays_and_what_goes(order: Order) -> None:
    """The reasons are those of the build."""
    _break(order.workspace, NAME)
    (stays,) = (step for step in _foretold(order) if step.key == SPANISH)
    assert stays.verb == "refuse"
    assert stays.reason.endswith("; the last good one stays, marked as older")

    _change(order.workspace, SOURCE, "Most sore knees", "Few sore knees")
    (goes,) = (step for step in _foretold(order) if step.key == SPANISH)
    assert (goes.verb, goes.reason, goes.done) == ("withhold", WHY[Reason.UNREADABLE], False)

    _build(order)
    assert replace(goes, done=True) in _foretold(order)
