"""The outcome that a changed risk is about, and whether other sentences speak of it too. English only."""

import re
from collections.abc import Iterable
from typing import Final

from leafwright.rules.counts import Count
from leafwright.rules.listed import read_list, read_words
from leafwright.rules.prose import split_words, stems_of

_RISK: Final = r"risks?|chances?|odds|likelihood|probability"
_NAMED: Final = (
    re.compile(rf"\b(?:{_RISK})\s+(?:of|for|that|to)\s+(?P<event>[^,;:.()]+)", re.IGNORECASE),
    re.compile(r"\blikely\s+(?:to|that)\s+(?P<event>[^,;:.()]+)", re.IGNORECASE),
    re.compile(rf"(?P<event>\b[^\W\d_]+)\s+(?:{_RISK})\b", re.IGNORECASE),
)
"""Where a sentence names the outcome: `risk of a stroke`, `likely to fall`, `stroke risk`."""
_CUT: Final = re.compile(r"\s(?:by|if|when|before|compared|than|doubles|triples|halves)\s.*$", re.IGNORECASE)
_SAYS_LITTLE: Final = stems_of(read_words("subjects", "of-outcomes"))
_POINTS_BACK: Final = re.compile(
    rf"^\W*(?:it|this|that|these|those|they|such|so)\b|\b(?:get|gets|got|have|has|had|having)\s+(?:it|one|this)\b"
    rf"|\b(?:the|this|that|your|their)\s+(?:\w+\s+)?(?:{_RISK})\b(?!\s+(?:of|for|that|to)\b)"
    r"|\b(?:instead\s+of|rather\s+than|compared|without|do\s+not|did\s+not|do|did)\b"
    r"|\b(?:in\s+numbers|in\s+other\s+words|for\s+example)\b",
    re.IGNORECASE,
)
"""Words by which a sentence refers to the one before."""
_SYNONYMS: Final = tuple(stems_of(alike.split()) for alike in read_list("subjects")["synonyms"])
_CLAUSE: Final = re.compile(
    r"[;:()]|,(?!\d)|\s[\N{EN DASH}\N{EM DASH}-]\s|\b(?:and|but|while|whereas|although|though)\b"
)
"""Where one clause ends and the next begins."""
_GROUP: Final = re.compile(r"\bthe\s+(?:about\s+)?$", re.IGNORECASE)
_AMONG: Final = re.compile(r"\b(?:in|among|for|of)\s+(?:the\s+)?(?:about\s+)?$|\bthe\s+$", re.IGNORECASE)
"""Words before a share that only says for whom a risk changes: `among the 2 in 100 people with diabetes`."""
_BESIDE: Final = stems_of(read_words("subjects", "beside-shares"))
"""Words beside a share that do not speak of another outcome."""
_NEAR: Final = 200
"""How many characters around the words of the change are searched for their risk."""
_ALIKE: Final = 5
"""Words that begin with this many equal letters count as forms of one word."""


def outcome_of(sentence: str, start: int, end: int) -> frozenset[str]:
    """Return the stems of the outcome; empty if the sentence does not name it.

    The words that say the change are from `start` to `end`.
    """
    for pattern in _NAMED:
        for match in pattern.finditer(sentence, max(start - _NEAR, 0), end + _NEAR):
            if match.end() > start and match.start() < end:
                stems = stems_of(split_words(_CUT.sub("", match["event"]))) - _SAYS_LITTLE
                if stems:
                    return stems
    return frozenset()


def is_about(event: Iterable[str], stems: Iterable[str]) -> bool:
    """Return whether one of a sentence's stems is a form of an outcome's, or means the same."""
    return any(_is_same(one, other) for one in event for other in stems)


def goes_on(sentence: str, counts: Iterable[Count]) -> bool:
    """Return whether a sentence refers to the one beside it, or gives two numbers to be compared."""
    totals = [count.total for count in counts]
    return len(totals) > len(set(totals)) or bool(_POINTS_BACK.search(sentence))


def counts_it(sentence: str, counts: Iterable[Count], change: tuple[int, int], event: frozenset[str]) -> bool:
    """Return whether a sentence that says a change of a risk also counts the people affected.

    `change` is where the words of the change stand, `event` the outcome. A share counts if its clause speaks
    of the event, refers back, or says nothing else: `doubles your risk, to 4 in 100 people`.
    """
    return any(_is_counted(sentence, count, change, event) for count in counts)


def _is_counted(sentence: str, count: Count, change: tuple[int, int], event: frozenset[str]) -> bool:
    ends = [match.span() for match in _CLAUSE.finditer(sentence)]
    start = max((end for _, end in ends if end <= count.start), default=0)
    stop = min((begin for begin, _ in ends if begin >= count.end), default=len(sentence))
    before, behind = sentence[start : count.start], sentence[count.end : stop]
    if start <= change[0] < stop:
        return not _AMONG.search(before)
    stems = stems_of(split_words(f"{before} {behind}")) - _SAYS_LITTLE - _BESIDE
    if _GROUP.search(before):
        return False
    return not stems or is_about(event, stems) or bool(_POINTS_BACK.search(f"{before} {behind}"))


def _is_same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter[:_ALIKE]):
        return True
    return any({one, other} <= words for words in _SYNONYMS)
