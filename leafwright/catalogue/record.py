"""The parts of a catalogue as its template receives them: every word is settled."""

from dataclasses import dataclass

from leafwright.colour import Screen
from leafwright.model.words import CatalogueWords
from leafwright.sheet import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One sheet: `found_by` is what a search looks through, `due` the day of its review, year-month-day.

    `clinic` is empty where all sheets are of one, `source_title` where the sheet is not translated. A sheet
    that is withheld has no address, and nothing of what a printed one has. One that could not be made anew
    says in `older` that it is not the newest.
    """

    id: str
    key: SheetKey
    clinic: str
    title: str
    source_title: str
    summary: str
    kind: str
    edition: str
    mark: str
    language: str
    found_by: str
    address: str = ""
    thumbnail: str = ""
    facts: str = ""
    version: str = ""
    review: str = ""
    due: str = ""
    code: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The sheets of one topic; `language` is that of its title."""

    topic: str
    title: str
    language: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoice:
    """One of the values that a filter offers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What sheets can be chosen by; there are always two choices or more."""

    name: str
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another catalogue."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a page looks like: colours in the light and in the dark, two families, and a logo."""

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
    look: Look
    filters: tuple[Filter, ...]
    shelves: tuple[Shelf, ...]
    words: CatalogueWords
    department: str = ""
    links: tuple[Link, ...] = ()
