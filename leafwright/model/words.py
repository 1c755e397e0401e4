"""The fixed phrases of the templates in one language; a missing one is an error, never silently English."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.blocks import Certainty, Level
from leafwright.model.handout import Status
from leafwright.model.record import LANGUAGE, Key, Name, Record
from leafwright.text import Text


class WarningWords(Record):
    """The words of each level, and of the numbers printed with them."""

    levels: dict[Level, Text]
    department: Text
    out_of_hours: Text
    emergency: Text


class RiskWords(Record):
    """How a risk is said; names in braces, `{n}` or `{event}`, stand for its parts."""

    framing: Name
    rest: Name
    group_framing: Name
    group_rest: Name
    alt: Name
    group_alt: Name
    affected: Name
    spared: Name
    time_frame: Text
    certainty_label: Text
    source: Text
    certainty: dict[Certainty, Text]
    unknown: Text
    figure: Name
    scale: Text


class BalanceWords(Record):
    """The heads of the two sides."""

    benefits: Text
    risks: Text


class ComparisonWords(Record):
    """The words of a comparison."""

    question: Text
    matters: Text


class AppointmentWords(Record):
    """The labels of the lines to write on."""

    date: Text
    time: Text
    venue: Text
    ask_for: Text
    phone: Text


class DecisionWords(Record):
    """How a clinic's own decisions are marked, and the name of each slot."""

    mark: Name
    slots: dict[Key, Text]


class ContactWords(Record):
    """The labels of the contact card."""

    heading: Text
    department: Text
    out_of_hours: Text
    emergency: Text
    email: Text
    web: Text


class SourceWords(Record):
    """The words around the list of sources."""

    heading: Text
    on_request: Name


class ControlWords(Record):
    """The labels of the document control block."""

    heading: Text
    owner: Text
    version: Text
    issued: Text
    review_due: Text
    status: Text
    funding: Text
    other_formats: Text
    other_formats_line: Name
    complaints: Text
    feedback: Text


class FootWords(Record):
    """The foot of each page; `{page}` and `{pages}` are counted by the engine."""

    code: Name
    clinic: Name
    page: Name


class Phrases(Record):
    """Every phrase a template may print."""

    variants: dict[Key, Text]
    editions: dict[Key, Text]
    status: dict[Status, Name]
    at_a_glance: Text
    my_questions: Text
    label: Text
    disclaimer: Text
    warning: WarningWords
    risk: RiskWords
    balance: BalanceWords
    comparison: ComparisonWords
    appointment: AppointmentWords
    decision: DecisionWords
    contact: ContactWords
    source: SourceWords
    control: ControlWords
    foot: FootWords


class DateForms(Record):
    """Date patterns of the Unicode locale data (CLDR): `d MMMM y` prints 6 August 2026."""

    day: Name
    month: Name


class Words(Record):
    """One language of the page: its direction, its dates, its spelling and its phrases.

    `spelling` maps words of the source language to the ones used here, such as anaesthetic to anesthetic.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    name: Name
    direction: Literal["ltr", "rtl"]
    dates: DateForms
    spelling: dict[str, Name] = Field(default_factory=dict)
    phrases: Phrases
