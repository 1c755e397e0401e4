"""The date of a BibTeX entry: biblatex's `date`, or year, month and day, as one string."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.source import Mapping, Scalar

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD: Final = re.compile(r"[a-z]{3,}|\d{1,2}", re.IGNORECASE)
_DAYS: Final = re.compile(r"\d{1,2}(?:/\d{1,2})?")
_BRACES: Final = re.compile(r"[{}]")
_SPACE: Final = re.compile(r"~(?=\w)")
"""LaTeX's no-break space; after a date it is EDTF's sign for about."""
_YEAR: Final = re.compile(r"\d{4}")
_MOST: Final = 2
"""A range is between two months or two days."""


def read_issued(fields: Mapping) -> tuple[Scalar, Mapping] | None:
    """Return the key that a date is written at, and the date as CSL has one that is a string."""
    key = next((key for key in fields if key in {"date", "year"} and _text(fields, key)), None)
    if not isinstance(key, Scalar):
        return None
    value = fields[key]
    place = value.place if isinstance(value, Scalar) else key.place
    written = _text(fields, "date") or _join(*(_text(fields, name) for name in ("year", "month", "day")))
    date = Mapping(place)
    date[Scalar("raw", place)] = Scalar(written, place)
    return key, date


def _text(fields: Mapping, name: str) -> str:
    value = fields.get(name)
    plain = _SPACE.sub(" ", _BRACES.sub("", value)).strip() if isinstance(value, Scalar) else ""
    return " ".join(plain.replace("--", "/").split())


def _join(year: str, month: str, day: str) -> str:
    """Join the parts of a date; words that are no month or no day are kept as they are."""
    words = _WORD.findall(month)
    months = [f"{year}-{number:02}" for number in _months(words)]
    days = [word for word in words if word.isdecimal() and len(words) > 1] or day.split("/")
    is_date = _YEAR.fullmatch(year) and (not day or _DAYS.fullmatch(day))
    if not (is_date and 0 < len(months) <= _MOST and len(days) <= _MOST):
        return " ".join(filter(None, (day if month else "", month, year)))
    if len(months) == _MOST or not all(days):
        return "/".join(months)
    return "/".join(f"{months[0]}-{int(number):02}" for number in days)


def _months(words: list[str]) -> Iterator[int]:
    """Go through the numbers of the months among some words; a single number is one too."""
    for word in words:
        if (begin := word[:3].lower()) in _MONTHS:
            yield _MONTHS.index(begin) + 1
        elif word.isdecimal() and len(words) == 1:
            yield int(word)
