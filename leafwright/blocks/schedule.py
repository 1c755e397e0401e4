"""What to do at which time: one list of days, or several to choose from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import Record, fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_time
from leafwright.problems import quoted
from leafwright.text import Blank, Text, phrase

_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)", re.ASCII)
_HINT: Final = "write hours and minutes of a day of 24 hours, as 08:00 or 17:30; midnight is 00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """What to do, and when."""

    when: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day of a list; days with the same `row` are at the same height."""

    whole: ClassVar[bool] = True

    id: str
    row: int
    day: Text
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of days; if there are others, it is `chosen` with a tick."""

    id: str
    name: Text
    when: Text | None
    chosen: bool
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleView(BlockView):
    """Lists of what to do at which time, with times as the language writes them."""

    kind = "schedule"
    wide = True

    lists: tuple[ListView, ...]

    @property
    def whole(self) -> bool:
        """Whether its days are side by side."""
        return len(self.lists) > 1

    @property
    def unrolls(self) -> bool:
        """Whether its lists may be printed one below the other."""
        return self.whole

    def pieces(self) -> Mapping[str, str]:
        """Name the lists and their days."""
        lists = {plan.id: f"the list {quoted(plan.name.plain)} of '{self.id}'" for plan in self.lists}
        days = {
            day.id: f"{quoted(day.day.plain)} of {lists[plan.id]}" for plan in self.lists for day in plan.days
        }
        return lists | days

    def continued_pieces(self) -> Mapping[str, Text]:
        """Repeat the name of the list."""
        return {plan.id: plan.name for plan in self.lists}


def _as_time(value: Any) -> Any:
    """Read a time of day; any other form could be read in two ways."""
    match = _CLOCK.fullmatch(str(value))
    try:
        return time(int(match[1]), int(match[2])) if match else _refuse_time(value)
    except ValueError:
        return _refuse_time(value)


def _refuse_time(value: object) -> time:
    raise fault("bad-time", f"'{value}' is no time of day", _HINT)


WrittenTime = Annotated[str, Field(pattern="^([01]?[0-9]|2[0-3]):[0-5][0-9]$")]
ClockTime = Annotated[time, BeforeValidator(_as_time, json_schema_input_type=WrittenTime)]


class ScheduleEvent(Record):
    """What to do, and when: at a time, from a time on, all day, or at a time to write in."""

    at: ClockTime | None = None
    """The time, in 24 hours."""
    from_: ClockTime | None = None
    """The time from which on it is done, in 24 hours."""
    blank: bool = False
    """Whether the time is written in by hand."""
    all_day: bool = False
    """Whether it goes on all day."""
    text: Annotated[Text, PassageKind.ITEM]
    """What to do."""

    @model_validator(mode="after")
    def _check_moment(self) -> Self:
        times = (self.at is not None, self.from_ is not None, self.blank, self.all_day)
        if sum(times) != 1:
            hint = "write one of `at:`, `from:`, `blank: true` and `all-day: true`"
            message = "the time is given more than once" if any(times) else "no time is given"
            raise fault("bad-moment", message, hint)
        return self

    @property
    def clock(self) -> time | None:
        """The time at which it begins, if it is known."""
        return self.at if self.at is not None else self.from_

    def say_when(self, words: Words) -> Text:
        """Say when it happens, as the language does."""
        phrases = words.phrases.schedule
        if self.at is not None:
            time = say_time(self.at, words)
            return phrase(time[:1].upper() + time[1:])
        if self.from_ is not None:
            return fill(phrases.from_, words, time=say_time(self.from_, words))
        if self.all_day:
            return phrases.all_day
        return Text(spans=(Blank(name=words.phrases.appointment.time.plain, size="short"),))


class ScheduleDay(Record):
    """A day of a list, and what to do on it, in the order of the times."""

    day: Annotated[Text, PassageKind.NAME]
    """What the day is called."""
    events: Annotated[tuple[ScheduleEvent, ...], Field(min_length=1, max_length=24)]
    """What to do on that day, in the order of the times."""


class ScheduleList(Record):
    """A list of days with its name."""

    name: Annotated[Text, PassageKind.NAME]
    """What the list is called."""
    when: Annotated[Text | None, PassageKind.MEANING] = None
    """Whom the list is for."""
    days: Annotated[tuple[ScheduleDay, ...], Field(min_length=1, max_length=14)]
    """The days, each with what to do."""


class Schedule(BlockRecord):
    """What to do by the clock. Of several lists, a morning's and an afternoon's say, one is ticked.

    Times are written in 24 hours, as 08:00, and printed as the language writes them. Lists are side by side
    with their days at the same height, the last ones too if one has fewer.
    """

    written_in: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.DOSES,)

    kind: Literal["schedule"]
    lists: Annotated[tuple[ScheduleList, ...], Field(min_length=1, max_length=3)]
    """One list, or up to three of which one is ticked."""

    def view(self, context: BlockContext) -> ScheduleView:
        """Write the times in the language of the page."""
        most = max(len(plan.days) for plan in self.lists)
        lists = tuple(
            ListView(
                id=f"{self.id}-{number}",
                name=plan.name,
                when=plan.when,
                chosen=len(self.lists) > 1,
                days=tuple(_days(f"{self.id}-{number}", plan, most, context.words)),
            )
            for number, plan in enumerate(self.lists, start=1)
        )
        return ScheduleView(id=self.id, lists=lists)


def _days(name: str, of: ScheduleList, rows: int, words: Words) -> tuple[DayView, ...]:
    return tuple(
        DayView(
            id=f"{name}-{number}",
            row=rows - len(of.days) + number,
            day=day.day,
            entries=tuple(EntryView(when=event.say_when(words), text=event.text) for event in day.events),
        )
        for number, day in enumerate(of.days, start=1)
    )
