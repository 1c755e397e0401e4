"""Hints that an author can follow to the letter."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.problems import Problem
from tests.workspaces import CLINIC_FILE, write_workspace

CARD = {
    "kind": "card",
    "id": "wallet",
    "front": {"heading": "I have a knee", "rows": [{"label": "Name"}]},
    "back": {},
}
OPTION = {"name": "Wait", "definition": "See how it goes."}
COMPARISON = {
    "kind": "comparison",
    "id": "choices",
    "options": [{"id": name, **OPTION} for name in ("wait", "rest", "rest")],
    "rows": [{"question": "What?", "answers": {"wait": "Waiting.", "rest": "Resting.", "moss": "Moss."}}],
}
GROUP = {"id": "first", "lead": "Have you:", "questions": ["a knee?"]}
QUESTIONNAIRE = {"kind": "questionnaire", "id": "asked", "groups": [GROUP, GROUP]}


def _problem(root: Path, **changes: Any) -> Problem:
    (problem,) = load_library(write_workspace(root, **changes)).problems
    return problem


@pytest.mark.parametrize(
    "changes",
    [
        {"handout": {"variants": "all"}},
        {"clinic": {"prints": {**CLINIC_FILE["prints"], "variants": "all"}}},
    ],
)
def test_the_names_of_all_are_asked_for(tmp_path: Path, changes: dict[str, Any]) -> None:
    """A list that has to name its entries is not written as `[all]`."""
    assert _problem(tmp_path, **changes).hint == "name each in a list: [one, two]"


def test_an_entry_that_has_to_be_a_list_is_shown_in_brackets(tmp_path: Path) -> None:
    """A row of a card is a list of fields, even if it has one."""
    hint = _problem(tmp_path, blocks=[CARD]).hint

    assert hint == "write a list inside the list: `- [{label: Name}]`"


@pytest.mark.parametrize(("block", "name"), [(COMPARISON, "rest"), (QUESTIONNAIRE, "first")])
def test_an_id_twice_in_a_block_is_reported_where_it_is_repeated(
    tmp_path: Path, block: dict[str, Any], name: str
) -> None:
    """The second one is pointed at, before anything that follows from it."""
    problem = _problem(tmp_path, blocks=[block])

    lines = (tmp_path / problem.place.file).read_text("utf-8").splitlines()
    first, second = (number for number, line in enumerate(lines, 1) if line.endswith(f"id: {name}"))
    assert (problem.code, problem.place.line) == ("duplicate-id", second)
    assert problem.hint == f"line {first} has it; choose another"
