"""The times of a day in a schedule run backwards."""

from itertools import pairwise

from leafwright.blocks.schedule import Schedule, ScheduleDay
from leafwright.rules import Finding, Findings, Reader


def check(reader: Reader) -> Findings:
    """Report each event that begins before the one above it."""
    for plan in (plan for block in reader.blocks(Schedule) for plan in block.lists):
        for day in plan.days:
            yield from _backwards(day)


def _backwards(day: ScheduleDay) -> Findings:
    timed = [(event, event.clock) for event in day.events if event.clock is not None]
    for (_, before), (event, clock) in pairwise(timed):
        if clock < before:
            message = f"{clock:%H:%M} comes after {before:%H:%M} on the day '{day.day}'"
            hint = "put the events in order, or give those of the next day a day of their own"
            yield Finding(
                place=event.place_of("at" if event.at is not None else "from_"), message=message, hint=hint
            )
