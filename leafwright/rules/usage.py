"""How a language writes numbers, months, times of day and units, from the Unicode locale data (CLDR)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeVar

from babel import Locale, UnknownLocaleError

T = TypeVar("T")

UNITS: Final = (
    *(f"duration-{name}" for name in ("year", "month", "week", "day", "hour", "minute", "second")),
    *(f"mass-{name}" for name in ("kilogram", "gram", "milligram", "microgram")),
    *(f"volume-{name}" for name in ("liter", "milliliter")),
    *(f"length-{name}" for name in ("kilometer", "meter", "centimeter", "millimeter")),
    *(f"temperature-{name}" for name in ("celsius", "fahrenheit")),
    "concentr-percent",
    "concentr-millimole-per-liter",
    "concentr-milligram-ofglucose-per-deciliter",
    "pressure-millimeter-ofhg",
)
"""The units of leaflets, by their names in the locale data."""
PERCENT: Final = "concentr-percent"
SYMBOLS: Final = {
    PERCENT: ("%", "٪", "percent", "per cent", "في المائة", "في المئة", "بالمئة"),
    "concentr-millimole-per-liter": ("mmol/l",),
    "concentr-milligram-ofglucose-per-deciliter": ("mg/dl",),
    "mass-kilogram": ("kg", "كغ", "كجم"),
    "mass-gram": ("g", "غ", "جم", "غرام", "جرام"),
    "mass-milligram": ("mg", "ملغ", "ملغم", "ملجم", "مليغرام", "ملليغرام", "ملليجرام"),
    "mass-microgram": ("mcg", "µg", "ميكروجرام"),
    "volume-milliliter": ("ml", "مل", "ملليلتر", "مليلتر"),
}
"""Signs that more languages use than the locale data says, in small letters."""
ELSEWHERE: Final = {"ar": ("ar_LB", "ar_MA", "ar_DZ", "ar_MR"), "es": ("es_PE",)}
"""Countries in which months have other names than in most countries of the language."""
MORNING, AFTERNOON = "am", "pm"
NOON: Final = 12 * 60 * 60
_FOLDED: Final = re.compile("[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs that are invisible or optional: soft hyphens, marks of direction, Arabic vowels."""
_BLANK: Final = re.compile("[\u00a0\u2007\u2009\u202f]")
_DIGIT: Final = re.compile(r"(?![0-9])\d")
_ARABIC: Final = "ar"
_OBJECT, _TWO = "\u0627", "\u064a\u0646"
"""The endings of Arabic nouns as an object: for one, and for two, where it replaces the last two letters."""
_SHORTEST: Final = 3
"""A shorter abbreviation of a month may be any word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The number signs of one language, and its words, folded and, except for months, in small letters.

    `single` are words for one or two of a unit without a number, such as the Arabic dual.
    """

    decimal: str = ""
    group: str = ""
    months: Mapping[str, frozenset[int]] = field(default_factory=dict)
    halves: Mapping[str, frozenset[str]] = field(default_factory=dict)
    units: Mapping[str, frozenset[str]] = field(default_factory=dict)
    single: Mapping[str, frozenset[tuple[int, str]]] = field(default_factory=dict)


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, as whole words, the longest first."""
    end = r"(?!\w)"
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (end if word[-1].isalnum() else "") for word in listed) or "(?!)"


@cache
def usage_of(language: str) -> Usage:
    """Look up a language by its tag, such as `es` or `es-MX`; an unknown one has only the signs above."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Usage(units=_gather(_small(_symbols())))
    signs, elsewhere = locale.number_symbols["latn"], map(Locale.parse, ELSEWHERE.get(locale.language, ()))
    return Usage(
        decimal=signs["decimal"],
        group=fold(signs["group"]),
        months=_gather(pair for place in (locale, *elsewhere) for pair in _months(place)),
        halves=_gather(_small(_halves(locale))),
        units=_gather(_small([*_symbols(), *_unit_words(locale)])),
        single=_gather(_small(_single_words(locale))),
    )


