"""Exercises: a picture, steps, how often, and weeks to tick."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.sheet import Sheet
from tests.workspaces import LOGO, TOPIC, line_of, write_workspace

Maker = Callable[..., Sheet]
PICTURES = {f"handouts/{TOPIC}/knee.svg": LOGO}
SLIDE: dict[str, Any] = {
    "name": "Heel slide",
    "file": "knee.svg",
    "alt": "A knee",
    "steps": ["Slide the heel."],
    "often": ["Hold [[short:seconds]] seconds"],
}


def _exercises(*items: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"kind": "exercises", "id": "plan", "items": list(items), **changes}


def _seen(sheet: Sheet) -> Any:
    (block,) = sheet.sections[0].blocks
    return block


def test_an_exercise_has_its_picture(make: Maker) -> None:
    """From the folder of its topic, with what it shows."""
    (item,) = _seen(make(blocks=[_exercises(SLIDE)], files=PICTURES)).items

    assert (item.source, item.alt) == (f"handouts/{TOPIC}/knee.svg", "A knee")


def test_each_week_has_a_row_for_every_exercise(make: Maker) -> None:
    """Below its own label and the seven days, and the pain last where it is asked for."""
    raised = {**SLIDE, "name": "Leg raise"}

    first, second = _seen(
        make(blocks=[_exercises(SLIDE, raised, weeks="2", pain="true")], files=PICTURES)
    ).weeks

    assert [first.label.plain.split(), second.label.plain.split()] == [["Week", "1"], ["Week", "2"]]
    assert [day.plain for day in first.days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [name.plain for name in second.names] == ["Heel slide", "Leg raise"]
    assert "0 (none)" in second.pain.plain.replace("\u00a0", " ")


def test_without_weeks_there_is_nothing_to_tick(make: Maker) -> None:
    """The reader is not asked to, either."""
    block = _seen(make(blocks=[_exercises(SLIDE)], files=PICTURES))

    assert (block.weeks, block.tick) == ((), None)


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"alt": None}, "missing-field", "'alt'"),
        ({"alt": ""}, "empty", "nothing is written"),
        ({"file": None}, "missing-field", "'file'"),
        ({"file": "foot.svg"}, "missing-picture", "foot.svg"),
        ({"steps": []}, "too-few", "'steps'"),
        ({"often": None}, "missing-field", "'often'"),
        ({"name": "Slide [[which]]"}, "blank-here", "a name"),
    ],
)
def test_what_an_exercise_lacks_is_reported_at_the_exercise(
    tmp_path: Path, changes: dict[str, Any], code: str, words: str
) -> None:
    """Although another one is sound: every picture needs a description for those who cannot see it."""
    spoilt = {
        key: value for key, value in {**SLIDE, "name": "Spoilt", **changes}.items() if value is not None
    }
    workspace = write_workspace(tmp_path, blocks=[_exercises(SLIDE, spoilt)], files=PICTURES)

    (problem, *_) = load_library(workspace).problems

    assert (problem.code, words in problem.message) == (code, True), problem
    assert problem.place.line >= line_of(workspace, f"name: {spoilt['name']}")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("weeks", "9", "bad-value"), ("weeks", "-1", "bad-value"), ("items", [], "too-few")],
)
def test_a_plan_has_bounds(tmp_path: Path, field: str, value: Any, code: str) -> None:
    """Up to eight weeks, and one exercise at least."""
    workspace = write_workspace(tmp_path, blocks=[_exercises(SLIDE, **{field: value})], files=PICTURES)

    assert [problem.code for problem in load_library(workspace).problems] == [code]
