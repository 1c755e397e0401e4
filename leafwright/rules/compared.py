"""What a risk record counts, the two groups it compares, and which of them a sentence gives numbers for."""

import re
from dataclasses import dataclass
from typing import Final, Self

from leafwright.blocks.risk import Risk
from leafwright.rules.prose import split_words, stems_of

_TIME: Final = re.compile(
    r"\b(\d+|one|two|three|six|twelve)[\s-]+(hour|day|week|month|year)s?\b", re.IGNORECASE
)
_DIGITS: Final = {"one": "1", "two": "2", "three": "3", "six": "6", "twelve": "12"}
_NEUTRAL_WORDS: Final = split_words(
    "trial study research people person patient men women adult child group about around nearly only just "
    "one two who what how many number same while when after before with without compared against than "
    "only given got said found each every out per cent percent hundred thousand month week year day hour "
    "took taken received treated treatment half third quarter fifth tenth fewer less over under those "
    "these them our"
)
_NEUTRAL: Final = frozenset(_NEUTRAL_WORDS) | stems_of(_NEUTRAL_WORDS)
"""Words beside the name of a group that do not speak of another outcome."""
_BETTER: Final = stems_of(split_words("better improved improve helped help worked work benefited benefit"))
"""Words that all mean that a treatment helped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEvent:
    """The harm or benefit that a risk record counts: its words, and the spans of time the record names."""

    stems: frozenset[str]
    times: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, risk: Risk) -> Self:
        """Read the event off a risk."""
        text = f"{risk.heading.plain} {risk.event.plain} {risk.time_frame.plain}"
        return cls(stems=_stems(risk.event.plain), times=_times(text))

    def is_in(self, text: str) -> bool:
        """Return whether a text has all words of the event, and names no other span of time."""
        folded = text.lower()
        if not self.stems or not all(stem in folded for stem in self.stems):
            return False
        return self.stems <= _stems(text) and _times(text) <= self.times


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedGroup:
    """One of the groups that a risk compares: the words of its name, and how many people are affected."""

    stems: frozenset[str]
    pattern: re.Pattern[str]
    n: int

    @classmethod
    def of(cls, name: str, n: int) -> Self:
        """Read a group off its name, which a sentence may write in small letters or with hyphens."""
        words = r"[\s-]*".join(map(re.escape, name.split()))
        pattern = re.compile(rf"\b{words}s?\b", re.IGNORECASE)
        return cls(stems=_stems(name.replace("-", " ")), pattern=pattern, n=n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A risk that compares two groups, and the stems of all words that may speak of it."""

    risk: Risk
    event: RiskEvent
    groups: tuple[ComparedGroup, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, risk: Risk) -> Self:
        """Read the groups off a risk; there are none when it compares nothing."""
        named = [(risk.group, risk.n)]
        named += [(risk.comparator.group, risk.comparator.n)] if risk.comparator else []
        groups = [ComparedGroup.of(text.plain, n) for text, n in named if text]
        texts = (risk.heading, risk.people, risk.event, risk.otherwise, risk.time_frame)
        stems = frozenset().union(*(_stems(text.plain) for text in texts), *(group.stems for group in groups))
        stems |= _BETTER if stems & _BETTER else frozenset()
        distinct = len(groups) > 1 and not groups[0].stems & groups[1].stems and all(g.stems for g in groups)
        return cls(risk=risk, event=RiskEvent.of(risk), groups=tuple(groups) if distinct else (), stems=stems)

    def groups_in(self, text: str) -> tuple[ComparedGroup, ...]:
        """Name the groups that a text gives numbers for; none when it speaks of another outcome or time."""
        stems = _stems(text.replace("-", " "))
        named = tuple(group for group in self.groups if group.stems <= stems)
        if not named or not _times(text) <= self.event.times:
            return ()
        return named if self.event.is_in(text) or not stems - self.stems - _NEUTRAL else ()


def _times(text: str) -> frozenset[tuple[str, str]]:
    """List the spans of time that a text names, such as 3 months."""
    spans = ((number.lower(), unit.lower()) for number, unit in _TIME.findall(text))
    return frozenset((_DIGITS.get(number, number), unit) for number, unit in spans)


def _stems(text: str) -> frozenset[str]:
    return stems_of(split_words(text))
