"""Schedules: times as each language writes them, and days on one height."""

from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import load_library
from leafwright.model.words import Words
from leafwright.phrasing.phrases import say_time
from leafwright.sheet import Sheet
from leafwright.text import Blank
from tests.workspaces import write_workspace

Maker = Callable[..., Sheet]


def _schedule(*events: Mapping[str, Any], **others: Any) -> dict[str, Any]:
    days = [{"day": "Today", "events": list(events)}]
    return {"kind": "schedule", "id": "clock", "lists": [{"name": "My list", "days": days}], **others}


def _seen(sheet: Sheet) -> Any:
    (block,) = sheet.sections[0].blocks
    return block


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", ("midnight", "8am", "8.30am", "midday", "1pm", "9.05pm")),
        ("en-US", ("midnight", "8:00~a.m.", "8:30~a.m.", "noon", "1:00~p.m.", "9:05~p.m.")),
        ("cy", ("hanner~nos", "8am", "8.30am", "hanner~dydd", "1pm", "9.05pm")),
        ("es", ("0:00", "8:00", "8:30", "12:00", "13:00", "21:05")),
        ("fr", ("minuit", "8~h", "8~h~30", "midi", "13~h", "21~h~05")),
        ("pl", ("0:00", "8:00", "8:30", "12:00", "13:00", "21:05")),
        ("ar", ("12~منتصف~الليل", "8~صباحًا", "8:30~صباحًا", "12~ظهرًا", "1~مساءً", "9:05~مساءً")),
        (
            "ur",
            ("آدھی~رات~12~بجے", "صبح~8~بجے", "صبح~8:30~بجے", "دوپہر~12~بجے", "دوپہر~1~بجے", "رات~9:05~بجے"),
        ),
    ],
)
def test_a_language_writes_times_in_its_own_way(
    words: dict[str, Words], language: str, said: tuple[str, ...]
) -> None:
    """Morning and evening cannot be confused, and no line ends inside a time."""
    times = (time(0), time(8), time(8, 30), time(12), time(13), time(21, 5))

    written = tuple(say_time(each, words[language]).replace("\u00a0", "~") for each in times)

    assert written == said


def test_no_two_times_are_written_alike(words: dict[str, Words]) -> None:
    """Each quarter of an hour of a day has words of its own, in every language."""
    day = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]

    assert {len({say_time(each, of) for each in day}) for of in words.values()} == {len(day)}


def test_an_event_is_at_a_time_from_one_all_day_or_written_in(make: Maker) -> None:
    """Each way is said in the words of the language."""
    events = ({"all-day": True}, {"at": "12:00"}, {"from": "09:30"}, {"blank": True})

    seen = _seen(make(blocks=[_schedule(*({**event, "text": "Rest."} for event in events))]))

    *said, written_in = [entry.when for entry in seen.lists[0].days[0].entries]
    assert [str(each) for each in said] == ["All day", "Midday", "From 9.30am"]
    assert written_in.spans == (Blank(name="Time", size="short"),)


def test_the_last_days_of_lists_stand_on_one_height(make: Maker) -> None:
    """The day of the test is level in both lists, although one begins a day later."""
    day = {"day": "A day", "events": [{"at": "08:00", "text": "Rest."}]}
    lists = [{"name": "Morning", "days": [day, day, day]}, {"name": "Afternoon", "days": [day, day]}]

    seen = _seen(make(blocks=[_schedule(lists=lists)]))

    assert [[day.row for day in each.days] for each in seen.lists] == [[1, 2, 3], [2, 3]]
    assert [each.chosen for each in seen.lists] == [True, True]
    assert seen.whole
    assert seen.unrolls


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ({"at": "8am"}, "bad-time: '8am' is no time of day"),
        ({"at": "24:00"}, "bad-time: '24:00' is no time of day"),
        ({"from": "12:60"}, "bad-time: '12:60' is no time of day"),
        ({"at": "8.30"}, "bad-time: '8.30' is no time of day"),
        ({}, "bad-moment: no time is given"),
        ({"at": "08:00", "from": "09:00"}, "bad-moment: the time is given more than once"),
        ({"at": "00:00", "blank": "true"}, "bad-moment: the time is given more than once"),
        ({"all-day": "false"}, "bad-moment: no time is given"),
    ],
)
def test_a_time_that_cannot_be_reported_is_refused(tmp_path: Path, event: dict[str, str], told: str) -> None:
    """With its place, and how to write it."""
    workspace = write_workspace(tmp_path, blocks=[_schedule({**event, "text": "Rest."})])

    (problem,) = load_library(workspace).problems[:1]

    assert told in str(problem)
    assert problem.place.line > 30
    assert problem.hint


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"lists": []}, "too-few"),
        ({"lists": [{"name": "A", "days": []}]}, "too-few"),
        ({"lists": [{"name": "A", "days": [{"day": "B", "events": []}]}]}, "too-few"),
        (
            {"lists": [{"name": "A", "days": [{"day": "B", "events": [{"at": "08:00", "text": "C"}]}]}] * 4},
            "too-many",
        ),
    ],
)
def test_a_schedule_has_lists_days_and_events(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """None of them is empty, and there are no more lists than a page has columns."""
    problems = load_library(write_workspace(tmp_path, blocks=[_schedule(**changes)])).problems

    assert problems[0].code == told
