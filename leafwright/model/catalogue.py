"""The words of the catalogue in one language."""

from typing import Annotated

from leafwright.model.frame import gaps
from leafwright.model.record import Name, Phrase, Record


class Counted(Record):
    """A phrase with a number `{n}` in it, in exactly the plural forms of the language.

    The forms for nothing, one and two may say it in a word. Source: the plural rules of the Unicode locale
    data (CLDR).
    """

    zero: Annotated[Name, gaps(also=["n"])] | None = None
    one: Annotated[Name, gaps(also=["n"])] | None = None
    two: Annotated[Name, gaps(also=["n"])] | None = None
    few: Annotated[Name, gaps("n")] | None = None
    many: Annotated[Name, gaps("n")] | None = None
    other: Annotated[Name, gaps("n")]


class FilterWords(Record):
    """What sheets are chosen by; `every` leaves a choice open."""

    clinic: Phrase
    topic: Phrase
    variant: Phrase
    edition: Phrase
    language: Phrase
    department: Phrase
    paper: Phrase
    every: Phrase


class MarkWords(Record):
    """What a sheet is marked with when it is not simply good to print, or why it cannot be had."""

    example: Phrase
    draft: Phrase
    overdue: Phrase
    older: Phrase
    outdated: Phrase
    unfinished: Phrase
    unreadable: Phrase


class WithheldWords(Record):
    """What is printed in place of a sheet that is withheld, by the reason."""

    outdated: Phrase
    unfinished: Phrase
    unreadable: Phrase


class CardWords(Record):
    """The words about a sheet; `print_file` is about the second file of a booklet."""

    pages: Counted
    kilobytes: Annotated[Name, gaps("n")]
    megabytes: Annotated[Name, gaps("n")]
    version: Annotated[Name, gaps("reference", "version")]
    review_due: Annotated[Name, gaps("day")]
    print_file: Annotated[Name, gaps("paper")]


class DeskWords(Record):
    """What can be done with a sheet, and the message when it is done."""

    look: Phrase
    print: Phrase
    open: Phrase
    download: Phrase
    copy_code: Phrase
    close: Phrase
    copied: Annotated[Name, gaps("code")]
    by_hand: Annotated[Name, gaps("code")]
    opened: Phrase
    blocked: Phrase
    no_viewer: Phrase


class PackWords(Record):
    """What is over the packs, and what each of them is and lacks."""

    title: Phrase
    note: Phrase


class RecentWords(Record):
    """What is over the sheets that were printed last, and the button that forgets them."""

    title: Phrase
    forget: Phrase


class CatalogueWords(Record):
    """The words of the catalogue, for staff; `{shown}` and `{all}` are counted in the browser."""

    title: Phrase
    every_clinic: Phrase
    clinics: Phrase
    skip: Phrase
    search: Phrase
    hint: Phrase
    filters: FilterWords
    clear: Phrase
    count_some: Annotated[Name, gaps("shown", "all")]
    count_all: Annotated[Name, gaps("all")]
    nothing: Phrase
    empty: Phrase
    marks: MarkWords
    withheld: WithheldWords
    card: CardWords
    desk: DeskWords
    recent: RecentWords
    packs: PackWords
