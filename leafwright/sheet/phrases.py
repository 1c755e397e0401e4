"""Filling a language's phrases: names by their values, numbers and dates in its own forms."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from leafwright.model.words import Counted, Words
from leafwright.problems import ContentError, Problem
from leafwright.text import Run, Text, parse_text

NO_BREAK: Final = "\u00a0"
_NAME: Final = re.compile(r"\{([a-z_]+)\}")
_UNITS: Final = r"in|of|mm|cm|mg|ml|mmol/L|mg/dL|am|pm|minutes?|hours?|days?|weeks?|months?|years?"
_NUMBERS: Final = re.compile(rf"(?<=\d) (?=(?:{_UNITS})\b)|(?<=\bin) (?=\d)")


def fill(phrase: str, **values: str) -> Text:
    """Put values into a phrase; a value is words and never markup, a name without one is an error of ours."""

    def filled(words: str) -> str:
        return keep_numbers_whole(_NAME.sub(lambda found: values[found.group(1)], words))

    spans = (replace(span, text=filled(span.text)) for span in _parse(phrase).spans if isinstance(span, Run))
    return Text(spans=tuple(spans))


def say_number(number: int, words: Words) -> str:
    """Write a number as the language groups its digits: 1,000."""
    return str(format_decimal(number, locale=_locale(words)))


def say_day(day: date, words: Words) -> str:
    """Write a date in full, without a break inside it."""
    return str(format_date(day, words.dates.day, locale=_locale(words))).replace(" ", NO_BREAK)


def say_month(day: date, words: Words) -> str:
    """Write a month and its year."""
    return str(format_date(day, words.dates.month, locale=_locale(words))).replace(" ", NO_BREAK)


def say_count(number: int, forms: Counted, words: Words) -> Text:
    """Say how many, in the plural form of the language; a form that is not written is said as `other`."""
    form = getattr(forms, _locale(words).plural_form(number)) or forms.other
    return fill(form, n=say_number(number, words))


def keep_numbers_whole(words: str) -> str:
    """Keep `3 in 100` and `24 hours` on one line."""
    return _NUMBERS.sub(NO_BREAK, words)


@cache
def _parse(phrase: str) -> Text:
    return parse_text(phrase)


def _locale(words: Words) -> Locale:
    """Find the number and date forms of a language.

    Raises ContentError for a language that the Unicode locale data (CLDR) does not know.
    """
    try:
        return Locale.parse(words.language, sep="-")
    except UnknownLocaleError as error:
        problem = Problem(
            place=words.place_of("language"),
            code="unknown-language",
            message=f"'{words.language}' is no language whose numbers and dates are known",
            hint="write a language tag such as en-GB",
        )
        raise ContentError([problem]) from error
