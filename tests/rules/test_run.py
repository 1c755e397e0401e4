"""Rules over a library: whose profile counts, what is reported once, and what silences do."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.problems import Problem, Severity
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC_FILE, line_of, read_examples, second_clinic, sheet_of, write_workspace

AS_OF = date(2027, 1, 1)
WORDS = " ".join(["word"] * 24)
LONG = {"kind": "paragraphs", "id": "long", "text": f"Many {WORDS}."}
LATIN = {"kind": "paragraphs", "id": "latin", "text": "Eat toast, etc."}
RULES = ("latin-abbreviation", "long-sentence")
"""The rules these facts are reported by; a handout as small as this one leaves others much to say."""
SILENT = {"rule": "long-sentence", "reason": "the wording is fixed"}


def _run(root: Path, ask: RuleOptions | None = None, **changes: Any) -> list[Problem]:
    library = load_library(write_workspace(root, **changes))
    assert not library.problems, "\n".join(map(str, library.problems))
    return list(run_rules(library, ask or RuleOptions(as_of=AS_OF, rules=RULES)))


@pytest.mark.parametrize(("profile", "severity"), [("strict", Severity.ERROR), ("uk-nhs", Severity.WARNING)])
def test_the_clinics_profile_sets_the_severity(tmp_path: Path, profile: str, severity: Severity) -> None:
    """The same finding weighs what the clinic's profile says."""
    found = _run(tmp_path, blocks=[LONG], clinic={"profile": profile})

    assert [(problem.code, problem.severity) for problem in found] == [("long-sentence", severity)]


def test_a_profile_may_be_asked_for(tmp_path: Path) -> None:
    """The given profile replaces the clinic's own."""
    (found,) = _run(
        tmp_path,
        RuleOptions(as_of=AS_OF, profile="strict", rules=RULES),
        blocks=[LONG],
        clinic={"profile": "uk-nhs"},
    )

    assert found.severity is Severity.ERROR


def test_of_two_clinics_the_worst_counts_and_is_reported_once(tmp_path: Path) -> None:
    """A handout of two clinics is checked with both profiles; what both find is reported once, as worse."""
    files = second_clinic(profile="strict")
    found = _run(tmp_path, blocks=[LONG], clinic={"profile": "us-plain"}, files=files)

    assert [(problem.code, problem.severity) for problem in found] == [("long-sentence", Severity.ERROR)]


def test_a_clinic_that_does_not_print_a_topic_has_no_say(tmp_path: Path) -> None:
    """Only the profiles of clinics that print a handout read it."""
    files = second_clinic(profile="strict", prints={**CLINIC_FILE["prints"], "topics": []})
    (found,) = _run(tmp_path, blocks=[LONG], clinic={"profile": "uk-nhs"}, files=files)

    assert found.severity is Severity.WARNING


def test_an_unknown_profile_is_reported_with_what_was_meant(tmp_path: Path) -> None:
    """A misspelt profile is a problem of clinic.yaml, and the default profile is used."""
    found = _run(tmp_path, blocks=[LONG], clinic={"profile": "uk-nsh"})

    assert {problem.code for problem in found} == {"long-sentence", "unknown-profile"}
    assert "did you mean 'uk-nhs'?" in next(each.hint for each in found if each.code == "unknown-profile")


def test_only_some_rules_may_be_asked_for(tmp_path: Path) -> None:
    """A rule that is not named does not run."""
    found = _run(tmp_path, RuleOptions(as_of=AS_OF, rules=("latin-abbreviation",)), blocks=[LONG, LATIN])

    assert [problem.code for problem in found] == ["latin-abbreviation"]


def test_a_block_can_be_silenced(tmp_path: Path) -> None:
    """A silence counts for its own block, and for no other."""
    other = {**LONG, "id": "other", "text": f"Other {WORDS}."}
    (found,) = _run(tmp_path, blocks=[{**LONG, "silence": [SILENT]}, other])

    assert found.place.line == line_of(Workspace(root=tmp_path), f"Other {WORDS}")


@pytest.mark.parametrize("rule", ["long-sentence", "latin-abbreviation"])
def test_a_section_can_be_silenced(tmp_path: Path, rule: str) -> None:
    """A silence of a section counts for each of its blocks, and for one rule."""
    silence = [{**SILENT, "rule": rule}]
    sections = [{"id": "part", "heading": "Your knee", "silence": silence, "blocks": [LONG, LATIN]}]
    found = _run(tmp_path, handout={"sections": sections})

    assert {problem.code for problem in found} == {"long-sentence", "latin-abbreviation"} - {rule}


def test_a_silence_ends_with_its_section(tmp_path: Path) -> None:
    """What follows the section, be it another or a key of the handout, is read again."""
    sections = [
        {"id": "part", "heading": "Your knee", "silence": [SILENT], "blocks": [LONG]},
        {"id": "next", "heading": "Your other knee", "blocks": [{**LONG, "id": "other"}]},
    ]
    variants = {"leaflet": {"summary": f"Many {WORDS}.", "sections": ["part", "next"]}}
    handout = {"summary": None, "sections": sections, "variants": variants}
    found = _run(tmp_path, handout=handout)

    assert [problem.code for problem in found] == ["long-sentence"] * 2


def test_a_handout_can_be_silenced(tmp_path: Path) -> None:
    """A silence at the top counts for the whole handout."""
    assert _run(tmp_path, blocks=[LONG], handout={"silence": [SILENT]}) == []


def test_a_silence_that_silences_nothing_is_reported(tmp_path: Path) -> None:
    """When the words are corrected, the silence has to go; it is reported at its own line."""
    block = {"kind": "paragraphs", "id": "short", "text": "Rest it.", "silence": [SILENT]}
    (found,) = _run(tmp_path, blocks=[block])

    line = line_of(Workspace(root=tmp_path), "rule: long-sentence")
    assert (found.code, found.place.line) == ("idle-silence", line)


def test_a_silence_of_a_rule_that_did_not_run_is_left_alone(tmp_path: Path) -> None:
    """Whether it is of use cannot be known."""
    ask = RuleOptions(as_of=AS_OF, rules=("latin-abbreviation",))

    assert _run(tmp_path, ask, blocks=[{**LONG, "silence": [SILENT]}]) == []


def test_a_silence_of_an_unknown_rule_is_reported(tmp_path: Path) -> None:
    """A misspelt rule is an error, with what was meant."""
    silence = [{"rule": "long-sentense", "reason": "a slip"}]
    found = _run(tmp_path, blocks=[LATIN], handout={"silence": silence})

    (slip,) = [problem for problem in found if problem.code == "unknown-rule"]
    assert slip.hint == "did you mean 'long-sentence'?"


def test_a_silence_needs_a_reason(tmp_path: Path) -> None:
    """A silence without a reason is no silence."""
    library = load_library(write_workspace(tmp_path, handout={"silence": [{"rule": "long-sentence"}]}))

    assert [problem.code for problem in library.problems if "reason" in problem.message] == ["missing-field"]


def test_the_examples_are_clean_under_strict() -> None:
    """The library that ships has no finding of any rule under the strictest profile."""
    assert (
        run_rules(read_examples(), RuleOptions(as_of=date(2026, 12, 1), profile="strict"), whole=False) == ()
    )


def test_nothing_is_said_of_what_is_printed(tmp_path: Path) -> None:
    """A silence is the author's note: the sheet has no trace of it."""
    workspace = write_workspace(tmp_path, blocks=[{**LONG, "silence": [SILENT]}])

    assert SILENT["reason"] not in render_html(sheet_of(workspace), workspace)
