"""The fixed phrases of the templates in one language; a missing one is an error, never silently English."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.blocks import Certainty, Level
from leafwright.model.handout import Status
from leafwright.model.record import LANGUAGE, Key, Name, Record
from leafwright.text import Text


class Counted(Record):
    """A phrase with a number `{n}` in it, in the plural forms of the language.

    Source: the plural rules of the Unicode locale data (CLDR).
    """

    zero: Name | None = None
    one: Name | None = None
    two: Name | None = None
    few: Name | None = None
    many: Name | None = None
    other: Name


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


class FilterWords(Record):
    """What sheets are chosen by; `every` leaves a choice open."""

    clinic: Text
    topic: Text
    variant: Text
    edition: Text
    language: Text
    every: Text


class MarkWords(Record):
    """What a sheet is marked with when it is not simply good to print."""

    example: Text
    draft: Text
    overdue: Text
    outdated: Text


class CardWords(Record):
    """What is said of a sheet."""

    pages: Counted
    kilobytes: Name
    megabytes: Name
    version: Name
    review_due: Name


class DeskWords(Record):
    """What can be done with a sheet, and what is told when it is done."""

    look: Text
    print: Text
    open: Text
    download: Text
    copy_code: Text
    close: Text
    copied: Name
    by_hand: Name
    opened: Text
    blocked: Text
    no_viewer: Text


class CatalogueWords(Record):
    """The words of the catalogue, for staff; `{shown}` and `{all}` are counted in the browser."""

    title: Text
    every_clinic: Text
    clinics: Text
    skip: Text
    search: Text
    hint: Text
    filters: FilterWords
    clear: Text
    count_some: Name
    count_all: Name
    nothing: Text
    empty: Text
    marks: MarkWords
    withheld: Text
    card: CardWords
    desk: DeskWords


class TranslationWords(Record):
    """What is said of a page in another language than its source; `{title}` is the title in the source."""

    label: Text
    title: Name
    outdated: Text


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
    translation: TranslationWords
    catalogue: CatalogueWords


class DateForms(Record):
    """Date patterns of the Unicode locale data (CLDR): `d MMMM y` prints 6 August 2026."""

    day: Name
    month: Name


class Words(Record):
    """One language of the page: its direction, its dates, its spelling and its phrases.

    `spelling` maps words of the source language to the ones used here, such as anaesthetic to anesthetic.
    `reviewed_by` names who read the phrases over as a reader of the language; without it nobody has yet.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    name: Name
    reviewed_by: Name | None = None
    direction: Literal["ltr", "rtl"]
    dates: DateForms
    spelling: dict[str, Name] = Field(default_factory=dict)
    phrases: Phrases
