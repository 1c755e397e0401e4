"""The decisions: one for each sheet, from what is drafted and what is in the output folder."""

from dataclasses import replace

import pytest

from leafwright.build import BuildRequest, Decision, Verb, decide, list_sheets
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.workspace import Workspace
from tests.fakes import carry_out, decisions_on, drafts_of, tree_of
from tests.workspaces import TOPIC, write_workspace

SOURCE = f"handouts/{TOPIC}/en.yaml"


@pytest.fixture
def built(build_request: BuildRequest, prover: object) -> BuildRequest:
    """Build everything, and choose a part from then on."""
    assert prover
    list(carry_out(drafts_of(build_request.workspace), build_request))
    return replace(build_request, prune=False)


def _change(workspace: Workspace) -> None:
    path = workspace.root / SOURCE
    path.write_text(path.read_text("utf-8").replace("Rest it.", "Move it."), "utf-8")


def _verbs(decisions: tuple[Decision, ...]) -> dict[str, set[tuple[Verb, bool]]]:
    """Say for each variant what is decided, and whether it was chosen."""
    found: dict[str, set[tuple[Verb, bool]]] = {}
    for each in decisions:
        found.setdefault(each.key.variant, set()).add((each.verb, each.chosen))
    return found


def test_there_is_one_decision_for_each_sheet(built: BuildRequest) -> None:
    """Whatever was chosen, each sheet of the output folder has a verb, and only one."""
    decisions = decisions_on(drafts_of(built.workspace, variants=("leaflet",)), built)

    assert sorted(each.key for each in decisions) == sorted(read_output(built.output).entries)
    assert _verbs(decisions)["leaflet"] == {(Verb.KEEP, True)}
    assert _verbs(decisions)["aftercare"] == {(Verb.KEEP, False)}


def test_a_sheet_that_nobody_asked_for_is_not_built(built: BuildRequest) -> None:
    """A build of some sheets knows that the others have changed, says why, and leaves them alone."""
    _change(built.workspace)
    drafts = drafts_of(built.workspace, variants=("leaflet",))
    decisions, before = decisions_on(drafts, built), tree_of(built.output)

    results = list(carry_out(drafts, built))

    other = next(each for each in decisions if each.key.variant == "aftercare")
    assert (other.verb, other.chosen, other.why) == (
        Verb.BUILD,
        False,
        f"not built since a change of {SOURCE}",
    )
    assert {result.key.variant for result in results} == {"leaflet"}
    assert tree_of(built.output)[other.key.path] == before[other.key.path]


def test_what_is_there_is_decided_without_a_draft(built: BuildRequest) -> None:
    """`status` drafts no sheet: changed ones are to build, and those that nobody prints to remove."""
    variants = {"leaflet": {"sections": ["part"]}}
    library = load_library(write_workspace(built.workspace.root, handout={"variants": variants}))

    decisions = decide(list_sheets(library), read_output(built.output), replace(built, prune=True))

    assert _verbs(decisions) == {
        "leaflet": {(Verb.BUILD, False)},
        **{name: {(Verb.REMOVE, True)} for name in ("aftercare", "comparison", "preparation")},
    }
    assert {each.why for each in decisions if each.verb is Verb.REMOVE} == {"no clinic prints it any more"}
