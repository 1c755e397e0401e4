"""Fill the phrases of a language, with numbers and dates in its own form."""

import re
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Final

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, get_group_symbol

from leafwright.language import locale_of
from leafwright.model.catalogue import Counted
from leafwright.model.lines import PhoneLine
from leafwright.model.words import Words
from leafwright.phrasing.spacing import NO_BREAK, keep_runs_whole, quote
from leafwright.problems import Place, Problem, problem_at
from leafwright.text import Run, Text, parse_text

_UNNAMED: Final = "missing-phrase"
MIDNIGHT: Final = time(0)
NOON: Final = time(12)
_PERIOD: Final = re.compile(r"a(?=[^']*(?:'[^']*'[^']*)*$)")
"""The part of the day in a pattern for times, outside of quoted words."""
_NAME: Final = re.compile(r"\{([a-z_]+)\}")


def fill(phrase: str, words: Words, /, **values: str) -> Text:
    """Put values into a phrase; a value is text, never markup. A name without a value is an error of ours."""

    def filled(written: str) -> str:
        return _NAME.sub(lambda match: values[match.group(1)], written)

    spans = (replace(span, text=filled(span.text)) for span in _parse(phrase).spans if isinstance(span, Run))
    return quote(Text(spans=keep_runs_whole(tuple(spans), words.spacing)), words)


def say_number(number: int, words: Words) -> str:
    """Write a number as the language groups its digits: 1,000; the digits are 0 to 9 in every language.

    Doses, phone numbers and references are never translated, and one page never mixes two sets of digits.
    """
    locale, forms = locale_of(words), words.numbers
    grouped = str(format_decimal(number, locale=locale, group_separator=number >= forms.grouped_from))
    return grouped.replace(get_group_symbol(locale), forms.group) if forms.group else grouped


def say_day(day: date, words: Words, *, short: bool = False) -> str:
    """Write a date, without a break inside it; a `short` one cuts the name of the month."""
    forms = words.dates
    first = forms.first if day.day == 1 else None
    own = forms.short_day if short else None
    return _format_day(day, own or _cut(first or forms.day, short=short), words)


def say_month(day: date, words: Words, *, short: bool = False) -> str:
    """Write a month and its year; a `short` one cuts its name."""
    own = words.dates.short_month if short else None
    return _format_day(day, own or _cut(words.dates.month, short=short), words)


def say_time(at: time, words: Words) -> str:
    """Write a time of day, without a break inside it."""
    forms = words.times
    if named := {MIDNIGHT: forms.midnight, NOON: forms.noon}.get(at):
        return named.replace(" ", NO_BREAK)
    pattern = forms.clock if at.minute else forms.full_hour or forms.clock
    if own := forms.morning if at < NOON else forms.afternoon:
        pattern = _PERIOD.sub(f"'{own.replace(chr(39), chr(39) * 2)}'", pattern)
    text = format_time(at, pattern, locale=locale_of(words))
    return re.sub(r"\s", NO_BREAK, text)


def say_phone(line: PhoneLine, words: Words) -> str:
    """Write a telephone number in groups, without a break inside it, and its extension, if any."""
    shown = line.number.replace(" ", NO_BREAK)
    return f"{shown} {say_extension(line.extension, words)}" if line.extension else shown


def say_extension(extension: str, words: Words) -> Text:
    """Write the extension of a telephone number, without a break inside it."""
    return fill(words.phrases.contact.extension.replace(" ", NO_BREAK), words, n=extension)


def say_text_relay(number: str, words: Words) -> Text:
    """Say what to dial for text relay, without a break inside the number."""
    return fill(words.phrases.contact.text_relay, words, n=number.replace(" ", NO_BREAK))


def say_count(number: int, forms: Counted, words: Words) -> Text:
    """Say how many, in the plural form of the language."""
    form = getattr(forms, locale_of(words).plural_form(number)) or forms.other
    return fill(form, words, n=say_number(number, words))


def shown_address(address: str) -> str:
    """Shorten a web address to what a person types."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def unnamed_sheet(name: str, words: Words) -> Problem:
    """Report a variant or an edition that has no name in a language."""
    hint = f"add `{name}:` below variants or editions"
    return problem_at(words.phrases.place, _UNNAMED, f"'{name}' has no name in {words.language}", hint)


def unnamed_slot(slot: str, words: Words) -> Problem:
    """Report a decision that has no name in a language."""
    place, message = words.phrases.decision.place_of("slots"), f"the decision '{slot}' has no name"
    hint = f"add `{slot}:` and its name to the handout, below `slots:`"
    return problem_at(place, _UNNAMED, f"{message} in {words.language}", hint)


def unnamed_answer(name: str, words: Words, place: Place) -> Problem:
    """Report an answer to tick that has no words in a language, at the block that offers it."""
    hint = f"add `{name}:` to phrases, form, answers in words/{words.language}.yaml, or use another answer"
    return problem_at(place, _UNNAMED, f"the answer '{name}' has no words in {words.language}", hint)


def _cut(pattern: str, *, short: bool) -> str:
    return pattern.replace("MMMM", "MMM").replace("LLLL", "LLL") if short else pattern


def _format_day(day: date, pattern: str, words: Words) -> str:
    return str(format_date(day, pattern, locale=locale_of(words))).replace(" ", NO_BREAK)


@cache
def _parse(phrase: str) -> Text:
    return parse_text(phrase)
