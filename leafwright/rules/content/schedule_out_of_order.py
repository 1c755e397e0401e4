"""The times of a day in a schedule run backwards.

What: Finds an event of a schedule that begins before the one above it, on the same day. Times to write in
and what goes on all day are passed over. Midnight, 00:00, begins a day.

Why: A schedule is followed from top to bottom. Who finds 7am below 5pm has missed it, or thinks that it
belongs to the next day; with a medicine or the last drink before an anaesthetic, that matters.

Bad:
```yaml
- kind: schedule
  id: clock
  lists:
    - name: Morning list
      days:
        - day: The day before
          events:
            - {at: "17:00", text: Drink the first glass.}
            - {at: "08:00", text: Eat a light breakfast.}  # <-
```

Good:
```yaml
- kind: schedule
  id: clock
  lists:
    - name: Morning list
      days:
        - day: The day before
          events:
            - {at: "08:00", text: Eat a light breakfast.}
            - {from: "08:00", text: Drink water.}
            - {blank: true, text: Phone us.}
            - {at: "17:00", text: Drink the first glass.}
        - day: The day of your test
          events:
            - {at: "06:00", text: Drink the second glass.}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from leafwright.blocks.schedule import Schedule, ScheduleDay
from leafwright.rules import Finding, Reader


def check(reader: Reader) -> Iterator[Finding]:
    """Report each event that begins before the one above it."""
    for block in reader.handout.blocks():
        if isinstance(block, Schedule):
            for plan in block.lists:
                for day in plan.days:
                    yield from _backwards(day)


def _backwards(day: ScheduleDay) -> Iterator[Finding]:
    timed = [(event, event.clock) for event in day.events if event.clock is not None]
    for (_, before), (event, clock) in pairwise(timed):
        if clock < before:
            message = f"{clock:%H:%M} comes after {before:%H:%M} on the day '{day.day}'"
            hint = "put the events in order, or give those of the next day a day of their own"
            yield Finding(
                place=event.place_of("at" if event.at is not None else "from_"), message=message, hint=hint
            )
