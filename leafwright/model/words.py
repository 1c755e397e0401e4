"""One language of the page: how it writes dates, numbers and quotations, and its fixed phrases."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.catalogue import CardWords, CatalogueWords, Counted
from leafwright.model.forms import DateForms, NumberForms, Quotes, Sign, Spacing, TimeForms
from leafwright.model.phrases import Phrases
from leafwright.model.record import LANGUAGE, KnownName, Name, Record

__all__ = ["CardWords", "CatalogueWords", "Counted", "Phrases", "Spacing", "Words"]


class Words(Record):
    """One language of the page: its direction, its forms, its spelling and its phrases.

    A workspace's file for a language that comes with Leafwright holds only what it changes; for any other
    language it holds everything.

    `name` is what the language is called in itself. `reviewed_by` names who read the phrases over as a reader
    of the language; without it nobody has yet. `quotes` open and close what somebody says, and take the place
    of straight marks. `alphabet` has the letters in order, with a space between them, where it has others
    than A to Z or gives one with a mark a place of its own. `spelling` maps words of the source language to
    the ones used here, such as anaesthetic to anesthetic.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    name: Name
    reviewed_by: KnownName | None = None
    direction: Literal["ltr", "rtl"]
    quotes: Quotes
    comma: Sign = ","
    alphabet: Name | None = None
    dates: DateForms
    times: TimeForms
    numbers: NumberForms
    spacing: Spacing
    spelling: dict[str, Name] = Field(default_factory=dict)
    phrases: Phrases
