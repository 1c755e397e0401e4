"""What is written and printed by no sheet is an error, in any field."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.build.test_approval import DAY
from tests.workspaces import CITED, CLINIC, CLINIC_FILE, TOPIC, line_of, write_workspace

WARNED = "Never stop your insulin."
OWN = {"title": "At home", "summary": "What to do at home.", "sections": ["part"]}
LEAFLET = {
    "title": "Your knee",
    "summary": "What it is.",
    "audience": "For adults.",
    "glance": {"message": "It heals.", "points": ["Rest it."]},
    "sections": ["part"],
}


def _write(root: Path, top: str, **handout: Any) -> Workspace:
    """Write a workspace whose handout has these lines at its top."""
    workspace = write_workspace(root, handout=handout)
    path = root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(top + path.read_text("utf-8"), "utf-8")
    return workspace


def _problems_of(workspace: Workspace) -> list[tuple[str, int, str]]:
    return [
        (found.code, found.place.line, found.message.partition("'")[2].partition("'")[0])
        for found in load_library(workspace).problems
    ]


@pytest.mark.parametrize("variant", ["aftercare", "preparation", "comparison"])
def test_a_glance_without_a_leaflet_is_an_error(tmp_path: Path, variant: str) -> None:
    """Its message and each point are reported at their lines: they would be printed nowhere."""
    top = f"glance:\n  message: {WARNED}\n  points: [Rest it.]\n"
    workspace = _write(tmp_path, top, variants={variant: {"sections": ["part"]}})

    assert _problems_of(workspace) == [("unprinted-text", 2, WARNED), ("unprinted-text", 3, "Rest it.")]


def test_an_audience_without_a_leaflet_is_an_error(tmp_path: Path) -> None:
    """Another variant prints whom it is for only if it says that itself."""
    workspace = _write(tmp_path, f"audience: {WARNED}\n", variants={"aftercare": {"sections": ["part"]}})

    assert _problems_of(workspace) == [("unprinted-text", 1, WARNED)]


@pytest.mark.parametrize(
    ("lost", "variants"),
    [
        ({"summary": WARNED}, {"leaflet": {**LEAFLET, "audience": None, "glance": None}, "aftercare": OWN}),
        ({"audience": WARNED}, {"leaflet": {"audience": "For adults.", "sections": ["part"]}}),
        ({"glance": {"message": WARNED, "points": ["A."]}}, {"leaflet": LEAFLET | {"audience": None}}),
    ],
)
def test_what_every_variant_says_otherwise_is_an_error(
    tmp_path: Path, lost: dict[str, Any], variants: dict[str, dict[str, Any]]
) -> None:
    """The handout's own words are reported where each variant has others."""
    named = {
        name: {field: value for field, value in variant.items() if value is not None}
        for name, variant in variants.items()
    }
    workspace = write_workspace(tmp_path, handout={**lost, "variants": named})

    assert ("unprinted-text", line_of(workspace, WARNED), WARNED) in _problems_of(workspace)


def test_a_handout_without_a_leaflet_needs_none_of_them(tmp_path: Path) -> None:
    """A sheet for going home has its own title and summary, and no audience."""
    workspace = write_workspace(tmp_path, handout={"summary": None, "variants": {"aftercare": OWN}})

    assert _problems_of(workspace) == []


@pytest.mark.parametrize("field", ["summary", "audience", "glance"])
def test_a_leaflet_needs_all_of_them(tmp_path: Path, field: str) -> None:
    """The handout's own will do, or those below the variant."""
    (found,) = load_library(write_workspace(tmp_path, handout={field: None})).problems

    assert (found.code, found.hint) == ("missing-field", f"add `{field}:`")
    assert f"has no {field}" in found.message


def test_an_approver_may_be_known_before_the_approval(tmp_path: Path) -> None:
    """A draft says who is to approve it, and prints that nobody has."""
    assert _problems_of(write_workspace(tmp_path, handout={"status": "draft", "approver": "Knee team"})) == []


def _unasked(workspace: Workspace, *, whole: bool = True) -> list[int]:
    found = run_rules(
        load_library(workspace), RuleOptions(as_of=DAY, rules=("unasked-decision",)), whole=whole
    )
    return [problem.place.line for problem in found]


ANSWERS = {**CLINIC_FILE["decisions"], "insulin": {"en": WARNED}}
ASKING = [{"kind": "decisions", "id": "slots", "slots": ["driving", "escort"]}]


def test_an_answer_that_no_handout_asks_for_is_found(tmp_path: Path) -> None:
    """It is reported at the slot; of a part of the library nothing can be said."""
    workspace = write_workspace(tmp_path, blocks=ASKING, clinic={"decisions": ANSWERS})

    assert _unasked(workspace) == [line_of(workspace, "insulin:", f"clinics/{CLINIC}/clinic.yaml")]
    assert _unasked(workspace, whole=False) == []


def test_a_handout_that_cannot_be_read_may_ask_for_it(tmp_path: Path) -> None:
    """While one is broken no answer is called idle."""
    broken = {"handouts/broken/en.yaml": "title: [\n"}
    workspace = write_workspace(tmp_path, blocks=ASKING, clinic={"decisions": ANSWERS}, files=broken)

    assert _unasked(workspace) == []


