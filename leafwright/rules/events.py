"""Whether a sentence speaks of the same harm or benefit as a risk record: by its words and its times."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from leafwright.blocks.risk import Risk
from leafwright.rules.prose import split_words

_ENDING: Final = re.compile(r"(?:ings?|edly|ed|es|e|s|ly)$")
_SHORTEST: Final = 4
_GENERAL: Final = frozenset(
    re.findall(
        r"\w+",
        "a an and any are at be been but by did do does for from get got had has have in is it its more much "
        "not of on or other some than that the their them then there they this to was were who will with",
    )
)
_TIME: Final = re.compile(
    r"\b(\d+|one|two|three|six|twelve)[\s-]+(hour|day|week|month|year)s?\b", re.IGNORECASE
)
_DIGITS: Final = {"one": "1", "two": "2", "three": "3", "six": "6", "twelve": "12"}


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Cut words to what is the same in `faint`, `fainted` and `fainting`; words that say little go."""
    folded = (word.lower() for word in words)
    return frozenset(_stem(word) for word in folded if word not in _GENERAL and word[0].isalpha())


def times_of(text: str) -> frozenset[tuple[str, str]]:
    """List the spans of time a text names, such as 3 months."""
    return frozenset(
        (_DIGITS.get(number.lower(), number), unit.lower()) for number, unit in _TIME.findall(text)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEvent:
    """What a risk record counts: the words of its event, and the spans of time the record names."""

    stems: frozenset[str]
    times: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, risk: Risk) -> Self:
        """Read the event off a risk."""
        told = f"{risk.heading.plain} {risk.event.plain} {risk.time_frame.plain}"
        return cls(stems=stems_of(split_words(risk.event.plain)), times=times_of(told))

    def is_in(self, text: str) -> bool:
        """Tell whether a text has all the words of the event, and names no other span of time."""
        folded = text.lower()
        if not self.stems or not all(stem in folded for stem in self.stems):
            return False
        return self.stems <= stems_of(split_words(text)) and times_of(text) <= self.times


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _SHORTEST else word
