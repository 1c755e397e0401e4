"""Shares of people in English prose: `3 in 100`, `one in ten`, `5%` and `10 to 15 per cent`, as numbers.

Numbers that only look like one are left out: strengths of medicines, pain scores, years, times and lengths.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from typing import Final

PEOPLE: Final = (
    r"(?:people|persons?|individuals|patients?|wom[ae]n|m[ae]n|child(?:ren)?|adults?|bab(?:y|ies)|infants"
    r"|newborns|mothers?|parents|siblings|relatives|girls|boys|teenagers|adolescents|males|females|twins|students"
    r"|families|participants|residents|survivors|smokers|users|cases|operations|procedures|injections|pregnancies"
    r"|births|deliveries|eyes|knees|hips|implants|tests|scans|of\s+(?:us|them|you))"
)
"""Who, or what, is counted."""
WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100,
    "thousand": 1000, "million": 1_000_000,
}  # fmt: skip

_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_NUMBER: Final = rf"(?:{_DIGITS}(?:\.\d+)?|(?:{'|'.join(WORDS)})\b)"
_TOTAL: Final = rf"(?:{_DIGITS}(?:\s+(?:hundred|thousand|million)\b)?|(?:an?\s+)?(?:{'|'.join(WORDS)})\b)"
_FROM: Final = (
    r"(?P<low>{number})\s?{percent}\s?(?:to|or|-|–)\s?|between\s+(?P<between>{number})\s?{percent}\s?and\s"
)
_UNITS: Final = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|times?|cm|mm|ml|mg|kg|km|points?|nights?|sessions?"
    r"|visits?|doses?|tablets?|puffs?|parts?|steps?|stages?|sittings?|minutes?|hourly|inch|pm|am|mcg|g|litres?)\b"
)
_FREQUENCY: Final = re.compile(
    rf"(?<![\w.,£$€/-])(?:{_FROM.format(number=_NUMBER, percent='')})?(?P<n>{_NUMBER})\s+"
    rf"(?P<change>(?:more|fewer|less|extra|additional)\s+)?(?:other\s+)?(?:{PEOPLE}\s+)?"
    rf"(?P<link>in|out\s+of|(?:of|for)(?=\s+(?:every|each))|of(?=\s+(?:the\s+)?\d{{2,3}}(?:,\d{{3}})*\s+{PEOPLE}))"
    rf"\s+(?:every\s+|each\s+|the\s+(?=\d)|an?\s+(?=\d))?"
    rf"(?P<total>{_TOTAL})(?:\s?(?:to|or|-|–)\s?(?P<high>{_TOTAL})(?!\s+(?:in|out)\b))?(?![\w%°]|[.,/:]\d|\s?%)(?!\s*-?{_UNITS})(?P<people>\s+{PEOPLE}\b)?",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    rf"(?<![\w.,/-])(?:{_FROM.format(number=_NUMBER, percent='%?')})?(?P<n>{_DIGITS}(?:\.\d+)?)\s?"
    r"(?:%|per\s?cent(?:age)?\b(?!\s+points?))",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SCORE: Final = re.compile(
    r"\b(?:pain|scor(?:e|ed|es|ing)|scale|level|rat(?:e|ed|ing)|marks?|stars?"
    r"|hurts\s+(?:more|less|worse))\b[^;?!]{0,40}$",
    re.IGNORECASE,
)
_MEDICINE: Final = (
    r"(?:saline|sodium|salt|sugar|fat|cream|gel|ointment|lotion|drops?|spray|foam|solution|mouthwash|alcohol|abv"
    r"|shampoo|suspension|topical|syrup|tablets|fluids?|glucose|dextrose|oxygen|peroxide|adrenaline|epinephrine|lidocaine|lignocaine|\w+caine|hydrocortisone|urea"
    r"|chlorhexidine|povidone|iodine|bleach|ethanol|acid|cotton|strength|concentration|fluoride|minoxidil)"
)
_STRENGTH: Final = re.compile(
    rf"\s*(?:w/[vw]|v/v|off\b|discount|vat\b|confidence|CI\b|(?:[\w-]+\s+){{0,2}}?{_MEDICINE}\b"
    r"|(?:of\s+)?(?:your|body|the\s+(?:dose|body|total|amount|weight|size|volume|area|time|energy|day))\b)",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(
    rf"\b(?:hba1c|a1c|saturations?|spo2|humidity|battery|weight|confidence|vat|tax|{_MEDICINE})\W+(?:[\w.]+\W+){{0,4}}?$"
    r"|\b(?:pre-?)?diabetes\W+(?:(?:is|means|begins|starts|at|above|below|between|from|or)\W+)+$"
    r"|\b(?:levels?|activity)\W+(?:(?:of|above|below|over|under|between|about|less|more|than)\W+)+$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"(?:(?P<below>less\s+than|fewer\s+than|under|below|up\s+to|at\s+most|(?:no|not)\s+more\s+than|as\s+many\s+as"
    r"|[<≤])|(?P<above>more\s+than|over|above|at\s+least|greater\s+than|as\s+few\s+as|[>≥]))\s*$",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_SPELT: Final = re.compile(rf"(?:in|of|every|each)\s+(?:an?\s+)?(?:{'|'.join(WORDS)})\b")
_SPAN: Final = re.compile(r"\s+(to|and)\s+(?:about\s+|fewer\s+than\s+|less\s+than\s+)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:about\s+)?$", re.IGNORECASE)
_MOST_BEFORE: Final = 60


class Bound(Enum):
    """Whether a share is exact, an upper limit or a lower limit."""

    NONE = 0
    MOST = 1
    LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A share as it is written: from `least` to `most` of 1, out of `total`, which is 100 for a percentage.

    `change` marks a difference, as in `5 more people in 100`.
    """

    written: str
    start: int
    end: int
    least: float
    most: float
    total: int
    percent: bool = False
    bound: Bound = Bound.NONE
    change: bool = False


