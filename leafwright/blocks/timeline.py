"""What to do when."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Key, Record
from leafwright.text import Text


class Event(Record):
    """A moment of the timeline: what to do then, and which of the clinic's decisions belong there."""

    when: Text
    items: tuple[Text, ...] = ()
    decisions: tuple[Key, ...] = ()


class Timeline(BlockRecord):
    """What to do when, from the first day to the last."""

    kind: Literal["timeline"]
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
