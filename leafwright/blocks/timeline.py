"""What to do and when, from the first day to the last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Key, Record
from leafwright.problems import Place, quoted
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A moment of the timeline with the clinic's decisions for it."""

    id: str
    when: Text
    items: tuple[Text, ...]
    decisions: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView(BlockView):
    """What to do and when; `mark` says whose the decisions are, if there are any."""

    kind = "timeline"

    events: tuple[EventView, ...]
    mark: Text | None

    def pieces(self) -> Mapping[str, str]:
        """Name the moments."""
        return {event.id: f"{quoted(event.when.plain)} of '{self.id}'" for event in self.events}

    def continued_pieces(self) -> Mapping[str, Text]:
        """Repeat the moment."""
        return {event.id: event.when for event in self.events}


class Event(Record):
    """A moment of the timeline: what to do then, and which of the clinic's decisions belong to it."""

    when: Annotated[Text, PassageKind.NAME]
    """What the moment is called."""
    items: Annotated[tuple[Text, ...], PassageKind.ITEM] = ()
    """What to do then."""
    decisions: tuple[Key, ...] = ()
    """The decisions of the clinic that belong to it, by their keys."""


class Timeline(BlockRecord):
    """What to do and when, from the first day to the last."""

    kind: Literal["timeline"]
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
    """The moments, in their order."""

    @property
    def written_in(self) -> bool:
        """Whether there is anything to tick."""
        return any(event.items for event in self.events) or super().written_in

    def view(self, context: BlockContext) -> TimelineView:
        """Put the clinic's decisions into their moments."""
        answers = context.decide((slot for slot, _ in self.named_decisions()), self.place)
        events = tuple(
            EventView(
                id=f"{self.id}-{index}",
                when=event.when,
                items=event.items,
                decisions=tuple(answers[slot] for slot in event.decisions),
            )
            for index, event in enumerate(self.events, start=1)
        )
        return TimelineView(id=self.id, events=events, mark=context.mark if answers else None)

    def named_decisions(self) -> Iterator[tuple[str, Place]]:
        """Go through the decisions of all moments."""
        for event in self.events:
            yield from event.placed("decisions")
