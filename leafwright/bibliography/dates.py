"""Dates as a locale prints them; in a range, what both ends share is printed once.

The processor prints no season, and loses the year of a range within one year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final

_NAMES: Final = ("year", "month", "day")
_FIRST_SEASON: Final = 21
"""CSL numbers the seasons after the months."""
_LAST_MARKED: Final = 499
"""Years up to this one are marked AD, as in citeproc-js."""

Values = Mapping[str, int | str]
"""Year, month and day of a date by their names; a season replaces the month, and may be a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """One part of a locale's date, its form and the text around it."""

    name: str
    form: str = "long"
    prefix: str = ""
    suffix: str = ""
    dash: str = "\N{EN DASH}"
    strip_periods: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFormat:
    """How a locale writes a date, with its words: month-06, season-01, bc, circa, ordinal-3."""

    parts: Sequence[DatePart]
    delimiter: str
    words: Mapping[str, str]

    @property
    def year_alone(self) -> "DateFormat":
        """The format of a date with only a year."""
        return replace(self, parts=(DatePart(name="year"),))

    def write(self, date: Mapping[str, Any]) -> str:
        """Write a date or a range, given as CSL-JSON; one that is only about right says so."""
        if "literal" in date:
            return str(date["literal"])
        about = f"{self.words['circa']} " if date.get("circa") else ""
        return about + self._written(date)

    def _written(self, date: Mapping[str, Any]) -> str:
        shown = {part.name for part in self.parts}
        begin, *ends = (_values(parts, date.get("season"), shown) for parts in date["date-parts"])
        if ends and not any(ends[0].values()):
            return self._join(self.parts, begin) + self.parts[0].dash
        if not ends or ends[0] == begin:
            return self._join(self.parts, begin)
        return self._range(begin, ends[0])

    def _range(self, begin: Values, end: Values) -> str:
        differs = next(name for name in _NAMES if begin.get(name) != end.get(name))
        shared = set(_NAMES[: _NAMES.index(differs)])
        parts = [part for part in self.parts if part.name in begin]
        before = list(takewhile(lambda part: part.name in shared, parts))
        after = list(reversed(list(takewhile(lambda part: part.name in shared, reversed(parts)))))
        own = parts[len(before) : len(parts) - len(after)]
        dash = next(part.dash for part in self.parts if part.name == differs)
        first = self._join([*own[:-1], replace(own[-1], suffix="")], begin)
        last = self._join([replace(own[0], prefix=""), *own[1:]], end)
        if len(own) == 1 and differs == "year":
            first = first.removesuffix(self._era(end))
        run = f"{first.rstrip()}{dash}{last}"
        return self.delimiter.join(filter(None, (self._join(before, begin), run, self._join(after, end))))

    def _join(self, parts: Sequence[DatePart], values: Values) -> str:
        return self.delimiter.join(
            f"{part.prefix}{self._word(part, values)}{part.suffix}" for part in parts if values.get(part.name)
        )

    def _word(self, part: DatePart, values: Values) -> str:
        value = values[part.name]
        if isinstance(value, str):
            return value
        word = str(value)
        match part.name, part.form:
            case "year", _:
                word = f"{abs(value)}{self._era(values)}"
            case "month", _ if value >= _FIRST_SEASON:
                word = self.words[f"season-{value - _FIRST_SEASON + 1:02}"]
            case "month", "long" | "short":
                word = self.words[f"month-{value:02}"]
            case "day", "ordinal":
                word = self.words[f"ordinal-{value}"]
            case _, "numeric-leading-zeros":
                word = f"{value:02}"
        return word.replace(".", "") if part.strip_periods else word

    def _era(self, values: Values) -> str:
        year = values["year"]
        if not isinstance(year, int) or year > _LAST_MARKED:
            return ""
        return self.words["bc" if year < 0 else "ad"]


def _values(parts: Sequence[Any], season: Any, shown: set[str]) -> Values:
    """Name the parts of a date, with its season instead of the month."""
    values: dict[str, int | str] = dict(zip(_NAMES, map(int, parts), strict=False))
    if season:
        number = str(season)
        values["month"] = _FIRST_SEASON + int(number) - 1 if number in {"1", "2", "3", "4"} else number
    return {name: value for name, value in values.items() if name in shown}
