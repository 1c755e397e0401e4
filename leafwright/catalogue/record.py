"""The parts of a catalogue as its template receives them, with every word settled."""

from dataclasses import dataclass

from leafwright.model.catalogue import CatalogueWords
from leafwright.palette import Screen
from leafwright.sheet import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One sheet, with its review date as `due`, year-month-day.

    A search finds it by its `codes`, the `names` of what it is about, everything else in `found_by`, and the
    words of its `text`, which is a number in the index.

    `clinic` is empty if all sheets are of one, `department` if it is for the whole clinic, `source_title` if
    the sheet is not translated. A withheld sheet has no address, and nothing that only a printed one has. If
    the newest version was refused, `older` says so. A booklet has a `print_file`, its address. `form` is the
    address of the same sheet to fill in on a screen, if there is one. `page`
    and `plain` are the addresses of its web page and of its words as plain text.
    """

    id: str
    key: SheetKey
    clinic: str
    title: str
    source_title: str
    kind: str
    edition: str
    language: str
    paper: str
    codes: str
    names: str
    found_by: str
    summary: str = ""
    mark: str = ""
    text: str = ""
    department: str = ""
    address: str = ""
    print_file: str = ""
    print_note: str = ""
    form: str = ""
    form_name: str = ""
    page: str = ""
    plain: str = ""
    message: str = ""
    thumbnail: str = ""
    facts: str = ""
    version: str = ""
    review: str = ""
    due: str = ""
    code: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The sheets of one topic; `language` is that of its title, given also in the source language."""

    topic: str
    title: str
    language: str
    source_title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoice:
    """One of the values that a filter offers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCard:
    """Sheets that are printed together: the titles of each, and the file with all of them."""

    name: str
    clinic: str
    address: str
    titles: tuple[str, ...]
    facts: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A property to choose sheets by, with at least two choices."""

    name: str
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another catalogue."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLook:
    """The look of a page: colours for light and dark, two families, and a logo."""

    light: Screen
    dark: Screen
    base: str
    headings: str
    logo: str = ""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One page: the sheets of a clinic, or of all of them."""

    language: str
    direction: str
    owner: str
    look: ScreenLook
    filters: tuple[Filter, ...]
    shelves: tuple[Shelf, ...]
    words: CatalogueWords
    texts: str = ""
    packs: tuple[PackCard, ...] = ()
    department: str = ""
    links: tuple[Link, ...] = ()
