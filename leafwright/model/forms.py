"""How a language writes dates, numbers, quotations and lines."""

import re
from functools import partial
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

from leafwright.model.record import Name, Record, fault

_QUOTED: Final = re.compile(r"'[^']*'")
_FIELD: Final = re.compile(r"([A-Za-z])\1*")
_DATE: Final = frozenset({"d", "M", "y"})


def _date_pattern(pattern: str, parts: frozenset[str] = _DATE) -> str:
    """Check that a pattern has each part of a date once; a stray letter would print something else."""
    bare = _QUOTED.sub("", pattern)
    letters = sorted(match[1].replace("L", "M") for match in _FIELD.finditer(bare))
    if "'" in bare or letters != sorted(parts):
        wanted = "d, MMMM and y" if "d" in parts else "MMMM and y"
        hint = f"write {wanted} once each, and words in single quotes, like d 'de' MMMM 'de' y"
        raise fault("bad-date-form", f"'{pattern}' is no pattern of a date", hint)
    return pattern


def _pair(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != len(("opens", "closes")):
        hint = "write the mark that opens and the one that closes, like [“, ”]"
        raise fault("bad-quotes", "'quotes' is no pair of marks", hint)
    return value


def _time_pattern(pattern: str, minutes: str = "m") -> str:
    """Check that a pattern has the hour once, and distinguishes 8 in the morning from 8 at night."""
    bare = _QUOTED.sub("", pattern)
    letters = sorted(match[1] for match in _FIELD.finditer(bare))
    if "'" in bare or letters not in [sorted(hour + minutes) for hour in ("H", "ha", "hB")]:
        wanted = "the hour and mm" if minutes else "the hour"
        hint = f"write {wanted} once: H of 24 hours, or h of 12 with a or B for the part of the day"
        raise fault("bad-time-form", f"'{pattern}' is no pattern of a time", hint)
    return pattern


DatePattern = Annotated[Name, AfterValidator(_date_pattern)]
MonthPattern = Annotated[Name, AfterValidator(partial(_date_pattern, parts=_DATE - {"d"}))]
HourPattern = Annotated[Name, AfterValidator(partial(_time_pattern, minutes=""))]
TimePattern = Annotated[Name, AfterValidator(_time_pattern)]
Sign = Annotated[str, Field(min_length=1, max_length=1)]
Mark = Annotated[str, Field(min_length=1, max_length=2)]
Quotes = Annotated[tuple[Mark, Mark], BeforeValidator(_pair)]
"""The marks that open and close a quotation, each with the space that may be beside it."""


class DateForms(Record):
    """Date patterns of the Unicode locale data (CLDR): `d MMMM y` prints 6 August 2026."""

    day: DatePattern
    """The pattern of a day, with its year."""
    month: MonthPattern
    """The pattern of a month, with its year."""
    first: DatePattern | None = None
    """The pattern of the first of a month, if that is written differently."""
    short_day: DatePattern | None = None
    """The pattern of a day with a short name of the month, for the foot of pages."""
    short_month: MonthPattern | None = None
    """The pattern of a month with its short name, for the foot of pages."""


class TimeForms(Record):
    """Time patterns of the Unicode locale data (CLDR): `H:mm` prints 8:30, `h.mma` 8.30am."""

    clock: TimePattern
    """The pattern of a time."""
    full_hour: HourPattern | None = None
    """The pattern of a full hour, if that is written differently."""
    morning: Name | None = None
    """What is printed for the morning, if it is not what the locale data says."""
    afternoon: Name | None = None
    """What is printed for the afternoon, if it is not what the locale data says."""
    noon: Name | None = None
    """What is printed for 12:00, if the language has a name for it."""
    midnight: Name | None = None
    """What is printed for 00:00, if the language has a name for it."""


class NumberForms(Record):
    """From which number on thousands are separated, and by what, if not by the language's own sign.

    Source: the smallest number of digits that is grouped, in the Unicode locale data (CLDR).
    """

    grouped_from: Annotated[int, Field(ge=1000)]
    """From which number on thousands are separated."""
    group: Sign | None = None
    """The sign between thousands, if it is not the language's own."""


class Spacing(Record):
    """Spaces at which no line breaks: around numbers, and beside the listed words and signs."""

    after_number: tuple[Name, ...] = ()
    """Words that stay on the line of the number before them."""
    before_number: tuple[Name, ...] = ()
    """Words that stay on the line of the number after them."""
    between_numbers: tuple[Name, ...] = ()
    """Words that stay between two numbers, all on one line."""
    before: tuple[Name, ...] = ()
    """Words and signs that no line begins with."""
    after: tuple[Name, ...] = ()
    """Words and signs that no line ends with."""
