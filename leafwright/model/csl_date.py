"""The date of a reference: CSL's own parts, EDTF such as 2004-06/2004-08, or words such as June 2004.

Sources: https://docs.citationstyles.org and https://www.loc.gov/standards/datetime/ (EDTF, levels 0 and 1). A
date that does not exist is refused, because nobody can look up a source by it.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from leafwright.model.csl import CSLRecord
from leafwright.model.markup import MarkedName
from leafwright.model.record import fault

SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""CSL and EDTF number the seasons after the months, from 21."""
OPEN: Final = (0,)
"""The end of a range that is still open."""

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905  # one line reads better
)
_WRITTEN: Final = (
    "write year-month-day, like 2026-08-06, a range like 2026-08/2026-10, or `literal:` for words that are "
    "printed as they are"
)
_FOUR_DIGITS: Final = "write the year in four digits, or `literal:` for words that are printed as they are"
_EDTF: Final = re.compile(
    r"(?P<year>[+-]?\d{4})(?:-(?P<month>\d{1,2}|XX)(?:-(?P<day>\d{1,2}|XX))?)?"
    r"(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?[?~%]?"
)
_DAY_FIRST: Final = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[a-z]{3,9})\.? (?P<year>\d{4})")
_MONTH_FIRST: Final = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4}) (?P<month>[a-z]{3,9})\.?(?: (?P<day>\d{1,2}))?")
_AMBIGUOUS: Final = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}")
_PARTS: Final = ("year", "month", "day")

Part = Annotated[int, Field(ge=-9999, le=9999)]
Parts = tuple[int, ...]


def _is_circa(value: Any) -> bool:
    """Read what exports write for about: true, 1 or words."""
    return str(value).strip().casefold() not in {"", "0", "false", "no", "none"}


class CSLDate(CSLRecord):
    """A date, or a range of two, as year, month and day; the later parts may be missing."""

    date_parts: Annotated[
        tuple[Annotated[tuple[Part, ...], Field(min_length=1, max_length=3)], ...],
        Field(min_length=1, max_length=2),
    ] = ()
    """Year, month and day as numbers; the later parts may be missing. Two of them are a range.

    Example: [[2026, 11, 2]]
    """
    season: MarkedName | None = None
    """The season, by its name or its number from 1 to 4. Example: Spring"""
    literal: MarkedName | None = None
    """The date in words, if it has no year and month. Example: in press"""
    circa: Annotated[bool, BeforeValidator(_is_circa)] = False
    """Whether the date is only about right."""

    @property
    def years(self) -> Parts:
        """The years it names."""
        return tuple(parts[0] for parts in self.date_parts if parts != OPEN)

    @model_validator(mode="after")
    def _check_date(self) -> Self:
        if bool(self.date_parts) == bool(self.literal):
            message = "a date is written twice" if self.literal else "a date has no year"
            raise fault("bad-date", message, "write either `date-parts:` or `literal:`")
        for number, parts in enumerate(self.date_parts):
            if number == 0 or parts != OPEN:
                _check_parts(parts)
        if self.season and any(parts[1:] for parts in self.date_parts):
            raise fault("bad-date", "a date has both a season and a month", "write one of them", at="season")
        if self.season and self.date_parts[1:]:
            hint = "write the seasons as months, from 21 (spring) to 24 (winter)"
            raise fault("bad-date", "one season is given for two dates", hint, at="season")
        if self.date_parts[1:] and self.date_parts[1] != OPEN:
            _check_range(*self.date_parts)
        return self


def _check_parts(parts: Parts) -> None:
    """Raise PydanticCustomError unless the calendar has such a year, month or day."""
    year, month, day = (*parts, None, None)[:3]
    written = "-".join(map(str, parts))
    if year == 0:
        raise _bad(written, "there is no year 0: 1 BC is -1")
    if month is not None and month not in {*range(1, 13), *SEASONS.values()}:
        raise _bad(written, "months are 1 to 12, and seasons 21 (spring) to 24 (winter)")
    if day is None or month is None:
        return
    if month in SEASONS.values():
        raise _bad(written, "a season has no day: take it out")
    # The calendar module begins with the year 1; 4 BC, our -4, is its year -3 and no leap year.
    last = monthrange(year, month)[1] if year and year > 0 else 31
    if not 1 <= day <= last:
        raise _bad(written, f"the month has days 1 to {last}")


def _check_range(begin: Parts, end: Parts) -> None:
    written = "/".join("-".join(map(str, parts)) for parts in (begin, end))
    if len(begin) != len(end):
        raise _bad(written, "say both ends as exactly: two years, two months or two days")
    if end < begin:
        raise _bad(written, "write the earlier date first")


def _bad(written: str, hint: str) -> PydanticCustomError:
    return fault("bad-date", f"'{written}' is not a date", hint, at="date-parts")


