"""The parts a handout is made of; each says what it means, never how it looks."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.block import BlockRecord
from leafwright.model.counted import (
    Answer,
    Balance,
    Certainty,
    Comparator,
    Comparison,
    Difference,
    Option,
    Risk,
    Row,
    UnknownRisk,
)
from leafwright.model.record import WEB, Key, KnownName, Prose, Record, Texts
from leafwright.text import Text

Level = Literal["advice", "call", "emergency"]


class Heading(BlockRecord):
    """A heading inside a section."""

    kind: Literal["heading"]
    text: Text


class Paragraphs(BlockRecord):
    """Running text; a blank line begins the next paragraph."""

    kind: Literal["paragraphs"]
    text: Prose


class ListOf(BlockRecord):
    """A list whose order does not matter."""

    kind: Literal["list"]
    lead: Text | None = None
    items: Texts


class Steps(BlockRecord):
    """What happens or what to do, in order."""

    kind: Literal["steps"]
    lead: Text | None = None
    items: Texts


class Checklist(BlockRecord):
    """Things to tick off."""

    kind: Literal["checklist"]
    lead: Text | None = None
    items: Texts


class KeyMessage(BlockRecord):
    """The one thing to remember of a section."""

    kind: Literal["key-message"]
    text: Text


class Warning(BlockRecord):  # noqa: A001  # the field's own term
    """What to watch for and what to do, at one of three levels; the clinic's number is printed with it."""

    kind: Literal["warning"]
    level: Level
    heading: Text
    lead: Text | None = None
    signs: tuple[Text, ...] = ()
    action: Text


class Event(Record):
    """A moment of the timeline: what to do then, and which of the clinic's decisions belong there."""

    when: Text
    items: tuple[Text, ...] = ()
    decisions: tuple[Key, ...] = ()


class Timeline(BlockRecord):
    """What to do when, from the first day to the last."""

    kind: Literal["timeline"]
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Questions(BlockRecord):
    """Questions worth asking, and lines to write one's own."""

    kind: Literal["questions"]
    items: tuple[Text, ...] = ()
    lines: Annotated[int, Field(ge=0, le=12)] = 4


class Appointment(BlockRecord):
    """A box to write date, time, place and name in."""

    kind: Literal["appointment"]


class Label(BlockRecord):
    """A space of 72 by 40 mm for a patient label."""

    kind: Literal["label"]


class Decisions(BlockRecord):
    """What the clinic decides for itself; each slot must be answered in its clinic.yaml."""

    kind: Literal["decisions"]
    slots: Annotated[tuple[Key, ...], Field(min_length=1)]


class Term(Record):
    """A word and its plain meaning."""

    term: Text
    meaning: Text


class Glossary(BlockRecord):
    """Hard words explained."""

    kind: Literal["glossary"]
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]


class Picture(BlockRecord):
    """A picture beside the YAML file, with what it shows in words for those who cannot see it."""

    kind: Literal["picture"]
    file: KnownName
    alt: Text
    caption: Text | None = None


class Contacts(BlockRecord):
    """The clinic's own contact card."""

    kind: Literal["contacts"]


class QR(BlockRecord):
    """A code for a phone's camera, with the same address printed beside it."""

    kind: Literal["qr"]
    address: Annotated[str, Field(pattern=WEB, max_length=120)]
    label: Text


Block = Annotated[
    Heading
    | Paragraphs
    | ListOf
    | Steps
    | Checklist
    | KeyMessage
    | Warning
    | Risk
    | Difference
    | UnknownRisk
    | Balance
    | Comparison
    | Timeline
    | Questions
    | Appointment
    | Label
    | Decisions
    | Glossary
    | Picture
    | Contacts
    | QR,
    Field(discriminator="kind"),
]

__all__ = [
    "QR",
    "Answer",
    "Appointment",
    "Balance",
    "Block",
    "BlockRecord",
    "Certainty",
    "Checklist",
    "Comparator",
    "Comparison",
    "Contacts",
    "Decisions",
    "Difference",
    "Event",
    "Glossary",
    "Heading",
    "KeyMessage",
    "Label",
    "Level",
    "ListOf",
    "Option",
    "Paragraphs",
    "Picture",
    "Questions",
    "Risk",
    "Row",
    "Steps",
    "Term",
    "Timeline",
    "UnknownRisk",
    "Warning",
]
