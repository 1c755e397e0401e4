"""The shares of people that a sentence gives for the groups of a risk record.

The names of groups are masked first: `53% with salt water` is a share, not the strength of a salt solution.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from leafwright.rules.compared import Compared, ComparedGroup
from leafwright.rules.counts import Bound, Count, find_counts

_MASK: Final = "_"
"""Replaces each letter of a masked name."""
_FRACTIONS: Final = {
    "half": (1, 2), "third": (1, 3), "quarter": (1, 4), "fifth": (1, 5), "tenth": (1, 10),
    "two thirds": (2, 3), "three quarters": (3, 4),
}  # fmt: skip
_FRACTION: Final = re.compile(
    r"\b(?:(?:(?P<below>less\s+than|fewer\s+than|under|up\s+to)|(?P<above>more\s+than|over|at\s+least))\s+)?"
    r"(?:(?:a|one)\s+)?(?P<part>half|third|quarter|fifth|tenth|two[\s-]thirds|three[\s-]quarters)\b"
    r"(?=\s+(?:of\s+(?!an?\b)|the\s+people|people|patients|were|was|had|felt|got|did|with|on|in|after))",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"(?<!who )(?<!when )(?<!if )\b(?:had|got|received|took|were\s+given|were\s+in)\s+(?:the\s+|an?\s+)?_"
)
"""Says which share of the people was given what: `half of them had salt water`."""
_BESIDE: Final = re.compile(r"\s*[(\[]?\s*")


def counts_for(text: str, risk: Compared) -> tuple[Count, ...]:
    """Find the shares that a sentence may give for the groups of a risk, in reading order."""
    masked = _mask(text, risk.groups)
    has_event = risk.event.is_in(text)
    if not has_event and _GIVEN.search(masked):
        return ()
    plain = {count.start for count in find_counts(text)}
    counts = [replace(count, written=text[count.start : count.end]) for count in find_counts(masked)]
    sure = has_event or (len(counts) > 1 and all(group.pattern.search(text) for group in risk.groups))
    counts = [count for count in counts if count.start in plain or sure or not _is_strength(masked, count)]
    counts += _fractions(text, counts) if has_event else []
    return tuple(sorted(counts, key=lambda count: count.start))


def claims_of(
    text: str, risk: Compared, counts: Sequence[Count]
) -> Iterator[tuple[Count, tuple[ComparedGroup, ...]]]:
    """Go through the shares a sentence gives, each with the groups it may be of.

    Where two groups and two shares alternate, each share is of the group beside it.
    """
    named = [(match.start(), group) for group in risk.groups for match in group.pattern.finditer(text)]
    ordered = sorted([*named, *((count.start, None) for count in counts)], key=itemgetter(0))
    groups = [group for _, group in ordered if group]
    turns = [group is None for _, group in ordered]
    if turns in ([True, False, True, False], [False, True, False, True]) and groups[0] != groups[1]:
        yield from ((count, (group,)) for count, group in zip(counts, groups, strict=True))
    else:
        yield from ((count, risk.groups_in(text)) for count in counts)


def _mask(text: str, groups: Sequence[ComparedGroup]) -> str:
    for group in groups:
        text = group.pattern.sub(lambda match: _MASK * len(match[0]), text)
    return text


def _is_strength(masked: str, count: Count) -> bool:
    """Return whether a percentage may be the strength of a group's treatment: `0.9%`, `salt water (5%)`."""
    before, after = masked[: count.start].rstrip(" (["), _BESIDE.match(masked, count.end)
    beside = before.endswith(_MASK) or (after is not None and masked.startswith(_MASK, after.end()))
    return count.percent and (beside or "." in count.written)


def _fractions(text: str, counts: Sequence[Count]) -> Iterator[Count]:
    """Find shares in words, such as `a third of them`, that are not part of those in numbers."""
    for match in _FRACTION.finditer(text):
        n, total = _FRACTIONS[re.sub(r"[\s-]+", " ", match["part"].lower())]
        if not any(count.start <= match.start() < count.end for count in counts):
            yield Count(
                written=match[0],
                start=match.start(),
                end=match.end(),
                least=n / total,
                most=n / total,
                total=total,
                bound=Bound.MOST if match["below"] else Bound.LEAST if match["above"] else Bound.NONE,
            )