def _answers_for(**answers: str) -> dict[str, Any]:
    return {TOPIC: {slot: {"en": words} for slot, words in answers.items()}}


def test_an_answer_for_a_topic_that_does_not_ask_is_found(tmp_path: Path) -> None:
    """It is reported at its line; the answers that the topic needs are not."""
    clinic = {"decisions-for": _answers_for(driving="Not for a week.", insulin=WARNED)}
    workspace = write_workspace(tmp_path, blocks=ASKING, clinic={**clinic, "decisions": {}})

    assert _unasked(workspace) == [line_of(workspace, WARNED, f"clinics/{CLINIC}/clinic.yaml")]


def test_an_answer_for_all_that_every_topic_replaces_is_found(tmp_path: Path) -> None:
    """If each topic that needs it has its own answer, the one for all is not used."""
    clinic = {"decisions-for": _answers_for(driving="Not for a week.")}
    workspace = write_workspace(tmp_path, blocks=ASKING, clinic=clinic)

    assert _unasked(workspace) == [line_of(workspace, "driving:", f"clinics/{CLINIC}/clinic.yaml")]


def test_an_answer_in_a_variant_that_the_clinic_does_not_print_is_found(tmp_path: Path) -> None:
    """The slot is in a section that only the preparation sheet has."""
    sections = [
        {"id": "part", "heading": "Your knee", "blocks": [CITED]},
        {"id": "before", "heading": "Before", "blocks": ASKING},
    ]
    variants = {"leaflet": {"sections": ["part"]}, "preparation": {"sections": ["before"]}}
    handout = {"sections": sections, "variants": variants}
    for printed, unasked in (("leaflet", 2), ("preparation", 0)):
        clinic = {"prints": {**CLINIC_FILE["prints"], "variants": [printed]}}
        workspace = write_workspace(tmp_path / printed, handout=handout, clinic=clinic)

        assert len(_unasked(workspace)) == unasked


BOTH = {"en": "Words.", "fr": "Des mots."}


@pytest.mark.parametrize(
    "clinic",
    [
        {"department": BOTH},
        {"phones": {**CLINIC_FILE["phones"], "out-of-hours": {"number": "111", "hours": BOTH}}},
        {"complaints": {**CLINIC_FILE["complaints"], "name": BOTH}},
        {"feedback": BOTH},
        {"disclaimer": BOTH},
        {"decisions": {"driving": BOTH}},
        {"decisions-for": {TOPIC: {"driving": BOTH}}},
        {"departments": {"knees": {"name": "Knees", "phones": {"ward": {"number": "111", "name": BOTH}}}}},
    ],
    ids=lambda clinic: next(iter(clinic)),
)
def test_words_in_a_language_that_the_clinic_does_not_print_are_found(
    tmp_path: Path, clinic: dict[str, Any]
) -> None:
    """In any field, they are reported at their line."""
    workspace = write_workspace(tmp_path, blocks=ASKING, clinic=clinic)

    found = run_rules(
        load_library(workspace), RuleOptions(as_of=DAY, rules=("unprinted-language",)), whole=True
    )

    assert [(problem.place.file, problem.place.line) for problem in found] == [
        (f"clinics/{CLINIC}/clinic.yaml", line_of(workspace, BOTH["fr"], f"clinics/{CLINIC}/clinic.yaml"))
    ]


@pytest.mark.parametrize(
    ("languages", "unprinted"),
    [(["en-GB"], ["en-US", "es"]), (["en-US"], ["en-GB", "es"]), (["es"], []), (["ar"], ["es"])],
)
def test_phrases_of_a_clinic_in_a_language_it_does_not_print_are_found(
    tmp_path: Path, languages: list[str], unprinted: list[str]
) -> None:
    """Those in English may stand beside a translation, where the clinic prints no English sheets."""
    words = {name: {"label": f"Label {name}"} for name in ("en", "en-GB", "en-US", "es")}
    disclaimer = dict.fromkeys(("en", "es", "ar"), "Made up.")
    prints = {**CLINIC_FILE["prints"], "languages": languages}
    workspace = write_workspace(tmp_path, clinic={"words": words, "disclaimer": disclaimer, "prints": prints})
    library = load_library(workspace)
    assert not library.problems

    found = run_rules(library, RuleOptions(as_of=DAY, rules=("unprinted-language",)), whole=True)

    phrases = [problem for problem in found if "these phrases are printed nowhere" in problem.message]
    assert [problem.message.split("'")[1] for problem in phrases] == unprinted
    file = f"clinics/{CLINIC}/clinic.yaml"
    assert [problem.place.line for problem in phrases] == [
        line_of(workspace, f"Label {name}", file) - 1 for name in unprinted
    ]


def test_a_name_that_stands_for_one_in_another_language_is_printed(tmp_path: Path) -> None:
    """A name is never left out, unlike hours, so the only one there is found nowhere."""
    department = {"department": {"fr": "Clinique"}, "phones": CLINIC_FILE["phones"]}
    library = load_library(write_workspace(tmp_path, clinic=department))

    assert not run_rules(library, RuleOptions(as_of=DAY, rules=("unprinted-language",)), whole=True)
