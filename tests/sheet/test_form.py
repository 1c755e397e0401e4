"""What is filled in: each field, box and signature is shown and heard as what it is."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.fields import FieldsView
from leafwright.blocks.questionnaire import QuestionnaireView
from leafwright.library import load_library
from leafwright.problems import ContentError
from tests.sheet.conftest import Maker
from tests.workspaces import write_workspace

GROUPS: list[dict[str, Any]] = [
    {"id": "in", "lead": "In you:", "questions": ["a pacemaker", "a clip"]},
    {"id": "on", "lead": "On you:", "questions": ["a ring"]},
]


def _fields(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "fields", "id": "form", "rows": list(rows)}


def _asked(**changes: Any) -> dict[str, Any]:
    return {"kind": "questionnaire", "id": "form", "groups": GROUPS, **changes}


def _ringing(**ring: Any) -> dict[str, Any]:
    ring = {"answers": ["yes", "not-sure"], "text": "Say so.", **ring}
    return _asked(groups=[{**GROUPS[0], "ring": ring}])


def _one(make: Maker, block: dict[str, Any], **changes: Any) -> Any:
    (view,) = make(blocks=[block], **changes).sections[0].blocks
    return view


def test_a_field_is_heard_as_a_space_to_fill_in(make: Maker) -> None:
    """The line says whose it is; several lines are several."""
    view: FieldsView = _one(make, _fields([{"label": "Name"}, {"label": "Notes", "lines": "3"}]))

    (name, notes) = view.rows[0].fields
    assert (name.alt, name.lines, notes.lines) == ("Name, to fill in", 1, 3)


def test_a_box_is_heard_with_what_it_answers(make: Maker) -> None:
    """A box alone says nothing; a word to circle is said that it is one."""
    choices = [{"label": "Knee", "choose": ["left", "right"]}, {"label": "Pain", "circle": ["none", "much"]}]
    knee, pain = _one(make, _fields(choices)).rows[0].fields

    assert [box.alt for box in knee.ticked] == ["Knee left, to tick", "Knee right, to tick"]
    assert (knee.lines, pain.hint.plain, pain.lines) == (0, "circle one", 0)


def test_a_column_is_as_wide_in_each_row_of_as_many_fields(make: Maker) -> None:
    """The widest field of a column sets it; a row of another number of fields has its own columns."""
    rows = [
        [{"label": "a", "width": "wide"}, {"label": "b", "width": "narrow"}],
        [{"label": "c"}, {"label": "d"}],
        [{"label": "e", "width": "narrow"}],
    ]

    widths = [[field.width for field in row.fields] for row in _one(make, _fields(*rows)).rows]

    assert widths == [["wide", "normal"], ["wide", "normal"], ["narrow"]]


def test_a_signature_has_name_and_date_beside_it(make: Maker) -> None:
    """Each line says who fills it in."""
    (row,) = _one(make, _fields([{"signature": "Patient", "statement": "I agree."}])).rows

    assert (row.head.plain, row.statement.plain) == ("Patient", "I agree.")
    assert [field.alt for field in row.fields] == [
        f"Patient: {line}, to fill in" for line in ("Signature", "Name", "Date")
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([{"width": "wide"}], "a field has a label or a signature"),
        ([{"label": "a", "signature": "b"}], "a field has a label or a signature"),
        ([{"label": "a", "lines": "2", "box": "20"}], "a field cannot be lines and box at once"),
        ([{"signature": "a", "choose": ["b"]}], "a field cannot be signature and choose at once"),
        ([{"label": "a", "statement": "b"}], "nobody signs the statement"),
        ([{"label": "a", "circle": ["b"]}], "one word is no choice"),
        ([{"label": "a"}, {"signature": "b"}], "a signature shares its row"),
    ],
)
def test_what_cannot_be_filled_in_is_refused(row: list[dict[str, Any]], message: str, tmp_path: Path) -> None:
    """The field says what is wrong with it, at its place."""
    (problem,) = load_library(write_workspace(tmp_path, blocks=[_fields(row)])).problems

    assert (problem.code, problem.message) == ("bad-field", message)
    assert problem.place.line > 1


@pytest.mark.parametrize(("name", "value"), [("lines", "9"), ("lines", "1"), ("box", "9"), ("box", "81")])
def test_a_field_has_room_for_a_hand(name: str, value: str, tmp_path: Path) -> None:
    """Lines and boxes have sizes that can be written in and fit a page."""
    library = load_library(write_workspace(tmp_path, blocks=[_fields([{"label": "a", name: value}])]))

    assert [problem.place.line > 1 for problem in library.problems] == [True]


def test_questions_are_numbered_through(make: Maker) -> None:
    """The numbers continue from group to group, and each box is read aloud with its question."""
    view: QuestionnaireView = _one(make, _asked())

    assert [(q.number, q.text.plain) for group in view.groups for q in group.questions] == [
        (1, "a pacemaker"),
        (2, "a clip"),
        (3, "a ring"),
    ]
    assert [box.alt for box in view.groups[1].questions[0].boxes] == [
        "a ring Yes, to tick",
        "a ring No, to tick",
        "a ring Not sure, to tick",
    ]


def test_a_group_says_whom_to_ring_at_which_answers(make: Maker) -> None:
    """The answers are listed as the language lists them, with the clinic's number beside them."""
    ring = _one(make, _ringing()).groups[0].ring

    assert ring.label.plain == "If you ticked Yes or Not sure:"
    assert [line.text.plain for line in ring.numbers] == ["01632 960 301"]
    assert _one(make, _ringing(lines=[])).groups[0].ring.numbers == ()


def test_answers_are_named_in_the_language(make: Maker) -> None:
    """A words file of the workspace may add answers; one without words is reported at its place."""
    with pytest.raises(ContentError) as refused:
        _one(make, _asked(answers=["yes", "sometimes"]))
    (problem,) = refused.value.problems

    assert (problem.code, problem.message) == (
        "missing-phrase",
        "the answer 'sometimes' has no words in en-GB",
    )
    assert problem.place.line > 1


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (_ringing(answers=["perhaps"]), "unknown-answer"),
        (_asked(groups=[GROUPS[0], GROUPS[0]]), "duplicate-id"),
        (_asked(answers=["yes"]), "too-few"),
        (_asked(staff=[[{"label": "a"}, {"signature": "b"}]]), "bad-field"),
        (_asked(groups=[]), "too-few"),
    ],
)
def test_a_questionnaire_that_nobody_can_answer_is_refused(
    block: dict[str, Any], code: str, tmp_path: Path
) -> None:
    """What is wrong is reported at its place."""
    (problem,) = load_library(write_workspace(tmp_path, blocks=[block])).problems

    assert (problem.code, problem.place.line > 1) == (code, True)


def test_a_line_that_the_clinic_lacks_is_reported_at_the_ring(make: Maker) -> None:
    """It names the lines that there are."""
    with pytest.raises(ContentError) as refused:
        _one(make, _ringing(lines=["radiology"]))

    assert [problem.code for problem in refused.value.problems] == ["unknown-line"]


def test_a_checklist_may_ask(make: Maker) -> None:
    """Each item then has a box for each answer; without answers it is ticked off as a whole."""
    block = {"kind": "checklist", "id": "ask", "items": ["Can you walk?"]}

    (asks,) = _one(make, {**block, "answers": ["yes", "no"]}).items
    (ticks,) = _one(make, block).items

    assert [box.alt for box in asks.boxes] == ["Can you walk? Yes, to tick", "Can you walk? No, to tick"]
    assert ticks.boxes == ()
