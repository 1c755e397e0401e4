"""The two groups of a risk record, and which of them a sentence gives numbers for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from leafwright.blocks.risk import Risk
from leafwright.rules.events import RiskEvent, stems_of, times_of
from leafwright.rules.prose import split_words

_PLAIN: Final = frozenset(
    re.findall(
        r"\w+",
        "trial study research people person patient men women adult child group about around nearly only "
        "just one two who what how many number same while when after before with without compared against "
        "than only given got said found each every out per cent percent hundred thousand month week year day "
        "hour took taken received treated treatment half third quarter fifth tenth fewer less over under "
        "those these them our",
    )
)
"""Words beside the name of a group that speak of no other outcome."""
_BETTER: Final = stems_of(split_words("better improved improve helped help worked work benefited benefit"))
"""Words of which each says of a treatment what the others say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedGroup:
    """One of the groups that a risk compares: its name and the words of it, and how many are affected."""

    stems: frozenset[str]
    pattern: re.Pattern[str]
    n: int

    @classmethod
    def of(cls, name: str, n: int) -> Self:
        """Read a group off its name, which a sentence may write in small letters or with hyphens."""
        words = r"[\s-]*".join(map(re.escape, name.split()))
        return cls(
            stems=_stems(name.replace("-", " ")), pattern=re.compile(rf"\b{words}s?\b", re.IGNORECASE), n=n
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A risk that compares two groups, and all the words that may speak of it."""

    risk: Risk
    event: RiskEvent
    groups: tuple[ComparedGroup, ...]
    own: frozenset[str]

    @classmethod
    def of(cls, risk: Risk) -> Self:
        """Read the groups off a risk; there are none when it compares nothing."""
        named = [(risk.group, risk.n)]
        named += [(risk.comparator.group, risk.comparator.n)] if risk.comparator else []
        groups = [ComparedGroup.of(text.plain, n) for text, n in named if text]
        told = (risk.heading, risk.people, risk.event, risk.otherwise, risk.time_frame)
        own = frozenset().union(*(_stems(text.plain) for text in told), *(each.stems for each in groups))
        own |= _BETTER if own & _BETTER else frozenset()
        distinct = len(groups) > 1 and not groups[0].stems & groups[1].stems and all(g.stems for g in groups)
        return cls(risk=risk, event=RiskEvent.of(risk), groups=tuple(groups) if distinct else (), own=own)

    def groups_in(self, text: str) -> tuple[ComparedGroup, ...]:
        """Name the groups that a text gives numbers for; none when it speaks of another outcome or time."""
        stems = _stems(text.replace("-", " "))
        named = tuple(group for group in self.groups if group.stems <= stems)
        if not named or not times_of(text) <= self.event.times:
            return ()
        return named if self.event.is_in(text) or not set(_others(stems, self.own)) else ()


def _others(stems: frozenset[str], own: frozenset[str]) -> Iterator[str]:
    plain = _PLAIN | stems_of(_PLAIN)
    yield from (stem for stem in stems if stem not in own and stem not in plain)


def _stems(text: str) -> frozenset[str]:
    return stems_of(split_words(text))
