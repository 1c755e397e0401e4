"""The words of the catalogue in one language."""

from typing import Annotated

from leafwright.model.frame import gaps
from leafwright.model.record import Name, Record
from leafwright.text import Text


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

    clinic: Text
    topic: Text
    variant: Text
    edition: Text
    language: Text
    every: Text


class MarkWords(Record):
    """What a sheet is marked with when it is not simply good to print, or why it cannot be had."""

    example: Text
    draft: Text
    overdue: Text
    older: Text
    outdated: Text
    unfinished: Text
    unreadable: Text


class WithheldWords(Record):
    """What is said in the place of a sheet that is withheld, by the reason."""

    outdated: Text
    unfinished: Text
    unreadable: Text


class CardWords(Record):
    """What is said of a sheet."""

    pages: Counted
    kilobytes: Annotated[Name, gaps("n")]
    megabytes: Annotated[Name, gaps("n")]
    version: Annotated[Name, gaps("reference", "version")]
    review_due: Annotated[Name, gaps("day")]


class DeskWords(Record):
    """What can be done with a sheet, and what is told when it is done."""

    look: Text
    print: Text
    open: Text
    download: Text
    copy_code: Text
    close: Text
    copied: Annotated[Name, gaps("code")]
    by_hand: Annotated[Name, gaps("code")]
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
    count_some: Annotated[Name, gaps("shown", "all")]
    count_all: Annotated[Name, gaps("all")]
    nothing: Text
    empty: Text
    marks: MarkWords
    withheld: WithheldWords
    card: CardWords
    desk: DeskWords
