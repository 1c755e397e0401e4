"""A percentage does not say of whom."""

import re
from functools import lru_cache
from typing import Final

from leafwright.blocks.traits import PassageKind
from leafwright.rules import Finding, Findings, Passage, Reader, just_before
from leafwright.rules.counts import PEOPLE, Count
from leafwright.rules.sourced import lead_of

_CHANCE: Final = (
    r"(?:risks?|chances?|possibility|likelihood|probability|odds|incidence|mortality"
    r"|(?<!heart\s)(?<!pulse\s)rates?)"
)
_EVENT: Final = r"(?:success|survival|cure|failure|complication|infection|recurrence|relapse|fusion)"
_SAID_OF: Final = re.compile(rf"\s+(?:of|out\s+of|{PEOPLE})\b", re.IGNORECASE)
_RISK_AFTER: Final = re.compile(
    rf"\s+(?:(?:{_EVENT}\s+)?{_CHANCE}|{_EVENT}|(?:successful|effective|accurate|reliable|curative))\b",
    re.IGNORECASE,
)
_RISK_BEFORE: Final = re.compile(
    rf"\b{_CHANCE}\b(?!\s+factors?)(?:(?!\bby\b)[^.;?!%]){{0,60}}$", re.IGNORECASE
)
_CHANGE_AFTER: Final = re.compile(
    r"\s+(?:higher|lower|greater|less|more|fewer|reduc\w+|increase\w*)\b", re.IGNORECASE
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:by|(?:reduction|increase|rise|fall|drop)s?\s+of|proportion\s+of\s[^.:;()]*\((?:\w+\s)?)\s*$",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(r"\d\s?/\s?\d+\s?\($")
_ALONE_BEFORE: Final = re.compile(r"(?:[(:–—-]\s?|\bin\s)(?:\w+\s){0,3}$")
_END: Final = re.compile(r"\s*(?:[).,;]|$)")
_WHO: Final = re.compile(rf"\b{PEOPLE}\b", re.IGNORECASE)
_SURE: Final = 1.0
_NO_ROOM: Final = frozenset({PassageKind.NAME, PassageKind.FACT, PassageKind.CONTROL})


def check(reader: Reader) -> Findings:
    """Report percentages that count nobody."""
    for passage, count in reader.counts:
        if not count.percent or count.most >= _SURE or passage.kind in _NO_ROOM:
            continue
        if _is_outcome(passage.text, count) and not _says_whom(passage, count, reader):
            yield Finding(
                place=passage.place_at(count.start),
                message=f"'{count.written}' does not say of whom",
                hint=f"write how many people: {count.most * 100:g} in 100 people",
            )


def _is_outcome(text: str, count: Count) -> bool:
    """Return whether a percentage is of a risk or an outcome, without saying of whom."""
    before = just_before(text, count.start)
    if _SAID_OF.match(text, count.end) or _CHANGE_AFTER.match(text, count.end):
        return False
    if _FRACTION.search(before) or _PART_BEFORE.search(before):
        return False
    if _RISK_AFTER.match(text, count.end):
        return True
    alone = _END.match(text, count.end) and _ALONE_BEFORE.search(before)
    return bool(alone or _RISK_BEFORE.search(before))


@lru_cache(maxsize=64)
def _names_people(sentence: str) -> bool:
    return bool(_WHO.search(sentence))


def _says_whom(passage: Passage, count: Count, reader: Reader) -> bool:
    """Return whether the sentence or the list says whom it counts, or the next sentence gives a number."""
    sentence, lead = passage.sentence_at(count.start), lead_of(passage)
    if _names_people(sentence.text) or (lead and _WHO.search(lead.plain)):
        return True
    end = sentence.start + len(sentence.text)
    after = next((following for following in passage.sentences if following.start >= end), sentence)
    last = after.start + len(after.text)
    return any(
        other is passage and not near.percent and sentence.start <= near.start < last
        for other, near in reader.counts
    )
