"""The phrases of blocks in one language, and the closed lists of what they are for."""

from typing import Annotated, Literal

from leafwright.model.frame import complete, gaps
from leafwright.model.record import Key, Name, Phrase, Record

Level = Literal["advice", "see", "call", "today", "emergency"]
"""How soon a warning asks to act, from calm to urgent."""
Certainty = Literal["high", "moderate", "low", "very-low"]
"""How sure a number is."""

Band = Literal["very-common", "common", "uncommon", "rare", "very-rare"]
"""How common a risk is, from the most common; each band begins at a tenth of the one before."""


class WarningWords(Record):
    """The words of each level, and of the numbers printed with them."""

    levels: Annotated[dict[Level, Phrase], complete(Level)]
    """The label of a warning of each level."""
    department: Phrase
    """The words before the clinic's number for the day."""
    out_of_hours: Phrase
    """The words before the clinic's number out of hours."""
    emergency: Phrase
    """The words before the emergency number."""


class RiskWords(Record):
    """The words of a risk; names in braces, `{n}` or `{event}`, are replaced by its parts."""

    framing: Annotated[Name, gaps("n", "of", "people", "event")]
    """The sentence that says how many people something happened to."""
    rest: Annotated[Name, gaps("left", "of", "otherwise")]
    """The sentence about the others."""
    group_framing: Annotated[Name, gaps("group", "n", "of", "people", "event")]
    """The sentence about one of two groups."""
    group_rest: Annotated[Name, gaps("left", "of", "otherwise", also=["group"])]
    """The sentence about the others of a group."""
    key: Phrase
    """What those hear before the words of the key who do not see the picture."""
    affected: Annotated[Name, gaps("event")]
    """The words beside the people that it happened to."""
    spared: Annotated[Name, gaps("otherwise")]
    """The words beside the others."""
    blocks: Phrase
    """What a block stands for, where a thousand people are drawn."""
    time_frame: Phrase
    """The label of the time."""
    certainty_label: Phrase
    """The label of how sure research is."""
    source: Phrase
    """The label of the source."""
    certainty: Annotated[dict[Certainty, Phrase], complete(Certainty)]
    """What is said for each degree of certainty."""
    unknown: Phrase
    """What is said where the number is not known."""
    figure: Annotated[Name, gaps("n", "of")]
    """How a number out of another one is printed by itself."""
    scale: Phrase
    """The label of what the numbers mean."""


class RiskBandWords(Record):
    """The words of each band, and the heads of the columns beside it; a range is in whole people."""

    levels: Annotated[dict[Band, Phrase], complete(Band)]
    """The name of each band."""
    range: Annotated[Name, gaps("least", "most", "of")]
    """The numbers of a band, from least to most."""
    range_from: Annotated[Name, gaps("least", "of")]
    """The numbers of the highest band, which has no most."""
    how_often: Phrase
    """The head of the column of bands."""
    event: Phrase
    """The head of the column of what can happen."""
    how_many: Phrase
    """The head of the column of numbers."""
    meaning: Phrase
    """The head of the column of what it means."""


class BalanceWords(Record):
    """The heads of the two sides."""

    benefits: Phrase
    """The head of the benefits."""
    risks: Phrase
    """The head of the risks."""


class DoAndDoNotWords(Record):
    """The heads of what to do and of what not to do."""

    do: Phrase
    """The head of what to do."""
    do_not: Phrase
    """The head of what not to do."""


class ComparisonWords(Record):
    """The words of a comparison."""

    question: Phrase
    """The head of the column of questions."""
    matters: Phrase
    """The heading of what may matter to the reader."""
    figure: Annotated[Name, gaps("n", "of")]
    """How a number out of another one is printed in a cell."""


class ScheduleWords(Record):
    """How a schedule says what goes on `from` a time, and all day."""

    from_: Annotated[Name, gaps("time")]
    """How it is said that something goes on from a time."""
    all_day: Phrase
    """How it is said that something goes on all day."""


class ZoneWords(Record):
    """The headings of the two halves of a zone."""

    signs: Phrase
    """The heading of the signs."""
    do: Phrase
    """The heading of what to do."""


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
"""A day of the week, in the order they are printed in."""


class ExerciseWords(Record):
    """The words beside exercises, and those of a week in which they are ticked."""

    how_often: Phrase
    """The label of how often to do an exercise."""
    tick: Phrase
    """What to do with the table of a week."""
    week: Annotated[Name, gaps("n")]
    """The heading of each week."""
    days: Annotated[dict[Weekday, Phrase], complete(Weekday)]
    """The short name of each day."""
    pain: Phrase
    """The label of the row for pain."""


class CutCardWords(Record):
    """What to do with a card."""

    cut: Phrase
    """What to do with a card that is folded."""
    keep: Phrase
    """What to do with a card that is not folded."""
    blank_page: Phrase
    """What is said on an empty page before the card."""


class AppointmentWords(Record):
    """The labels of the lines to write on."""

    date: Phrase
    """The label of the line for the date."""
    time: Phrase
    """The label of the line for the time."""
    venue: Phrase
    """The label of the line for the place."""
    ask_for: Phrase
    """The label of the line for a name."""
    phone: Phrase
    """The label of the line for a number."""


FormAnswer = Literal["yes", "no", "not-sure"]
"""What a question of a form may be answered with; a words file may name further answers."""


class FormWords(Record):
    """The words around what is filled in."""

    tick: Annotated[Name, gaps("name")]
    """What is read aloud for a box, with what it means."""
    circle: Phrase
    """What to do with words of which one is circled."""
    signature: Phrase
    """The label of the line for a signature."""
    name: Phrase
    """The label of the line for a name."""
    date: Phrase
    """The label of the line for a date."""
    staff: Phrase
    """The heading of the part for staff."""
    ticked: Annotated[Name, gaps("answers")]
    """The words before whom to phone after some answers."""
    answers: Annotated[dict[Key, Phrase], complete(FormAnswer)]
    """The words of each answer."""
