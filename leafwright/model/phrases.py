"""The fixed phrases of a page in one language; a missing one is an error, never silently English."""

from typing import Annotated

from leafwright.model.blocks import Certainty, Level
from leafwright.model.catalogue import CatalogueWords
from leafwright.model.frame import complete, gaps
from leafwright.model.record import Key, Name, Record
from leafwright.text import Text


class WarningWords(Record):
    """The words of each level, and of the numbers printed with them."""

    levels: Annotated[dict[Level, Text], complete(Level)]
    department: Text
    out_of_hours: Text
    emergency: Text


class RiskWords(Record):
    """How a risk is said; names in braces, `{n}` or `{event}`, stand for its parts."""

    framing: Annotated[Name, gaps("n", "of", "people", "event")]
    rest: Annotated[Name, gaps("left", "of", "otherwise")]
    group_framing: Annotated[Name, gaps("group", "n", "of", "people", "event")]
    group_rest: Annotated[Name, gaps("left", "of", "otherwise", also=["group"])]
    alt: Annotated[Name, gaps("n", "of", "people", "event")]
    group_alt: Annotated[Name, gaps("group", "n", "of", "people", "event")]
    affected: Annotated[Name, gaps("event")]
    spared: Annotated[Name, gaps("otherwise")]
    time_frame: Text
    certainty_label: Text
    source: Text
    certainty: Annotated[dict[Certainty, Text], complete(Certainty)]
    unknown: Text
    figure: Annotated[Name, gaps("n", "of")]
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

    mark: Annotated[Name, gaps("clinic")]
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
    on_request: Annotated[Name, gaps("phone", "email")]


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
    other_formats_line: Annotated[Name, gaps("phone", "email")]
    complaints: Text
    feedback: Text


class FootWords(Record):
    """The foot of each page; `{page}` and `{pages}` are counted by the engine."""

    code: Annotated[Name, gaps("reference", "version", "issued")]
    clinic: Annotated[Name, gaps("clinic", "review_due")]
    page: Annotated[Name, gaps("page", "pages")]


class TranslationWords(Record):
    """What is said of a page in another language than its source; `{title}` is the title in the source."""

    label: Text
    title: Annotated[Name, gaps("title")]
    outdated: Text


class StatusWords(Record):
    """What is said of each status; `{approver}` is who approved the content."""

    example: Name
    draft: Name
    approved: Annotated[Name, gaps("approver")]


class Phrases(Record):
    """Every phrase a template may print."""

    variants: dict[Key, Text]
    editions: dict[Key, Text]
    status: StatusWords
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
