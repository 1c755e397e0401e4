"""The fixed phrases of a page in one language; a missing one is an error, never silently English."""

from typing import Annotated

from leafwright.model.block_phrases import (
    AppointmentWords,
    BalanceWords,
    ComparisonWords,
    CutCardWords,
    DoAndDoNotWords,
    ExerciseWords,
    FormWords,
    RiskBandWords,
    RiskWords,
    ScheduleWords,
    WarningWords,
    ZoneWords,
)
from leafwright.model.catalogue import CatalogueWords
from leafwright.model.closing import ControlWords, FootWords, SourceWords
from leafwright.model.frame import gaps
from leafwright.model.record import Key, Name, Phrase, Record


class DecisionWords(Record):
    """How a clinic's own decisions are marked, and the name of each slot."""

    mark: Annotated[Name, gaps("clinic")]
    """How the clinic's own decisions are marked."""
    rule: Annotated[Name, gaps("clinic")]
    """What is heard before each of them by those who do not see how it is marked."""
    slots: dict[Key, Phrase]
    """The printed name of each thing that is left to clinics."""


class ContactWords(Record):
    """The labels of the contact card."""

    heading: Phrase
    """The heading of the contact card."""
    department: Phrase
    """The label of the number for the day."""
    out_of_hours: Phrase
    """The label of the number out of hours."""
    emergency: Phrase
    """The label of the emergency number."""
    email: Phrase
    """The label of the email address."""
    web: Phrase
    """The label of the web address."""
    extension: Annotated[Name, gaps("n")]
    """How an extension is printed."""
    text_relay: Annotated[Name, gaps("n")]
    """How the number for people who cannot hear or speak is printed."""


class TranslationWords(Record):
    """The words about a translated page."""

    label: Phrase
    """The label above a translated page."""
    title: Annotated[Name, gaps("title")]
    """The title in the language of the source."""
    outdated: Phrase
    """The stamp of a translation that is older than its source."""


class StatusWords(Record):
    """The words for each status."""

    example: Name
    """The stamp of an example."""
    draft: Name
    """The stamp of a draft."""
    approved: Annotated[Name, gaps("approver")]
    """Who approved the sheet."""


class ScreenWords(Record):
    """The words that only a web page has."""

    skip: Phrase
    """The link past the head of the page."""
    contents: Phrase
    """The heading of the list of contents."""
    back: Phrase
    """The link from a source back to the text."""
    versions: Phrase
    """The heading of the links to print and to other languages."""


class Phrases(Record):
    """Every phrase a template may print."""

    variants: dict[Key, Phrase]
    """The name of each kind of sheet."""
    editions: dict[Key, Phrase]
    """The name of each edition."""
    status: StatusWords
    """What each status says at the top of a sheet."""
    masthead: Annotated[Name, gaps(also=["clinic", "department"])] | None = None
    """What takes the place of the department beside the logo.

    Example: "{clinic}, {department}"
    """
    at_a_glance: Phrase
    """The heading of what to know at a glance."""
    my_questions: Phrase
    """The heading of the lines for questions."""
    my_notes: Phrase
    """The heading of the lines for notes."""
    label: Phrase
    """The words in the space for a patient label."""
    blank: Annotated[Name, gaps("name")]
    """What belongs on a line within a sentence, for those who listen."""
    continued: Annotated[Name, gaps("heading")]
    """The heading at the head of a page where something continues."""
    untested: Phrase
    """What an easy-read sheet says until readers have tried it."""
    disclaimer: Phrase
    """The heading of the clinic's disclaimer."""
    warning: WarningWords
    """The words of warnings."""
    risk: RiskWords
    """The words of a risk."""
    risk_bands: RiskBandWords
    """The words of bands of risks."""
    balance: BalanceWords
    """The heads of benefits and risks."""
    do_and_do_not: DoAndDoNotWords
    """The heads of what to do and not to do."""
    comparison: ComparisonWords
    """The words of a comparison."""
    schedule: ScheduleWords
    """The words of a schedule."""
    zones: ZoneWords
    """The headings within a zone."""
    exercises: ExerciseWords
    """The words beside exercises."""
    card: CutCardWords
    """What to do with a card."""
    appointment: AppointmentWords
    """The labels of the box for an appointment."""
    form: FormWords
    """The words around what is filled in."""
    decision: DecisionWords
    """The words of the clinic's decisions."""
    contact: ContactWords
    """The labels of the contact card."""
    source: SourceWords
    """The words around the list of sources."""
    control: ControlWords
    """The labels of the document control."""
    foot: FootWords
    """What is at the foot of each page."""
    screen: ScreenWords
    """What only a web page says."""
    translation: TranslationWords
    """The words about a translated page."""
    catalogue: CatalogueWords
    """The words of the pages for staff."""
