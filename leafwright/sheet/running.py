"""What the head of a page says where it begins within a list: the heading and the lead above that."""

from collections.abc import Iterator, Mapping

from leafwright.blocks.checklist import Checklist
from leafwright.blocks.heading import Heading
from leafwright.blocks.list import ListOf
from leafwright.blocks.questions import Questions
from leafwright.blocks.steps import Steps
from leafwright.sheet.record import DecisionsView, TimelineView
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.text import Text


def running_heads(sheet: Sheet) -> Mapping[str, tuple[Text, ...]]:
    """Give each list, and each moment of a timeline, what must be said again where a page goes on with it.

    An item alone would not tell what it belongs to: "5pm: drink" is the end of one list or of another.
    """
    return {name: texts for section in sheet.sections for name, texts in _heads_in(section)}


def _heads_in(section: SheetSection) -> Iterator[tuple[str, tuple[Text, ...]]]:
    heading = section.heading
    for block in section.blocks:
        match block:
            case Heading(text=text):
                heading = text
            case ListOf(id=name, lead=lead) | Steps(id=name, lead=lead) | Checklist(id=name, lead=lead):
                yield name, (heading, lead) if lead else (heading,)
            case Questions(id=name) | DecisionsView(id=name):
                yield name, (heading,)
            case TimelineView(events=events):
                yield from ((event.id, (heading, event.when)) for event in events)