def fold(text: str) -> str:
    """Write digits as 0 to 9 and every kind of space as a blank, and leave out invisible signs."""
    return _FOLDED.sub("", level(text))


def level(text: str) -> str:
    """Write digits as 0 to 9 and every kind of space as a blank; the length of the text stays."""
    blank = _BLANK.sub(" ", text)
    return _DIGIT.sub(lambda match: str(int(match[0])), blank)


def offset_in(text: str, folded: int) -> int:
    """Return the offset in a text of the character at an offset of the folded text."""
    offsets = [offset for offset, sign in enumerate(text) if not _FOLDED.match(sign)]
    return offsets[folded] if folded < len(offsets) else max(len(text) - 1, 0)


def _small(pairs: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    return ((word.lower(), value) for word, value in pairs)


def _gather(pairs: Iterable[tuple[str, T]]) -> dict[str, frozenset[T]]:
    """Gather the meanings of each word."""
    meanings: dict[str, set[T]] = {}
    for word, value in pairs:
        if folded := fold(word).strip():
            meanings.setdefault(folded, set()).add(value)
    return {word: frozenset(values) for word, values in meanings.items()}


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            plain = name.strip(".")
            if (width == "wide" or len(plain) >= _SHORTEST) and not re.search(r"\d", plain):
                yield plain, number
    for number, name in locale.months["stand-alone"]["wide"].items():
        yield name, number


def _halves(locale: Locale) -> Iterator[tuple[str, str]]:
    """Go through the words for a time of day, each with its half of the day."""
    rules = locale.day_period_rules.get(None, {})
    for half in (MORNING, AFTERNOON):
        yield from ((form, half) for form in (half, f"{half[0]}.m.", f"{half[0]}. m."))
    for width in ("wide", "abbreviated"):
        for name, word in locale.day_periods["format"].get(width, {}).items():
            if name in {MORNING, AFTERNOON}:
                yield word, name
            for stretch in rules.get(name, ()):
                # People differ on which hours are night, and some of them are before midnight.
                night = name.startswith("night")
                if "from" in stretch and (night or stretch["before"] <= NOON):
                    yield word, MORNING
                if "from" in stretch and (night or stretch["from"] >= NOON):
                    yield word, AFTERNOON


def _symbols() -> Iterator[tuple[str, str]]:
    yield from ((sign, unit) for unit, signs in SYMBOLS.items() for sign in signs)


def _patterns(locale: Locale) -> Iterator[tuple[str, str, str]]:
    """Go through the ways to say a number of a unit: the unit, the plural form, and `{0} days`."""
    # Babel formats with these patterns, but does not expose them.
    known = locale._data["unit_patterns"]  # noqa: SLF001  # the patterns have no public name
    for unit in UNITS:
        for width in ("long", "short"):
            for form, pattern in known.get(unit, {}).get(width, {}).items():
                yield unit, form, pattern


def _unit_words(locale: Locale) -> Iterator[tuple[str, str]]:
    for unit, form, pattern in _patterns(locale):
        word = pattern.removeprefix("{0}").strip()
        # A single letter may be a word: a year and the preposition are both `a` in Spanish.
        if form != "per" and pattern.startswith("{0}") and len(word) > 1:
            yield word, unit


def _single_words(locale: Locale) -> Iterator[tuple[str, tuple[int, str]]]:
    """Go through words such as the Arabic for two days, as a subject and as an object."""
    for unit, form, pattern in _patterns(locale):
        if "{0}" not in pattern and form in {"one", "two"}:
            count = 1 if form == "one" else 2, unit
            yield pattern, count
            if locale.language == _ARABIC:
                yield (f"{pattern}{_OBJECT}" if form == "one" else f"{pattern[:-2]}{_TWO}"), count
