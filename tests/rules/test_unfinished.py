"""What is still to be written stops no draft, and stops what is approved."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from leafwright.library import load_library
from leafwright.problems import Problem, Severity, fold_problems
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.scaffold import new_clinic, new_handout
from leafwright.workspace import Workspace
from tests.workspaces import write_workspace

TODAY = date(2026, 11, 2)
RULE = "placeholder-text"


def _found(root: Path, status: str) -> list[Problem]:
    """Begin a handout, give it a status and return which words of it are still to be written."""
    workspace = Workspace(root=root)
    new_handout(workspace, "knee-brace", TODAY, {})
    new_clinic(workspace, "north-street", {})
    path = root / "handouts/knee-brace/en.yaml"
    text = path.read_text("utf-8").replace("status: draft", f"approver: A team\nstatus: {status}")
    path.write_text(text, "utf-8")
    library = load_library(workspace)
    assert library.problems == ()
    return list(run_rules(library, RuleOptions(as_of=TODAY, rules=(RULE,))))


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", Severity.WARNING), ("example", Severity.WARNING), ("approved", Severity.ERROR)],
)
def test_the_status_decides_how_much_it_weighs(tmp_path: Path, status: str, severity: Severity) -> None:
    """Nothing with words to come is approved; a draft may have them."""
    found = _found(tmp_path, status)

    assert {problem.severity for problem in found} == {severity}
    assert len(found) >= 12


def test_what_new_leaves_to_be_written_is_found(tmp_path: Path) -> None:
    """The main message, the team, the source and the address of the code are not the author's own yet."""
    told = " ".join(problem.message for problem in _found(tmp_path, "approved"))

    for words in ("main message", "team that writes", "made-up source", "made up", "https://example.org"):
        assert words in told


@pytest.mark.parametrize(("status", "found"), [("draft", True), ("approved", True), ("example", False)])
def test_invented_names_of_an_example_are_found(tmp_path: Path, status: str, *, found: bool) -> None:
    """Each where it stands; what says of itself that it is an example may have them."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "our-tablets", TODAY, {"like": "taking-arthrolin"})
    path = tmp_path / "handouts/our-tablets/en.yaml"
    text = path.read_text("utf-8").replace("status: draft", f"approver: A team\nstatus: {status}")
    path.write_text(text, "utf-8")
    rule = RuleOptions(as_of=TODAY, rules=(RULE,))
    places = [
        problem.place.line
        for problem in run_rules(load_library(workspace), rule)
        if "invented name" in problem.message
    ]

    lines = text.splitlines()
    named = {
        number
        for number, line in enumerate(lines, 1)
        if re.search("Arthrolin|Samplofen|Co-examplin", line) and not re.match("#|made-up|keywords", line)
    }
    assert named
    assert {*places} == (named if found else set())


def test_the_picture_that_new_draws_is_found_wherever_it_is_printed(tmp_path: Path) -> None:
    """Another title or colour does not make it the author's own; another drawing does."""
    _found(tmp_path, "approved")
    drawing = tmp_path / "handouts/knee-brace/example.svg"
    library = partial(load_library, Workspace(root=tmp_path))

    def told() -> list[Problem]:
        found = run_rules(library(), RuleOptions(as_of=TODAY, rules=(RULE,)))
        return [problem for problem in found if "'example.svg' is still the picture" in problem.message]

    drawing.write_text(drawing.read_text("utf-8").replace("#1d4e68", "#202020"), "utf-8")
    used = (tmp_path / "handouts/knee-brace/en.yaml").read_text("utf-8").count("file: example.svg")
    assert len(told()) == used > 0
    drawing.write_text(drawing.read_text("utf-8").replace("<circle", '<circle stroke="#000000"'), "utf-8")
    assert told() == []


def test_no_sentence_is_made_with_the_title(tmp_path: Path) -> None:
    """A title may be any phrase, and "offered the taking the tablets" is none: it stays a title."""
    _found(tmp_path, "approved")
    lines = (tmp_path / "handouts/knee-brace/en.yaml").read_text("utf-8").splitlines()

    assert [line.strip() for line in lines if "knee brace" in line.lower()] == [
        "title: Knee brace",
        'title: "Knee brace: your options"',
    ]


def test_what_new_writes_beside_it_is_left_alone(tmp_path: Path) -> None:
    """Every finding is of brackets, but for pictures, made-up fields and the addresses of code and source."""
    found = [problem for problem in _found(tmp_path, "approved") if "'[" not in problem.message]

    assert [problem.message.split("'")[1].partition(":")[0] for problem in found] == [
        *["example.svg"] * 3,
        "reference",
        "review-due",
        "https",
        "https",
    ]


def test_many_are_told_as_one_at_the_first(tmp_path: Path) -> None:
    """A new folder has a hundred; each is listed where few are left."""
    found = [problem for problem in _found(tmp_path, "draft") if "still a placeholder" in problem.message]

    (told,) = (problem for problem in fold_problems(found) if "placeholders are left" in problem.message)

    first, *others = [problem for problem in found if problem.place.file == told.place.file]
    assert told.place == min(problem.place for problem in (first, *others))
    assert told.text == (
        f"{len(others) + 1} placeholders are left, the first here; write what belongs there, or take it out"
    )


def test_the_key_of_a_reference_in_brackets_is_a_lost_citation(tmp_path: Path) -> None:
    """Only the sign that makes it one is missing."""
    workspace = write_workspace(
        tmp_path, blocks=[{"kind": "paragraphs", "id": "a", "text": "Rest [elm1999]."}]
    )

    problems = run_rules(load_library(workspace), RuleOptions(as_of=TODAY, rules=(RULE,)))

    assert [problem.text for problem in problems] == [
        "'[elm1999]' is still a placeholder; did you mean [@elm1999]?"
    ]
