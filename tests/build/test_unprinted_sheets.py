"""What no clinic prints is reported, with the line of the clinic to change."""

from pathlib import Path
from typing import Any

from leafwright.build import Selection, find_unprinted
from leafwright.library import load_library
from leafwright.problems import Problem, Severity
from tests.workspaces import CLINIC, CLINIC_FILE, TOPIC, write_workspace

ZONES = {"variants": {"action-plan": {"sections": ["part"]}}}


def _found(root: Path, selection: Selection, **changes: Any) -> list[Problem]:
    return list(find_unprinted(load_library(write_workspace(root, **changes)), selection))


def _line_of(root: Path, key: str) -> str:
    """Find the line of a key in the clinic's file."""
    file = f"clinics/{CLINIC}/clinic.yaml"
    lines = (root / file).read_text("utf-8").splitlines()
    return f"{file}:{next(number for number, line in enumerate(lines, 1) if f'{key}:' in line)}"


def test_a_variant_that_no_clinic_lists_is_warned_of(tmp_path: Path) -> None:
    """A handout of a kind that nobody prints is no error, and the clinic's line is named."""
    [problem] = _found(tmp_path, Selection(), handout=ZONES)

    assert (problem.code, problem.severity) == ("unprinted-variant", Severity.WARNING)
    assert problem.place.file == f"handouts/{TOPIC}/en.yaml"
    line = _line_of(tmp_path, "variants")
    assert problem.hint == f"{line} does not list action-plan below `prints: variants:`; add it"


def test_a_topic_asked_for_that_nobody_prints_is_an_error(tmp_path: Path) -> None:
    """A chosen topic of which nothing can be built is an error."""
    [problem] = _found(tmp_path, Selection(topics=(TOPIC,)), handout=ZONES)

    assert problem.severity is Severity.ERROR


def test_a_topic_that_is_printed_in_part_is_only_warned_of(tmp_path: Path) -> None:
    """The sheets that a clinic prints are built, so the others are no error."""
    both = {"variants": {name: {"sections": ["part"]} for name in ("leaflet", "action-plan")}}

    [problem] = _found(tmp_path, Selection(topics=(TOPIC,)), handout=both)

    assert problem.severity is Severity.WARNING


def test_a_topic_that_no_clinic_lists_is_an_error_when_asked_for(tmp_path: Path) -> None:
    """A clinic with topics of its own is named, with the line of its topics."""
    prints = {**CLINIC_FILE["prints"], "topics": []}

    [problem] = _found(tmp_path, Selection(topics=(TOPIC,)), clinic={"prints": prints})

    assert (problem.code, problem.severity) == ("unprinted-topic", Severity.ERROR)
    line = _line_of(tmp_path, "topics")
    assert problem.hint == f"{line} does not list {TOPIC} below `prints: topics:`; add it"


def test_what_is_printed_is_not_reported(tmp_path: Path) -> None:
    """A handout whose kinds are all printed is not reported, whether chosen or not."""
    assert not _found(tmp_path, Selection())
    assert not _found(tmp_path, Selection(topics=(TOPIC,), variants=("leaflet",)))
