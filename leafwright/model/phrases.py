"""The fixed phrases of a page in one language; a missing one is an error, never silently English."""

from typing import Annotated, Literal

from leafwright.model.catalogue import CatalogueWords
from leafwright.model.closing import ControlWords, FootWords, SourceWords
from leafwright.model.frame import complete, gaps
from leafwright.model.record import Key, Name, Phrase, Record

Level = Literal["advice", "see", "call", "today", "emergency"]
"""How soon to act, from calm to urgent."""
"""How urgent a warning is."""
Certainty = Literal["high", "moderate", "low", "very-low"]
"""How sure a number is."""

Band = Literal["very-common", "common", "uncommon", "rare", "very-rare"]
"""How common a risk is, from the most common; each band begins at a tenth of the one before."""


class WarningWords(Record):
    """The words of each level, and of the numbers printed with them."""

    levels: Annotated[dict[Level, Phrase], complete(Level)]
    department: Phrase
    out_of_hours: Phrase
    emergency: Phrase


class RiskWords(Record):
    """The words of a risk; names in braces, `{n}` or `{event}`, are replaced by its parts."""

    framing: Annotated[Name, gaps("n", "of", "people", "event")]
    rest: Annotated[Name, gaps("left", "of", "otherwise")]
    group_framing: Annotated[Name, gaps("group", "n", "of", "people", "event")]
    group_rest: Annotated[Name, gaps("left", "of", "otherwise", also=["group"])]
    alt: Annotated[Name, gaps("n", "of", "people", "event")]
    group_alt: Annotated[Name, gaps("group", "n", "of", "people", "event")]
    affected: Annotated[Name, gaps("event")]
    spared: Annotated[Name, gaps("otherwise")]
    blocks: Phrase
    time_frame: Phrase
    certainty_label: Phrase
    source: Phrase
    certainty: Annotated[dict[Certainty, Phrase], complete(Certainty)]
    unknown: Phrase
    figure: Annotated[Name, gaps("n", "of")]
    scale: Phrase


class RiskBandWords(Record):
    """The words of each band, and the heads of the columns beside it; a range is in whole people."""

    levels: Annotated[dict[Band, Phrase], complete(Band)]
    range: Annotated[Name, gaps("least", "most", "of")]
    range_from: Annotated[Name, gaps("least", "of")]
    how_often: Phrase
    event: Phrase
    how_many: Phrase
    meaning: Phrase


class BalanceWords(Record):
    """The heads of the two sides."""

    benefits: Phrase
    risks: Phrase


class DoAndDoNotWords(Record):
    """The heads of what to do and of what not to do."""

    do: Phrase
    do_not: Phrase


class ComparisonWords(Record):
    """The words of a comparison."""

    question: Phrase
    matters: Phrase
    figure: Annotated[Name, gaps("n", "of")]


class ScheduleWords(Record):
    """How a schedule says what goes on `from` a time, and all day."""

    from_: Annotated[Name, gaps("time")]
    all_day: Phrase


class ZoneWords(Record):
    """The headings of the two halves of a zone."""

    signs: Phrase
    do: Phrase


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
"""A day of the week, in the order they are printed in."""


class ExerciseWords(Record):
    """The words beside exercises, and those of a week in which they are ticked; days are short."""

    how_often: Phrase
    tick: Phrase
    week: Annotated[Name, gaps("n")]
    days: Annotated[dict[Weekday, Phrase], complete(Weekday)]
    pain: Phrase


class CutCardWords(Record):
    """What to do with a card to fold, or to `keep`; `blank_page` is on an empty page before one."""

    cut: Phrase
    keep: Phrase
    blank_page: Phrase


class AppointmentWords(Record):
    """The labels of the lines to write on."""

    date: Phrase
    time: Phrase
    venue: Phrase
    ask_for: Phrase
    phone: Phrase


FormAnswer = Literal["yes", "no", "not-sure"]
"""What a question of a form may be answered with; a words file may name further answers."""


class FormWords(Record):
    """The words around what is filled in; `tick` is read aloud for a box, `{name}` is what it means."""

    tick: Annotated[Name, gaps("name")]
    circle: Phrase
    signature: Phrase
    name: Phrase
    date: Phrase
    staff: Phrase
    ticked: Annotated[Name, gaps("answers")]
    answers: Annotated[dict[Key, Phrase], complete(FormAnswer)]


class DecisionWords(Record):
    """How a clinic's own decisions are marked, and the name of each slot."""

    mark: Annotated[Name, gaps("clinic")]
    slots: dict[Key, Phrase]


class ContactWords(Record):
    """The labels of the contact card."""

    heading: Phrase
    department: Phrase
    out_of_hours: Phrase
    emergency: Phrase
    email: Phrase
    web: Phrase
    extension: Annotated[Name, gaps("n")]
    text_relay: Annotated[Name, gaps("n")]


class TranslationWords(Record):
    """The words about a translated page; `{title}` is the title in the source."""

    label: Phrase
    title: Annotated[Name, gaps("title")]
    outdated: Phrase


class StatusWords(Record):
    """The words for each status; `{approver}` is who approved the content."""

    example: Name
    draft: Name
    approved: Annotated[Name, gaps("approver")]


class Phrases(Record):
    """Every phrase a template may print; `blank` says what belongs on a line within a sentence.

    `masthead` takes the place of the department beside the logo, and `continued` is for the head of a page.
    """

    variants: dict[Key, Phrase]
    editions: dict[Key, Phrase]
    status: StatusWords
    masthead: Annotated[Name, gaps(also=["clinic", "department"])] | None = None
    at_a_glance: Phrase
    my_questions: Phrase
    my_notes: Phrase
    label: Phrase
    blank: Annotated[Name, gaps("name")]
    continued: Annotated[Name, gaps("heading")]
    untested: Phrase
    disclaimer: Phrase
    warning: WarningWords
    risk: RiskWords
    risk_bands: RiskBandWords
    balance: BalanceWords
    do_and_do_not: DoAndDoNotWords
    comparison: ComparisonWords
    schedule: ScheduleWords
    zones: ZoneWords
    exercises: ExerciseWords
    card: CutCardWords
    appointment: AppointmentWords
    form: FormWords
    decision: DecisionWords
    contact: ContactWords
    source: SourceWords
    control: ControlWords
    foot: FootWords
    translation: TranslationWords
    catalogue: CatalogueWords
