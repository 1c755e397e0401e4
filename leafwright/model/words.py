"""One language of the page: how it writes dates, numbers and quotations, and its fixed phrases."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.catalogue import CardWords, CatalogueWords, Counted
from leafwright.model.phrases import Phrases
from leafwright.model.record import LANGUAGE, Name, Record

__all__ = [
    "CardWords",
    "CatalogueWords",
    "Counted",
    "DateForms",
    "NumberForms",
    "Phrases",
    "Spacing",
    "Words",
]

Sign = Annotated[str, Field(min_length=1, max_length=1)]
Mark = Annotated[str, Field(min_length=1, max_length=2)]


class DateForms(Record):
    """Date patterns of the Unicode locale data (CLDR): `d MMMM y` prints 6 August 2026.

    `first` is the pattern of the first of a month, where that is written otherwise: `1er novembre`.
    """

    day: Name
    month: Name
    first: Name | None = None


class NumberForms(Record):
    """From which number on thousands are set apart, and by what sign where it is not the language's own.

    Source: the smallest number of digits that is grouped, in the Unicode locale data (CLDR).
    """

    grouped_from: Annotated[int, Field(ge=1000)]
    group: Sign | None = None


class Spacing(Record):
    """Spaces at which no line ends: around numbers, and beside the words and signs named here.

    `after_number` keeps `3 in` and `24 hours` whole, `before_number` keeps `in 100` whole. A line never
    begins with one of `before`, and never ends with one of `after`.
    """

    after_number: tuple[Name, ...] = ()
    before_number: tuple[Name, ...] = ()
    before: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ()


class Words(Record):
    """One language of the page: its direction, its forms, its spelling and its phrases.

    `name` is what the language is called in itself. `reviewed_by` names who read the phrases over as a reader
    of the language; without it nobody has yet. `quotes` open and close what somebody says, and take the place
    of straight marks. `spelling` maps words of the source language to the ones used here, such as anaesthetic
    to anesthetic.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    name: Name
    reviewed_by: Name | None = None
    direction: Literal["ltr", "rtl"]
    quotes: tuple[Mark, Mark]
    comma: Sign = ","
    dates: DateForms
    numbers: NumberForms
    spacing: Spacing
    spelling: dict[str, Name] = Field(default_factory=dict)
    phrases: Phrases