def _as_date(value: Any, info: ValidationInfo) -> Any:
    """Accept EDTF, dates in words, and what pandoc and Better BibTeX write, besides CSL's own mapping."""
    match value:
        case str():
            read = read_date(value)
            if read is None:
                raise fault("bad-date", f"'{value}' is not a date", _meant(value))
            return read
        case [{"year": _}, *_] | {"year": _}:
            listed = [value] if isinstance(value, Mapping) else value
            return {"date-parts": list(map(_named_parts, listed))}
        case [*_]:
            raise _listed(value, info.field_name or "issued")
        case {"raw": str(raw), **rest} | {"edtf": str(raw), **rest}:
            read = read_date(raw)
            if read is None and raw.strip().isdecimal():
                raise fault("bad-date", f"'{raw}' is not a date", _FOUR_DIGITS)
            return (read or {"literal": raw}) | rest
        case {"date-parts": [*parts], **rest} if any(map(_has_empty, parts)):
            return {**rest, "date-parts": [_without_empty(part) for part in parts]}
    return value


def _meant(written: str) -> str:
    """Say how to write a date, or a range whose two dates are joined by another sign than a slash."""
    for sign in ("/", "--", "..", "\u2013", "\u2014", " to ", " - ", "-"):
        begin, _, end = written.partition(sign)
        if _EDTF.fullmatch(begin.strip()) and _EDTF.fullmatch(end.strip()):
            return f"write a range of dates with a slash: {begin.strip()}/{end.strip()}"
    return _WRITTEN


def _listed(value: list[Any], name: str) -> PydanticCustomError:
    """Show how to write a date of which only the parts are given, as in `[2004, 6]`."""
    match value:
        case [Mapping() as date] if "date-parts" in date:
            return fault("wrong-type", f"'{name}' is a list", "take its dash or its brackets away")
        case [[*_], *_]:
            parts = value
        case _:
            parts = [value]
    numbers = [[str(part) for part in date] for date in parts if isinstance(date, list)]
    if len(numbers) != len(parts) or not all(part.isdecimal() for date in numbers for part in date):
        numbers = []
    shown = ", ".join(f"[{', '.join(date)}]" for date in numbers if date) or "[2026, 8, 6]"
    return fault("wrong-type", f"'{name}' is a list", f"write `{name}: {{date-parts: [{shown}]}}`")


def _has_empty(parts: Any) -> bool:
    return isinstance(parts, list) and bool({"", "0", "None"} & set(map(str, parts)))


def _without_empty(parts: Any) -> Any:
    """Remove what exports write for an unknown part of a date: "" and, at the end of a range, zeros."""
    if not _has_empty(parts):
        return parts
    return OPEN if set(map(str, parts)) == {"0"} else [part for part in parts if part not in {"", None}]


def _named_parts(written: Mapping[str, Any]) -> list[Any]:
    for key in written.keys() - set(_PARTS):
        close = get_close_matches(key, _PARTS, 1)
        hint = f"did you mean '{close[0]}'?" if close else "write year, month and day"
        raise fault("bad-date", f"'{key}' is no part of a date", hint)
    if "day" in written and "month" not in written:
        raise fault("bad-date", "a date has a day and no month", "add `month:`, or take the day out")
    return [written[part] for part in _PARTS if part in written]


def read_date(written: str) -> dict[str, Any] | None:
    """Read a date that is written as one string; None for words that are not a date.

    Raises PydanticCustomError for one that could be read in two ways.
    """
    text = " ".join(written.split())
    if _AMBIGUOUS.fullmatch(text):
        raise fault("bad-date", f"'{text}' can be read as two dates", "write year-month-day, like 2026-08-06")
    begin, slash, end = text.partition("/")
    forms = (_EDTF, _DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST)
    first = next(filter(None, (_read_parts(form, begin) for form in forms)), None)
    last = OPEN if slash and end in {"", ".."} else _read_parts(_EDTF, end)
    if first is None or (slash and last is None):
        return None
    circa = {"circa": True} if re.search(r"[?~%]", text) else {}
    return {"date-parts": [first, last] if slash else [first], **circa}


def _read_parts(form: re.Pattern[str], text: str) -> Parts | None:
    match = form.fullmatch(text if form is _EDTF else text.lower())
    if match is None:
        return None
    month = match["month"]
    if month and month.isalpha() and month != "XX":
        month = _number_of(month)
        if month is None:
            return None
    return tuple(int(part) for part in (match["year"], month, match["day"]) if part and part != "XX")


def _number_of(word: str) -> str | None:
    """Return the number of a month or a season, as CSL counts them."""
    months = (number for number, month in enumerate(MONTHS, start=1) if month.lower().startswith(word))
    number = SEASONS.get(word) or next(months, None)
    return str(number) if number else None


WrittenDate = Annotated[
    CSLDate, BeforeValidator(_as_date, json_schema_input_type=CSLDate | str | list[dict[str, int]])
]
