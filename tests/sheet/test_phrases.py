"""Phrases filled, numbers and dates said."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.model.catalogue import Counted
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_count, say_day, say_month, say_number
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.resources import shared
from leafwright.sheet import Sheet
from leafwright.text import Run

Maker = Callable[..., Sheet]


def _in(words: Words, language: str) -> Words:
    return words.model_copy(update={"language": language})


def test_a_phrase_is_filled_and_dressed(words: dict[str, Words]) -> None:
    """Values replace their names; the phrase's own markup is kept."""
    values = {"n": "3", "of": "100", "people": "people", "event": "fell"}

    filled = fill("**{n} in {of}** {people} {event}.", words["en-GB"], **values)

    assert filled.spans == (
        Run(text=f"3{NO_BREAK}in{NO_BREAK}100", strong=True),
        Run(text=f"{NO_BREAK}people fell."),
    )


TYPED = str.maketrans({NO_BREAK: " ", "\u2018": "'", "\u2019": "'"})
"""What print has, as it is typed."""


@given(value=st.text(min_size=1, max_size=30))
def test_a_value_is_never_read_as_markup(words: dict[str, Words], value: str) -> None:
    """Stars, brackets, tags and braces in a value are printed as they are; apostrophes are curled."""
    filled = fill("Ask {who}, {who}.", words["en-GB"], who=value)

    assert len(filled.spans) == 1
    assert filled.spans[0].text.translate(TYPED) == f"Ask {value}, {value}.".translate(TYPED)


def test_a_name_without_value_is_an_error(words: dict[str, Words]) -> None:
    """A phrase is never printed with a hole in it."""
    with pytest.raises(KeyError, match="left"):
        fill("{n} and {left}", words["en-GB"], n="3")


@pytest.mark.parametrize(
    ("language", "number"),
    [("en-GB", "12,345"), ("en-US", "12,345"), ("de-DE", "12.345"), ("cy-GB", "12,345")],
)
def test_digits_are_grouped_as_the_language_does(words: dict[str, Words], language: str, number: str) -> None:
    """A large number is written in the form of the sheet's language."""
    assert say_number(12345, _in(words["en-GB"], language)) == number


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en-GB", 1, "1 page"),
        ("en-GB", 0, "0 pages"),
        ("en-GB", 1200, "1,200 pages"),
        ("pl", 1, "1 page"),
        ("pl", 3, "3 few"),
        ("pl", 12, "12 pages"),
    ],
)
def test_counts_are_said_in_the_plural_of_the_language(
    words: dict[str, Words], language: str, number: int, said: str
) -> None:
    """The language chooses the form; a form that is not written is said as the last."""
    forms = Counted(one="{n} page", few="{n} few", other="{n} pages")

    assert say_count(number, forms, _in(words["en-GB"], language)).plain.replace(NO_BREAK, " ") == said


def test_dates_are_said_as_the_language_does(words: dict[str, Words]) -> None:
    """British and American sheets say a day in their own order."""
    day = date(2026, 11, 2)

    assert [say_day(day, words[language]) for language in ("en-GB", "en-US")] == [
        "2 November 2026".replace(" ", NO_BREAK),
        "November 2, 2026".replace(" ", NO_BREAK),
    ]
    assert say_month(day, words["en-GB"]) == f"November{NO_BREAK}2026"


def test_months_are_named_in_the_language(words: dict[str, Words]) -> None:
    """A month's name is not English because the engine is."""
    assert say_day(date(2026, 8, 6), _in(words["en-GB"], "cy")) == "6 Awst 2026".replace(" ", NO_BREAK)


def test_a_language_that_is_none_is_a_mistake(make: Maker) -> None:
    """A words file for an unknown language is reported with its line."""
    english = (shared("words") / "en-GB.yaml").read_text("utf-8")
    files = {"words/xx-YY.yaml": english.replace("language: en-GB", "language: xx-YY")}

    with pytest.raises(AssertionError, match=r"words/xx-YY\.yaml:2:1: unknown-language"):
        make(language="xx-YY", files=files)
