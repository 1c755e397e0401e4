"""One language of the page: how it writes dates, numbers and quotations, and its fixed phrases."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.model.forms import DateForms, NumberForms, Quotes, Sign, Spacing, TimeForms
from leafwright.model.phrases import Phrases
from leafwright.model.record import LANGUAGE, KnownName, Name, Record


class Words(Record):
    """One language of the page: its direction, its forms, its spelling and its phrases.

    A workspace's file for a language that comes with Leafwright holds only what it changes; for any other
    language it holds everything.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    """The language, which is the name of the file too."""
    name: Name
    """What the language is called in itself."""
    reviewed_by: KnownName | None = None
    """Who read the phrases over as a reader of the language. Example: The language panel"""
    direction: Literal["ltr", "rtl"]
    """Which way it is written: left to right, or right to left."""
    quotes: Quotes
    """The marks that open and close what somebody says."""
    comma: Sign = ","
    """The comma of the language."""
    alphabet: Name | None = None
    """The letters in their order, with a space between them, if they are others than A to Z."""
    dates: DateForms
    """How dates are written."""
    times: TimeForms
    """How times are written."""
    numbers: NumberForms
    """How numbers are written."""
    spacing: Spacing
    """Where no line may break."""
    spelling: dict[str, Name] = Field(default_factory=dict)
    """Words of the source language, and how they are spelt here. Example: {anaesthetic: anesthetic}"""
    phrases: Phrases
    """The phrases that pages print."""
