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
    """The phrase for 0, in languages that have such a form. Example: no pages"""
    one: Annotated[Name, gaps(also=["n"])] | None = None
    """The phrase for 1, in languages that have such a form."""
    two: Annotated[Name, gaps(also=["n"])] | None = None
    """The phrase for 2, in languages that have such a form.

    Example: "{n} pages, both"
    """
    few: Annotated[Name, gaps("n")] | None = None
    """The phrase for few, in languages that have such a form.

    Example: "{n} pages"
    """
    many: Annotated[Name, gaps("n")] | None = None
    """The phrase for many, in languages that have such a form.

    Example: "{n} pages"
    """
    other: Annotated[Name, gaps("n")]
    """The phrase for all other numbers."""


class FilterWords(Record):
    """What sheets are chosen by."""

    clinic: Phrase
    """The label of the choice of a clinic."""
    topic: Phrase
    """The label of the choice of a topic."""
    variant: Phrase
    """The label of the choice of a kind of sheet."""
    edition: Phrase
    """The label of the choice of a print size."""
    language: Phrase
    """The label of the choice of a language."""
    department: Phrase
    """The label of the choice of a department."""
    paper: Phrase
    """The label of the choice of a paper."""
    every: Phrase
    """The choice that leaves all of them in."""


class MarkWords(Record):
    """What a sheet is marked with when it is not simply good to print, or why it cannot be had."""

    example: Phrase
    """The mark of a sheet that is an example."""
    draft: Phrase
    """The mark of a sheet that is a draft."""
    overdue: Phrase
    """The mark of a sheet whose review is overdue."""
    older: Phrase
    """The mark of a sheet whose newer version was refused."""
    outdated: Phrase
    """The mark of a translation that is older than its source."""
    unfinished: Phrase
    """The mark of a translation that is not finished."""
    unreadable: Phrase
    """The mark of a sheet of which a file cannot be read."""


class WithheldWords(Record):
    """What is printed in place of a sheet that is withheld, by the reason."""

    outdated: Phrase
    """Why a sheet is withheld whose translation is older than its source."""
    unfinished: Phrase
    """Why a sheet is withheld whose translation is not finished."""
    unreadable: Phrase
    """Why a sheet is withheld of which a file cannot be read."""


class CardWords(Record):
    """The words about a sheet."""

    pages: Counted
    """How many pages a sheet has."""
    kilobytes: Annotated[Name, gaps("n")]
    """How large a file is, in kilobytes."""
    megabytes: Annotated[Name, gaps("n")]
    """How large a file is, in megabytes."""
    version: Annotated[Name, gaps("reference", "version")]
    """The reference and the version of a sheet."""
    review_due: Annotated[Name, gaps("day")]
    """When a sheet is reviewed."""
    print_file: Annotated[Name, gaps("paper")]
    """What is said of the second file of a booklet."""
    fill_in: Phrase
    """What is said of a sheet to fill in on a screen."""


class DeskWords(Record):
    """What can be done with a sheet, and the message when it is done."""

    look: Phrase
    """The button that shows a sheet."""
    print: Phrase
    """The button that prints a sheet."""
    open: Phrase
    """The link that opens a sheet in the browser."""
    download: Phrase
    """The link that saves a sheet."""
    web_page: Phrase
    """The link to the web page of a sheet."""
    copy_text: Phrase
    """The button that copies the words of a sheet."""
    copy_message: Phrase
    """The button that copies a short message about a sheet."""
    copy_code: Phrase
    """The button that copies the code of a sheet."""
    close: Phrase
    """The button that closes a sheet."""
    copied: Annotated[Name, gaps("code")]
    """What is said when the code, or anything else, is copied."""
    by_hand: Annotated[Name, gaps("code")]
    """What is said when the browser did not let it be copied."""
    opened: Phrase
    """What is said when a sheet was opened to be printed there."""
    text_opened: Phrase
    """What is said when the words of a sheet were opened to be copied there."""
    blocked: Phrase
    """What is said when the browser did not open a sheet."""
    no_viewer: Phrase
    """What is said when the browser cannot show sheets."""


class PackWords(Record):
    """The words of the packs."""

    title: Phrase
    """The heading of the packs."""
    note: Phrase
    """What is said of all packs."""


class RecentWords(Record):
    """The words of the sheets that were printed last."""

    title: Phrase
    """The heading of the sheets that were printed last."""
    forget: Phrase
    """The button that forgets them."""


class CatalogueWords(Record):
    """The words of the catalogue, for staff; `{shown}` and `{all}` are counted in the browser."""

    title: Phrase
    """The title of the page."""
    every_clinic: Phrase
    """The link to the page of all clinics."""
    clinics: Phrase
    """The heading of the links to the pages of each clinic."""
    skip: Phrase
    """The link that skips to the sheets, for those who use a keyboard."""
    search: Phrase
    """The label of the search."""
    hint: Phrase
    """What may be searched for, within the empty field."""
    filters: FilterWords
    """The labels of the choices."""
    clear: Phrase
    """The button that clears search and choices."""
    count_some: Annotated[Name, gaps("shown", "all")]
    """How many of the sheets are shown."""
    count_all: Annotated[Name, gaps("all")]
    """That all sheets are shown."""
    nothing: Phrase
    """What is said when no sheet matches."""
    empty: Phrase
    """What is said when there are no sheets at all."""
    marks: MarkWords
    """What sheets are marked with."""
    withheld: WithheldWords
    """What is printed in place of a sheet that is withheld."""
    card: CardWords
    """The words about a sheet."""
    desk: DeskWords
    """What can be done with a sheet."""
    recent: RecentWords
    """The words of the sheets that were printed last."""
    packs: PackWords
    """The words of the packs."""
