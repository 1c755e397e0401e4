"""A space to write in is only where somebody can write."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from tests.workspaces import CITED, LOGO, TOPIC, every_block, line_of, write_workspace

RISK: dict[str, Any] = next(block for block in every_block() if block["kind"] == "risk")
PICTURE: dict[str, Any] = {"kind": "picture", "id": "look", "file": "knee.svg", "alt": "A knee [[x]]"}
OPTION: dict[str, Any] = {"kind": "glossary", "id": "words", "terms": [{"term": "A [[x]]", "meaning": "B."}]}


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"handout": {"title": "A knee [[x]]"}}, "a title"),
        ({"blocks": [{"kind": "heading", "id": "a", "text": "A knee [[x]]"}]}, "a heading"),
        ({"blocks": [OPTION]}, "a name or the head of a table"),
        ({"blocks": [{**RISK, "event": "fell [[x]]"}]}, "a part of a sentence that is made up of several"),
        ({"blocks": [PICTURE]}, "the description of a picture"),
        ({"handout": {"owner": "The team [[x]]"}}, "document control"),
        ({"handout": {"keywords": ["knee", "a [[x]]"]}}, "a keyword"),
        (
            {"blocks": [{"kind": "fields", "id": "a", "rows": [[{"label": "Name [[x]]"}]]}]},
            "a name or the head of a table",
        ),
    ],
)
def test_a_space_where_nobody_writes_is_refused(changes: dict[str, Any], where: str, tmp_path: Path) -> None:
    """It would be lost, or nobody could write in it; the problem is at the line of the space."""
    workspace = write_workspace(tmp_path, files={f"handouts/{TOPIC}/knee.svg": LOGO}, **changes)
    found = [problem for problem in load_library(workspace).problems if problem.code == "blank-here"]

    (problem,) = found
    assert problem.message == f"nobody can write in {where}"
    assert problem.place.line == line_of(workspace, "[[x]]")


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "list", "id": "a", "lead": "At [[time]]:", "items": ["Take [[short:number]] tablets."]},
        {"kind": "fields", "id": "a", "rows": [[{"label": "Side", "choose": ["left", "other: [[which]]"]}]]},
        {"kind": "key-message", "id": "a", "text": "My nurse is [[name]]."},
    ],
)
def test_a_space_in_a_sentence_is_printed(block: dict[str, Any], tmp_path: Path) -> None:
    """Sentences, items and choices may have spaces."""
    assert load_library(write_workspace(tmp_path, blocks=[CITED, block])).problems == ()
