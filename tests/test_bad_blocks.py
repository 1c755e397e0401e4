"""What cannot be printed as it is written is refused at its place, in any block."""

import json
from collections.abc import Mapping
from typing import Any, Final

import pytest
import yaml

from leafwright.library import load_library
from leafwright.problems import Problem
from tests.workspaces import HANDOUT, write_workspace

SURE: Final = {"certainty": "low", "source": ["elm1999"]}


def table(*rows: Any, **changes: Any) -> dict[str, Any]:
    """Write a table of two columns."""
    return {"kind": "table", "head": ["What", "When"], "rows": list(rows), **changes}


def schedule(*events: Any) -> dict[str, Any]:
    """Write a schedule of one day."""
    return {"kind": "schedule", "lists": [{"name": "All", "days": [{"day": "Day", "events": list(events)}]}]}


def at(clock: str) -> dict[str, Any]:
    """Write a schedule with one time."""
    return schedule({"at": clock, "text": "Drink."})


def zones(*levels: str, **changes: Any) -> dict[str, Any]:
    """Write zones of some levels."""
    zone = {"signs": ["A sign"], "do": ["Rest"], **changes}
    return {"kind": "zones", "zones": [{"level": level, "name": f"Zone {level}", **zone} for level in levels]}


def tree(*branches: Mapping[str, Any], of: str = "10", **root: Any) -> dict[str, Any]:
    """Write a tree of ten people."""
    return {"kind": "tree", "of": of, "root": {"n": of, "text": "All", "then": list(branches), **root}}


def branch(count: str, **changes: Any) -> dict[str, Any]:
    """Write a branch of a tree."""
    return {"n": count, "text": "Some", **changes}


def facts(*counts: str, of: str = "1000", **changes: Any) -> dict[str, Any]:
    """Write facts with one outcome in two groups."""
    row = {"event": "pain", "n": list(counts), **SURE}
    known = {"of": of, "people": "people", "time-frame": "in a year", "groups": ["with", "without"]}
    return {"kind": "facts", **known, "rows": [row], **changes}


def bands(count: str, of: str = "100") -> dict[str, Any]:
    """Write one banded risk."""
    row = {"event": "Pain", "n": count, "meaning": "Some pain.", **SURE}
    return {"kind": "risk-bands", "of": of, "people": "People", "rows": [row]}


def risk(**changes: Any) -> dict[str, Any]:
    """Write a risk in two groups."""
    counted = {"people": "people", "event": "fell", "otherwise": "did not", "n": "3", "of": "100"}
    groups = {"group": "With", "comparator": {"group": "Without", "n": "5"}}
    return {
        "kind": "risk",
        "heading": "Falls",
        **counted,
        **groups,
        "time-frame": "in a year",
        **SURE,
        **changes,
    }


def asked(**changes: Any) -> dict[str, Any]:
    """Write a questionnaire of one question."""
    return {"kind": "questionnaire", "groups": [group()], **changes}


def group(**changes: Any) -> dict[str, Any]:
    """Write a group of a questionnaire."""
    return {"id": "first", "lead": "Tell us:", "questions": ["Are you well?"], **changes}


def ring(*answers: str) -> dict[str, Any]:
    """Write whom to call after some answers."""
    return {"ring": {"answers": list(answers), "text": "Phone us."}}


def fields(**field: Any) -> dict[str, Any]:
    """Write one field."""
    return {"kind": "fields", "rows": [[field]]}


def warning(**changes: Any) -> dict[str, Any]:
    """Write a warning."""
    known = {"level": "call", "heading": "Phone us", "signs": ["Pain"], "action": "Phone us."}
    return {"kind": "warning", **known, **changes}


