"""Words that stand twice in a row, except where the language rightly repeats them."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from leafwright.problems import Place, Severity
from leafwright.rules.finding import Finding
from leafwright.rules.listed import read_list, read_words
from leafwright.tags import Language

_TWICE: Final = re.compile(
    r"(?<!\S)[^\w\s]*(?P<first>[^\W\d_]\S*)(?=\s+(?P<second>(?P=first))[^\w\s]*(?!\S))", re.IGNORECASE
)
"""A word after any opening marks, and the same word before any closing ones."""

_HINT: Final = "take one of them out; if both are meant, put a comma between or rephrase it"


def check_repeats(text: str, language: str, place_at: Callable[[int], Place]) -> Iterator[Finding]:
    """Find the words of a text that are repeated with nothing but blanks between.

    Languages without a list may rightly repeat words, such as `slowly`, so that is only advice.
    """
    base = Language(language).base
    legal = read_words("repeated", base)
    most = Severity.WARNING if base in read_list("repeated") else Severity.ADVICE
    for match in _TWICE.finditer(text):
        if _is_slip(match["first"], match["second"], legal):
            message, place = f"'{match['second']}' stands twice in a row", place_at(match.start("second"))
            yield Finding(place=place, message=message, hint=_HINT, at_most=most)


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
