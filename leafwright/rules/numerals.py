"""Find the numbers of a text in any language: what each stands for, and its unit.

It reads the digits of every script, telephone numbers, times of day, and months beside a day or a year.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from leafwright.rules.usage import AFTERNOON, MORNING, Usage, any_of, fold, usage_of
from leafwright.telephone import digits_of

_PHONE: Final = (
    r"(?<![\w.,/])(?!\d\d-\d\d-\d{4})(?:\+|\(?0)(?:[ ()-]{0,2}\d){6,14}(?!\d)"
    r"|(?<![\w-])(?:\(?\d{3}\)?[ -])?\d{3}-\d{4}(?![\w-])"
)
_DAY: Final = r"\d{4}-\d\d-\d\d(?!\d)"
_CLOCK: Final = r"(?<!\d)(?P<hour>\d{1,2})(?: ?[hH] ?|:)(?P<minute>[0-5]\d)(?!\d)"
_SPACED: Final = r"(?<!\d)[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?(?!\d)"
_NUMBER: Final = r"(?:(?<![\w.,/])[.,٫](?=\d))?\d+(?:[.,٫٬'’]\d+)*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"  # noqa: RUF001  # the signs of other languages
_FORMS: Final = rf"(?P<phone>{_PHONE})|(?P<day>{_DAY})|(?P<clock>{_CLOCK})"
_ANY: Final = re.compile(rf"{_FORMS}|(?P<number>{_NUMBER})")
_ANY_SPACED: Final = re.compile(rf"{_FORMS}|(?P<number>{_SPACED}|{_NUMBER})")
_POINTED: Final = re.compile(r"(\d{1,2})(?:[.,]([0-5]\d))?")
_SIGN: Final = re.compile(r"(?P<compares>[<>]=?|[≤≥]) ?$|(?<![\w)])(?<!\d )(?P<minus>[-−])$")  # noqa: RUF001  # a minus
_COMPARES: Final = {"<=": "≤", ">=": "≥"}
MINUS: Final = "-"
_PERCENT: Final = re.compile(r"[%٪] ?$")
_BETWEEN: Final = re.compile(r" ?(?:[-–—]|[^\W\d]{1,3}) ?")  # dashes of ranges
_ENGLISH: Final = "en"
_THOUSAND: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_GROUPS: Final = r"[1-9]\d{0,2}(?:(?:[ ٬'’]\d{3})+|(?:\.\d{2,3})+\.\d{3}|(?:,\d{2,3})+,\d{3})"
"""Thousands set apart, or hundreds of thousands as in India."""
_GROUPED: Final = re.compile(_GROUPS)
_WHOLE: Final = re.compile(rf"\d+|{_THOUSAND.pattern}|{_GROUPS}")
_PARTED: Final = re.compile(r"(?P<head>.*\d)(?P<sign>[.,٫])(?P<tail>\d+)")  # noqa: RUF001  # Arabic's point
_NO_DIGIT: Final = re.compile(r"\D")
_HOUR: Final = "duration-hour"
_BOTH: Final = frozenset({MORNING, AFTERNOON})
HOURS, HALF = 24, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number: what it stands for, what else it may stand for, and its units if one is named.

    `start` and `end` are offsets in the folded text; `sign` is a minus, or a comparison such as `<`.
    """

    written: str
    start: int
    end: int
    readings: frozenset[str]
    maybe: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    sign: str = ""

    def means(self, other: "Figure") -> bool:
        """Return whether two figures may be the same number, whatever their units."""
        mine, others = self.readings, other.readings
        return bool(mine & others or mine & other.maybe or self.maybe & others)

    def equals(self, other: "Figure") -> bool:
        """Return whether two figures may be the same number of the same unit."""
        return self.means(other) and (not self.units or not other.units or bool(self.units & other.units))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The patterns of what stands beside numbers in one language."""

    usage: Usage
    english: bool
    month: re.Pattern[str]
    half: re.Pattern[str]
    unit: re.Pattern[str]


@lru_cache(maxsize=4096)  # several rules ask for the figures of one text
def figures_of(text: str, language: str, *, spaced: bool = True) -> tuple[Figure, ...]:
    """Find the figures of a text; `spaced` reads 1 000 as one number, unless the language is English."""
    folded, patterns = fold(text), _patterns(language)
    form = _ANY_SPACED if spaced and not language.startswith(_ENGLISH) else _ANY
    numbers = [figure for match in form.finditer(folded) for figure in _read(match, folded, patterns)]
    figures = (*_share_units(folded, numbers), *_months(folded, patterns))
    return tuple(sorted((_signed(folded, figure) for figure in figures), key=lambda figure: figure.start))


@cache
def _patterns(language: str) -> _Patterns:
    usage = usage_of(language)
    months = any_of(usage.months)
    before = r"(?<=\d)(?:\.|º|°|ª|st|nd|rd|th|er|e)?(?: [^\W\d]{1,3}\.?)? "
    after = r"\.?,?(?: [^\W\d]{1,3})? (?=\d)"
    return _Patterns(
        usage=usage,
        english=language.startswith(_ENGLISH),
        month=re.compile(rf"{before}(?P<late>{months})|(?<!\w)(?P<early>{months}){after}"),
        half=re.compile(rf" ?(?P<word>{any_of(usage.halves)})", re.IGNORECASE),
        unit=re.compile(rf"[ -]?(?P<word>{any_of(usage.units)})", re.IGNORECASE),
    )


def _read(match: re.Match[str], folded: str, patterns: _Patterns) -> Iterator[Figure]:
    written = match[0]
    whole = Figure(written=written, start=match.start(), end=match.end(), readings=frozenset())
    if match["phone"]:
        yield replace(whole, readings=frozenset({f"telephone {digits_of(written)}"}))
    elif match["clock"] and int(match["hour"]) <= HOURS:
        time = int(match["hour"]), int(match["minute"])
        yield _with_unit(replace(whole, readings=_times(*time)), time, folded, patterns)
    elif match["number"] and (readings := _number(written, patterns)):
        pointed = _POINTED.fullmatch(written)
        time = (int(pointed[1]), int(pointed[2] or 0)) if pointed else (HOURS + 1, 0)
        yield _with_unit(replace(whole, readings=readings, maybe=_times(*time)), time, folded, patterns)
    else:
        for part in re.finditer(r"\d+", unicodedata.normalize("NFKC", written)):
            yield replace(whole, written=part[0], readings=frozenset({str(int(part[0]))}))


def _number(written: str, patterns: _Patterns) -> frozenset[str]:
    """Read a number as the language writes it; a number in no known form has no reading."""
    if not written[0].isalnum():
        written = f"0{written}"
    whole = frozenset({_plain(_NO_DIGIT.sub("", written))} if written[0].isdecimal() else ())
    if written.isdecimal() or _GROUPED.fullmatch(written):
        return whole
    parted = _PARTED.fullmatch(written)
    if not parted or not _WHOLE.fullmatch(parted["head"]):
        return frozenset()
    part = frozenset({_plain(f"{_NO_DIGIT.sub('', parted['head'])}.{parted['tail']}")})
    sign, decimal = parted["sign"], patterns.usage.decimal
    if _THOUSAND.fullmatch(written):
        return (part if sign == decimal else whole) if decimal else part | whole
    # In English a comma separates a list; other languages write decimals with it, whatever their own sign is.
    return frozenset() if patterns.english and sign == "," else part


def _plain(number: str) -> str:
    """Write a number in one form: 8.5 for 8.50."""
    return f"{Decimal(number):f}".rstrip("0").rstrip(".") if "." in number else str(int(number))


def _with_unit(figure: Figure, time: tuple[int, int], folded: str, patterns: _Patterns) -> Figure:
    """Add the unit that follows a figure, or make it a time of day if such a word follows."""
    half = patterns.half.match(folded, figure.end)
    if half and (readings := _times(*time, patterns.usage.halves[half["word"].lower()])):
        return _longer(replace(figure, readings=readings, maybe=frozenset()), half)
    if unit := patterns.unit.match(folded, figure.end):
        units = patterns.usage.units[unit["word"].lower()]
        maybe = figure.maybe if _HOUR in units else frozenset()
        return _longer(replace(figure, units=units, maybe=maybe), unit)
    if _PERCENT.search(folded, 0, figure.start):
        return replace(figure, units=patterns.usage.units["%"])
    return figure


def _longer(figure: Figure, word: re.Match[str]) -> Figure:
    return replace(figure, written=figure.written + word[0], end=word.end())


def _times(hour: int, minute: int, halves: frozenset[str] = _BOTH) -> frozenset[str]:
    """Return the times of day that an hour and a minute may be; from 13 on there is only one."""
    if hour > HOURS:
        return frozenset()
    if hour > HALF or hour == 0:
        return frozenset({f"{hour % HOURS}:{minute:02}"})
    return frozenset(f"{hour % HALF + HALF * (half == AFTERNOON)}:{minute:02}" for half in halves)


def _share_units(folded: str, figures: list[Figure]) -> Iterator[Figure]:
    """Give the 7 of `7 to 14 days` its unit as well."""
    for one, other in pairwise(figures):
        joined = not one.units and other.units and _BETWEEN.fullmatch(folded, one.end, other.start)
        yield replace(one, units=other.units) if joined else one
    yield from figures[-1:]


def _signed(folded: str, figure: Figure) -> Figure:
    """Add the sign before a figure."""
    match = _SIGN.search(folded, max(figure.start - 4, 0), figure.start)
    if not match:
        return figure
    sign = MINUS if match["minus"] else _COMPARES.get(match["compares"], match["compares"])
    return replace(figure, sign=sign, written=sign + figure.written)


def _months(folded: str, patterns: _Patterns) -> Iterator[Figure]:
    for match in patterns.month.finditer(folded):
        name = "late" if match["late"] else "early"
        numbers = frozenset(map(str, patterns.usage.months[match[name]]))
        yield Figure(written=match[name], start=match.start(name), end=match.end(name), readings=numbers)
