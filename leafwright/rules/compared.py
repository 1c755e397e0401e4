"""What a record counts, the two groups a risk compares, and which of them a sentence gives numbers for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, Self

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.risk import Risk
from leafwright.blocks.traits import CountedEvent
from leafwright.rules.counts import PEOPLE, Count
from leafwright.rules.listed import read_words
from leafwright.rules.prose import split_words, stems_of
from leafwright.rules.shares import both_of

_TIME: Final = re.compile(
    r"\b(\d+|one|two|three|six|twelve)[\s-]+(hour|day|week|month|year)s?\b", re.IGNORECASE
)
_DIGITS: Final = {"one": "1", "two": "2", "three": "3", "six": "6", "twelve": "12"}
_NEUTRAL_WORDS: Final = read_words("subjects", "beside-groups")
_HAPPENS: Final = stems_of(read_words("subjects", "beside-events"))
"""Words beside an event that say no more than that it happens."""
_CONDITION: Final = re.compile(rf"^(?:of|among|in|for)\b[^,;]*\b(?:{PEOPLE}|those)\b[^,;]*,", re.IGNORECASE)
"""The beginning of a sentence that only says whom it is about."""
DENIED: Final = re.compile(r"\b(?:not|no|none|never|without)\b|n[’']t\b", re.IGNORECASE)
_NEUTRAL: Final = _NEUTRAL_WORDS | stems_of(_NEUTRAL_WORDS)
"""Words beside the name of a group that do not speak of another outcome."""
_BETTER: Final = stems_of(read_words("subjects", "better"))
"""Words that all mean that a treatment helped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEvent:
    """The harm or benefit that a record counts: its words, and the spans of time the record names."""

    stems: frozenset[str]
    times: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, event: str, about: str) -> Self:
        """Read the event off its words, and its time off all words about it."""
        return cls(stems=_stems(event), times=_times(f"{event} {about}"))

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
        event = RiskEvent.of(risk.event.plain, f"{risk.heading.plain} {risk.time_frame.plain}")
        return cls(risk=risk, event=event, groups=tuple(groups) if distinct else (), stems=stems)

    def groups_in(self, text: str) -> tuple[ComparedGroup, ...]:
        """Name the groups that a text gives numbers for; none when it speaks of another outcome or time."""
        folded = text.lower()
        if not any(all(stem in folded for stem in group.stems) for group in self.groups):
            return ()
        stems = _stems(text.replace("-", " "))
        named = tuple(group for group in self.groups if group.stems <= stems)
        if not named or not _times(text) <= self.event.times:
            return ()
        return named if self.event.is_in(text) or not stems - self.stems - _NEUTRAL else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """An event that a block counts in fields of its own."""

    block: BlockRecord
    counted: CountedEvent
    event: RiskEvent

    @classmethod
    def all_of(cls, block: BlockRecord) -> Iterator[Self]:
        """Go through the events of a block."""
        heading = block.heading.plain if isinstance(block, Risk) else ""
        for counted in block.counted():
            event = RiskEvent.of(counted.event, f"{heading} {counted.when}")
            yield cls(block=block, counted=counted, event=event)

    @property
    def shares(self) -> tuple[Count, ...]:
        """The shares of people affected and not affected."""
        return tuple(share for n, of in self.counted.shares for share in both_of(n, of))

    @property
    def written(self) -> str:
        """The first of its numbers."""
        n, of = self.counted.shares[0]
        return f"{n:,} in {of:,}"

    def is_in(self, text: str) -> bool:
        """Return whether a text is about the event.

        One word of a block that does not say whom it counts is too little, if the text has others.
        """
        said = _CONDITION.sub("", text)
        if len(self.event.stems) == 1 and not self.counted.people:
            return self.event.is_in(said) and not _stems(said) - self.event.stems - _NEUTRAL - _HAPPENS
        return self.event.is_in(said)

    def contradicts(self, other: "RecordedEvent") -> bool:
        """Return whether both count the same and none of their numbers agree, but for rounding."""
        numbers = product(self.counted.shares, other.counted.shares)
        return self._is_same(other) and not any(
            abs(n / of - m / total) * min(of, total) < 1 for (n, of), (m, total) in numbers
        )

    def _is_same(self, other: "RecordedEvent") -> bool:
        """Return whether another block counts the same event, as far as both say of whom and when."""
        one, two = self.counted, other.counted
        if self.block is other.block or not self.event.stems or self.event.stems != other.event.stems:
            return False
        if bool(DENIED.search(one.event)) != bool(DENIED.search(two.event)):
            return False
        about = (
            (self.event.times, other.event.times),
            (_stems(one.when), _stems(two.when)),
            (_stems(one.people) - _NEUTRAL, _stems(two.people) - _NEUTRAL),
        )
        names, others = (_stems(" ".join(name.plain for name in event.groups)) for event in (one, two))
        named_apart = names and others and not names & others
        return (
            all(first == second for first, second in about if first and second)
            and not named_apart
            and may_share(one.source, two.source)
        )


def may_share(sources: Collection[str], others: Collection[str]) -> bool:
    """Return whether two statements may have one source: one that both name, or one names none."""
    return not sources or not others or bool({*sources} & {*others})


@lru_cache(maxsize=64)  # each sentence is held against every record
def _times(text: str) -> frozenset[tuple[str, str]]:
    """List the spans of time that a text names, such as 3 months."""
    spans = ((number.lower(), unit.lower()) for number, unit in _TIME.findall(text))
    return frozenset((_DIGITS.get(number, number), unit) for number, unit in spans)


@lru_cache(maxsize=64)  # as above
def _stems(text: str) -> frozenset[str]:
    return stems_of(split_words(text))
