"""What rules and pages ask of a block, and the possible answers."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal

from leafwright.model.record import Record
from leafwright.problems import Place
from leafwright.text import Text

Role = Literal["text", "alarm", "booking", "contact", "lookup"]
"""The role of a block on the page: it is read, warns, is written in, says whom to phone, or is looked up."""


class PassageKind(StrEnum):
    """The kind of place a text is in; the field of the text names it."""

    TITLE = "title"
    SUMMARY = "summary"
    """The summary of a sheet and its audience."""
    MESSAGE = "message"
    """The first message at a glance, or a key message."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LEAD = "lead"
    """The line that introduces a list."""
    ITEM = "item"
    """A line of a list, of steps, of a checklist, of signs, of a timeline, of benefits and risks."""
    ADVICE = "advice"
    """What a warning tells the reader to do."""
    CELL = "cell"
    """An answer in a comparison."""
    QUESTION = "question"
    NAME = "name"
    """A short label: an option, a group, a term, a moment."""
    MEANING = "meaning"
    """An explanation of a name."""
    FACT = "fact"
    """A part of a risk from which sentences are made."""
    CAPTION = "caption"
    ALT = "alt"
    """What a picture shows, for people who cannot see it."""
    CONTROL = "control"
    """Document control: owner, approver, funding."""


@cache
def kind_of(record: type[Record], field: str) -> PassageKind | None:
    """Return the kind of place of a field, as its record says."""
    notes = record.model_fields[field].metadata
    return next((note for note in notes if isinstance(note, PassageKind)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedEvent:
    """What happens to how many people: `shares` are numbers of people, each with its total.

    `people`, `groups` and `when` are the words for whom it happens to and when, as far as the block has any.
    """

    event: str
    shares: tuple[tuple[int, int], ...]
    place: Place
    source: tuple[str, ...]
    people: str = ""
    groups: tuple[Text, ...] = ()
    when: str = ""


class LeafletPart(StrEnum):
    """A part that a sheet may have."""

    BENEFITS = "benefits"
    RISKS = "risks"
    ALTERNATIVES = "alternatives"
    NO_TREATMENT = "no-treatment"
    QUESTIONS = "questions"
    AFTERCARE = "aftercare"
    HELP = "help"
    SOURCES = "sources"
    MATTERS = "matters"
    APPOINTMENT = "appointment"
    BRING = "bring"
    EXPECT = "expect"
    CHOICE = "choice"
    NUMBERS = "numbers"
    DOSES = "doses"
    MISSED_DOSE = "missed-dose"
    ZONES = "zones"
    EXERCISES = "exercises"
    ROWS = "rows"
    SIGNATURES = "signatures"