def find_counts(text: str) -> tuple[Count, ...]:
    """Find the shares of people in a text, in reading order; a range is one share."""
    counts = [*_joined(text, _frequencies(text))]
    if "%" in text or "cent" in text:
        counts += _percentages(text)
    return tuple(sorted(counts, key=lambda count: count.start))


def _frequencies(text: str) -> Iterator[Count]:
    if not _may_count(text):
        return
    for match in _FREQUENCY.finditer(text):
        total, most = value_of(match["total"]), value_of(match["n"])
        if 1 < total < inf and total >= most and not _is_year(match) and not _is_score(match, total):
            yield _count(match, most, int(total))


def _may_count(text: str) -> bool:
    """Return quickly whether a text may have `3 in 100` or `one in ten` at all."""
    if " in " not in text and " of " not in text and " for " not in text:
        return False
    return bool(_DIGIT.search(text) or _SPELT.search(text))


def _joined(text: str, counts: Iterator[Count]) -> Iterator[Count]:
    """Make one share of `1 in 100 to 1 in 50`, and of `between 1 in 100 and 1 in 50`."""
    first: Count | None = None
    for count in counts:
        if first and _is_span(text, first, count):
            first = replace(
                first,
                written=text[first.start : count.end],
                end=count.end,
                least=min(first.least, count.least),
                most=max(first.most, count.most),
            )
            continue
        if first:
            yield first
        first = count
    if first:
        yield first


def _is_span(text: str, first: Count, second: Count) -> bool:
    link = _SPAN.fullmatch(text, first.end, second.start)
    return bool(link and (link[1].lower() != "and" or _BETWEEN.search(text, 0, first.start)))


def _percentages(text: str) -> Iterator[Count]:
    for match in _PERCENT.finditer(text):
        before = text[max(match.start() - _MOST_BEFORE, 0) : match.start()].rpartition(". ")[2]
        if not _STRENGTH.match(text, match.end()) and not _LEVEL.search(before):
            yield _count(match, value_of(match["n"]), 100)


def _count(match: re.Match[str], most: float, total: int) -> Count:
    text, start = match.string, match.start()
    low = match["low"] or match["between"]
    before = _BEFORE.search(text, max(start - _MOST_BEFORE, 0), start)
    bound = Bound.NONE if not before else Bound.MOST if before["below"] else Bound.LEAST
    named = match.re is _FREQUENCY
    high = value_of(match["high"]) if named and match["high"] else total
    return Count(
        written=match[0],
        start=start,
        end=match.end(),
        least=(value_of(low) if low else most) / high,
        most=most / total,
        total=total,
        percent=not named,
        bound=bound,
        change=named and bool(match["change"]),
    )


def value_of(written: str) -> float:
    """Read a number in digits, in words or in both: `1,000`, `ten`, `a hundred`, `2 million`."""
    value = 1.0
    for part in written.lower().split():
        if part not in {"a", "an"}:
            value *= WORDS.get(part) or float(part.replace(",", ""))
    return value


def _is_year(match: re.Match[str]) -> bool:
    return bool(_YEAR.fullmatch(match["total"])) and not match["people"]


def _is_score(match: re.Match[str], total: float) -> bool:
    """Return whether `4 out of 10` rates a pain."""
    if match["people"] or total > 100 or not match["link"].lower().startswith("out"):  # noqa: PLR2004  # no scale is longer
        return False
    before = match.string[max(match.start() - _MOST_BEFORE, 0) : match.start()]
    return bool(_SCORE.search(before))
