"""The bibliography: rules over it, silences in it, and the age a clinic sets for itself."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leafwright.build import Selection
from leafwright.library import load_library
from leafwright.problems import Problem
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.workspaces import HANDOUT, REFERENCES, line_of, write_workspace

AS_OF = date(2027, 1, 1)
AGE = ("outdated-reference",)
OLD = {**REFERENCES[0], "DOI": "10.1000/elm"}
SILENT = {"silence": [{"rule": "outdated-reference", "reason": "a classic trial"}]}
FILE = "handouts/references.yaml"
OTHER = "handouts/sore-hip/en.yaml"


def _run(
    root: Path, rules: tuple[str, ...] = AGE, profile: str | None = None, **changes: Any
) -> list[Problem]:
    library = load_library(write_workspace(root, **changes))
    assert not library.problems
    return list(run_rules(library, RuleOptions(as_of=AS_OF, profile=profile, rules=rules)))


def _other(cited: str = "") -> dict[str, str]:
    """Write a second handout with the given citations."""
    lines = [
        f"{key}: {value!r}" for key, value in HANDOUT.items() if isinstance(value, str) and key != "reference"
    ]
    block = f"{{kind: paragraphs, id: text, text: 'Rest your hip{cited}.'}}"
    body = (
        "reference: EX-2\nglance: {message: Hello., points: [One.]}\n"
        "variants: {leaflet: {sections: [part]}}\n"
        f"sections: [{{id: part, heading: Your hip, blocks: [{block}]}}]\n"
    )
    return {OTHER: "\n".join(lines) + "\n" + body}


def test_an_old_reference_is_reported_once(tmp_path: Path) -> None:
    """Two handouts cite it, and its entry is reported once, at its date."""
    found = _run(tmp_path, references=[OLD], files=_other(" [@elm1999]"))

    assert [(each.place.file, each.place.line) for each in found] == [
        (FILE, line_of(Workspace(root=tmp_path), "issued", FILE))
    ]


@pytest.mark.parametrize(("years", "told"), [("27", True), ("28", False)])
def test_a_clinic_sets_its_own_age(tmp_path: Path, years: str, told: bool) -> None:  # noqa: FBT001  # a case
    """A value for a rule in clinic.yaml replaces that of the profile."""
    rules = {"outdated-reference": {"most-years": years}}
    found = _run(tmp_path, references=[OLD], clinic={"rules": rules})

    assert bool(found) is told


def test_a_profile_asked_for_leaves_the_clinics_own_out(tmp_path: Path) -> None:
    """With --profile, what clinics chose does not count, be it a profile or a limit."""
    rules = {"outdated-reference": {"most-years": "100"}}
    found = _run(tmp_path, profile="strict", references=[OLD], clinic={"rules": rules})

    assert [each.code for each in found] == ["outdated-reference"]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"outdated-refrence": {"most-years": "5"}}, "unknown-rule"),
        ({"outdated-reference": {"years": "5"}}, "bad-setting"),
        ({"outdated-reference": {"most-years": "many"}}, "bad-setting"),
    ],
)
def test_a_wrong_setting_of_a_clinic_is_reported(tmp_path: Path, rules: dict[str, Any], code: str) -> None:
    """A mistake is reported at its line of clinic.yaml, and the profile's own setting is used."""
    found = _run(tmp_path, references=[OLD], clinic={"rules": rules})
    slip = next(each for each in found if each.code == code)

    name = "clinics/elm-street/clinic.yaml"
    (rule,) = rules
    assert (slip.place.file, slip.place.line) == (name, line_of(Workspace(root=tmp_path), f"{rule}:", name))
    assert "outdated-reference" in [each.code for each in found]


def test_a_reference_can_be_silenced(tmp_path: Path) -> None:
    """A reason at the entry counts for every handout, although only one cites it."""
    assert _run(tmp_path, references=[{**OLD, **SILENT}], files=_other()) == []


def test_a_silence_ends_with_its_reference(tmp_path: Path) -> None:
    """The next entry is reported."""
    next_one = {**OLD, "id": "oak1999", "DOI": "10.1000/oak"}
    found = _run(tmp_path, references=[{**OLD, **SILENT}, next_one], files=_other(" [@oak1999]"))

    assert ["oak1999" in each.message for each in found] == [True]


def test_a_handout_can_silence_its_references(tmp_path: Path) -> None:
    """A silence of the handout counts for what it cites, and not for what another cites."""
    next_one = {**OLD, "id": "oak1999", "DOI": "10.1000/oak"}
    found = _run(tmp_path, references=[OLD, next_one], handout=SILENT, files=_other(" [@oak1999]"))

    assert ["oak1999" in each.message for each in found] == [True]


def test_an_idle_silence_of_a_reference_is_reported(tmp_path: Path) -> None:
    """When the entry is no longer old, its silence has to go; it is reported once, at its line."""
    new = {**OLD, **SILENT, "issued": {"date-parts": [["2026"]]}}
    (found,) = _run(tmp_path, references=[new], files=_other(" [@elm1999]"))

    line = line_of(Workspace(root=tmp_path), "rule: outdated-reference", FILE)
    assert (found.code, found.place.file, found.place.line) == ("idle-silence", FILE, line)


def test_a_silence_of_what_all_handouts_share_is_heard(tmp_path: Path) -> None:
    """An entry may be kept that nothing cites yet, with a reason."""
    spare = {**OLD, "id": "oak1999", "DOI": "10.1000/oak"}
    kept = {**spare, "silence": [{"rule": "unused-reference", "reason": "for the next leaflet"}]}

    assert _run(tmp_path, rules=("unused-reference",), references=[OLD, kept]) == []


def test_nothing_is_unused_while_a_handout_cannot_be_read(tmp_path: Path) -> None:
    """A broken handout may be what cites the entry."""
    spare = {**OLD, "id": "oak1999", "DOI": "10.1000/oak"}
    broken = {OTHER: "title: A hip [@oak1999]\n"}
    library = load_library(write_workspace(tmp_path, references=[OLD, spare], files=broken))

    assert library.problems
    assert run_rules(library, RuleOptions(as_of=AS_OF, rules=("unused-reference",))) == ()


def test_a_silence_is_not_printed(tmp_path: Path) -> None:
    """What is handed to the bibliography knows nothing of silences."""
    library = load_library(write_workspace(tmp_path, references=[{**OLD, **SILENT}]))

    assert "silence" not in library.references["elm1999"].as_csl()


def test_a_check_of_one_topic_finds_that_it_cites_what_another_cites_under_another_key(
    tmp_path: Path,
) -> None:
    """Either topic is told, and what nobody cites is reported by the whole check only."""
    twice = [OLD, {**OLD, "id": "elm-again"}, {**REFERENCES[0], "id": "ash", "title": "Never cited"}]
    library = load_library(
        write_workspace(tmp_path, references=twice, files=_other(" [@elm-again]")),
    )
    options = RuleOptions(as_of=AS_OF, rules=("duplicate-reference", "unused-reference"))

    def found(*topics: str) -> list[str]:
        part = Selection(topics=topics).part_of(library)
        return [problem.code for problem in run_rules(part, options, whole=not topics)]

    assert found() == ["duplicate-reference", "unused-reference"]
    assert found("sore-knee") == found("sore-hip") == ["duplicate-reference"]
