"""Filling a language's phrases: names by their values, numbers and dates in its own forms."""

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from leafwright.model.words import Words
from leafwright.text import Text, parse_text

NO_BREAK = "\u00a0"
_NAME = re.compile(r"\{([a-z_]+)\}")
_NUMBERS = re.compile(r"(?<=\d) (?=(?:in|of|mm|mmol/L|mg/dL|am|pm|hours?|days?|weeks?|months?|years?)\b)|(?<=\bin) (?=\d)")


def fill(phrase: str, **values: str) -> Text:
    """Put values into a phrase and read it as running text; a name without a value is an error of ours."""
    return parse_text(keep_numbers_whole(_NAME.sub(lambda found: values[found.group(1)], phrase)))


def say_number(number: int, words: Words) -> str:
    """Write a number as the language groups its digits: 1,000."""
    return str(format_decimal(number, locale=_locale(words.language)))


def say_day(day: date, words: Words) -> str:
    """Write a date in full, without a break inside it."""
    return str(format_date(day, words.dates.day, locale=_locale(words.language))).replace(" ", NO_BREAK)


def say_month(day: date, words: Words) -> str:
    """Write a month and its year."""
    return str(format_date(day, words.dates.month, locale=_locale(words.language))).replace(" ", NO_BREAK)


def keep_numbers_whole(words: str) -> str:
    """Keep `3 in 100` and `24 hours` on one line."""
    return _NUMBERS.sub(NO_BREAK, words)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