BAD: Final[dict[str, tuple[dict[str, Any], str, str]]] = {
    "2,000 rows": (table(*[["a", "b"]] * 2000), "table-too-large", "rows:"),
    "2,000 columns": (table(["a"] * 2000, head=["a"] * 2000), "table-too-large", "- kind: table"),
    "500 words in a cell": (table(["a", "many " * 500]), "table-too-large", "- 'many many"),
    "an empty cell": (table(["a", ""]), "empty", "- ''"),
    "a cell of nothing": (table(["a", None]), "empty", "- - a"),
    "a cell that is not blank": (table(["a", {"blank": "false"}]), "unknown-value", "- blank: 'false'"),
    "a cell that is a list": (table(["a", ["b"]]), "wrong-type", "- - b"),
    "rows of unequal length": (table(["a", "b"], ["only"]), "uneven-row", "- - only"),
    "a row without cells": (table([]), "too-few", "- []"),
    "a table without rows": (table(), "empty", "- kind: table"),
    "rows that are words": (table(rows="none"), "wrong-type", "rows: none"),
    "too many empty rows": (table(**{"empty-rows": "21"}), "bad-value", "empty-rows: '21'"),
    "fewer than no rows": (table(**{"empty-rows": "-1"}), "bad-value", "empty-rows: '-1'"),
    "a blank in a head": (table(["a", "b"], head=["A [[x]]", "B"]), "blank-here", "- A [[x]]"),
    "a citation in an event": (risk(event="fell [@elm1999]"), "markup-here", "event: fell [@elm1999]"),
    "bold people": (risk(people="**old** people"), "markup-here", "people: '**old** people'"),
    "a link in a group": (risk(group="[A](https://a.org)"), "markup-here", "group: '[A](https://a.org)'"),
    "24:00": (at("24:00"), "bad-time", "- at: '24:00'"),
    "25:61": (at("25:61"), "bad-time", "- at: 25:61"),
    "8.30": (at("8.30"), "bad-time", "- at: '8.30'"),
    "8pm": (at("8pm"), "bad-time", "- at: 8pm"),
    "Arabic digits": (at("٠٨:٣٠"), "bad-time", "- at: ٠٨:٣٠"),
    "wide digits": (at("\uff108:30"), "bad-time", "- at: "),
    "no time": (schedule({"text": "Drink."}), "bad-moment", "- text: Drink."),
    "two times": (schedule({"at": "08:00", "from": "9:00", "text": "Drink."}), "bad-moment", "- at: 08:00"),
    "a day without events": (schedule(), "too-few", "events: []"),
    "a schedule without lists": ({"kind": "schedule", "lists": []}, "too-few", "lists: []"),
    "one zone": (zones("well"), "too-few", "- level: well"),
    "five zones": (zones("well", "worse", "bad", "emergency", "well"), "too-many", "- level: well"),
    "zones in no order": (zones("bad", "well"), "zones-out-of-order", "- level: well"),
    "two zones of a level": (zones("bad", "bad"), "zones-out-of-order", "- level: bad"),
    "an unknown level": (zones("well", "purple"), "unknown-value", "- level: purple"),
    "a zone without a name": (zones("well", "bad", name=""), "empty", "name: ''"),
    "a line twice": (zones("well", "bad", lines=["a", "a"]), "repeated-name", "- a"),
    "branches that do not add up": (tree(branch("3"), branch("4")), "uneven-branches", "then:"),
    "a root of others": (tree(branch("3"), branch("6"), n="9"), "uneven-branches", "n: '9'"),
    "a branch below nobody": (tree(branch("-3"), branch("13")), "bad-value", "- n: '-3'"),
    "a tree of nobody": (tree(branch("0"), branch("0"), of="0"), "bad-denominator", "of: '0'"),
    "one branch": (tree(branch("10")), "too-few", "- n: '10'"),
    "three branches": (tree(branch("3"), branch("3"), branch("4")), "too-many", "- n: '3'"),
    "two main branches": (
        tree(branch("3", main="true"), branch("7", main="true")),
        "two-main-branches",
        "then:",
    ),
    "people in Arabic digits": (tree(branch("٣"), branch("7")), "wrong-type", "- n: ٣"),
    "a root of nothing": (tree() | {"root": None}, "empty", "root: null"),
    "more than all": (facts("1", "2000"), "impossible-risk", "n:"),
    "fewer than nobody": (facts("-1", "2"), "bad-value", "- '-1'"),
    "half a person": (facts("1.5", "2"), "wrong-type", "- '1.5'"),
    "three numbers for two groups": (facts("1", "2", "3"), "uneven-numbers", "n:"),
    "facts of nobody": (facts("0", "0", of="0"), "bad-denominator", "of: '0'"),
    "facts of 1,000": (facts("1", "2", of="1,000"), "wrong-type", "of: 1,000"),
    "facts without groups": (facts("1", "2", groups=[]), "too-few", "groups: []"),
    "facts of no source": (facts("1", "2", rows=[{"event": "pain", "n": ["1"]}]), "missing-field", "- event"),
    "a risk of more than all": (bands("200"), "impossible-risk", "n: '200'"),
    "a risk of nobody": (bands("0"), "bad-value", "n: '0'"),
    "bands that cut a person": (bands("2", of="7"), "uneven-bands", "of: '7'"),
    "a questionnaire without groups": (asked(groups=[]), "too-few", "groups: []"),
    "a group without questions": (asked(groups=[group(questions=[])]), "too-few", "questions: []"),
    "one answer": (asked(answers=["yes"]), "too-few", "- 'yes'"),
    "an answer twice": (asked(answers=["yes", "yes"]), "repeated-name", "- 'yes'"),
    "two groups of an id": (asked(groups=[group(), group()]), "duplicate-id", "- id: f"),
    "an answer nobody gives": (asked(groups=[group(**ring("maybe"))]), "unknown-answer", "groups:"),
    "a row without fields": ({"kind": "fields", "rows": [[]]}, "too-few", "- []"),
    "a field of nothing": (fields(), "bad-field", "- - {}"),
    "a field of two kinds": (fields(label="A", choose=["a"], circle=["b"]), "bad-field", "circle:"),
    "nothing to choose": (fields(label="A", choose=[]), "too-few", "choose: []"),
    "one line of several": (fields(label="A", lines="1"), "bad-value", "lines: '1'"),
    "a box too low": (fields(label="A", box="5"), "bad-value", "box: '5'"),
    "an unknown width": (fields(label="A", width="huge"), "unknown-value", "width: huge"),
    "a field that is words": ({"kind": "fields", "rows": [["Name"]]}, "wrong-type", "- - Name"),
    "nothing to do": (
        {"kind": "do-and-do-not", "do": {"items": []}, "do-not": {"items": ["Run"]}},
        "too-few",
        "items: []",
    ),
    "do as words": ({"kind": "do-and-do-not", "do": "Rest", "do-not": "Run"}, "wrong-type", "do: Rest"),
    "a checklist of nothing": ({"kind": "checklist", "items": []}, "too-few", "items: []"),
    "a picture not described": (
        {"kind": "rows", "rows": [{"file": "knee.svg", "text": "A knee"}]},
        "missing-field",
        "- file: knee.svg",
    ),
    "exercises of nothing": ({"kind": "exercises", "items": []}, "too-few", "items: []"),
    "a warning of no level": (warning(level="red"), "unknown-value", "level: red"),
    "a number twice": (warning(lines=["department", "department"]), "repeated-name", "- department"),
    "lines that are words": (warning(lines="department"), "wrong-type", "lines: department"),
    "a blank in a heading": (warning(heading="A [[x]]"), "blank-here", "heading: A [[x]]"),
}  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Problem, str]]]:
    """Read a handout for all of them at once; each problem has its line."""
    texts = {}
    for number, (block, _, _) in enumerate(BAD.values()):
        handout: dict[str, Any] = {**HANDOUT, "reference": f"EX-{number + 10}"}
        handout["sections"] = [{"id": "part", "heading": "Part", "blocks": [{**block, "id": "a-block"}]}]
        apart = json.loads(json.dumps(handout))  # a list that is used twice would get an anchor
        text = yaml.safe_dump(apart, sort_keys=False, allow_unicode=True)
        texts[f"handouts/case-{number}/en.yaml"] = text
    library = load_library(write_workspace(tmp_path_factory.mktemp("bad"), files=texts))
    lines = {name: text.splitlines() for name, text in texts.items()}
    return {
        case: [
            (problem, lines[name][problem.place.line - 1].strip())
            for problem in library.problems
            if problem.place.file == name
        ]
        for case, name in zip(BAD, texts, strict=True)
    }


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_where_it_stands(case: str, found: dict[str, list[tuple[Problem, str]]]) -> None:
    """The first message has the code, and is at the line that is wrong."""
    _, code, line = BAD[case]

    (problem, there), *_ = found[case]

    assert (problem.code, there[: len(line)]) == (code, line)
