"""Words that stand twice in a row, except where the language rightly repeats them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.problems import Severity
from leafwright.rules.listed import read_list, read_words
from leafwright.tags import Language

_TWICE: Final = re.compile(
    r"(?<!\S)[^\w\s]*(?P<first>[^\W\d_]\S*)(?=\s+(?P<second>(?P=first))[^\w\s]*(?!\S))", re.IGNORECASE
)
"""A word after any opening marks, and the same word before any closing ones."""

HINT: Final = "take one of them out; if both are meant, put a comma between or rephrase it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A word that is written twice, and where in its text the second one begins."""

    word: str
    start: int


def weight_in(language: str) -> Severity:
    """Return the highest severity of a repeat; other languages may rightly repeat words, such as `slowly`."""
    return Severity.WARNING if Language(language).base in read_list("repeated") else Severity.ADVICE


def find_repeats(text: str, language: str) -> Iterator[Repeat]:
    """Find the words of a text that are repeated with nothing but blanks between."""
    legal = read_words("repeated", Language(language).base)
    for match in _TWICE.finditer(text):
        if _is_slip(match["first"], match["second"], legal):
            yield Repeat(word=match["second"], start=match.start("second"))


def _is_slip(first: str, second: str, legal: frozenset[str]) -> bool:
    """Return whether a repeated word is not a name, a letter, a number or rightly repeated."""
    if (
        any(sign.isdigit() for sign in first)
        or first.casefold() in legal
        or unicodedata.category(first[-1]).startswith("P")
    ):
        return False
    if len(first) == 1 and first.isupper():
        return first == second == "I"
    return second.islower() or not second.istitle()
