"""Words that stand twice in a row, except where the language rightly repeats them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from leafwright.problems import Severity
from leafwright.tags import Language

_WORD: Final = re.compile(r"\S+")
_LEGAL: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ar": "جدا جدًا قليلا قليلًا رويدا رويدًا فردا فردًا",
        "de": "das dem den der die ihr ihnen sie sehr uns wir",
        "en": (
            "agar beri boo bye far ha had her knock little long many much night no now poo really so that "
            "there tum tut very wee ylang"
        ),
        "es": "casi muy no sí ya",
        "fr": "nous très vous",
        "it": "così piano poco quasi",
        "nl": "dat die heel u",
        "pl": "bardzo",
        "pt": "logo muito",
    }.items()
}
"""By language, words that are rightly repeated: "the pain that that causes", "vous vous sentez"."""

HINT: Final = "take one of them out; if both are meant, put a comma between or rephrase it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A word that is written twice, and where in its text the second one begins."""

    word: str
    start: int


def weight_in(language: str) -> Severity:
    """Return the highest severity of a repeat; other languages may rightly repeat words, such as `slowly`."""
    return Severity.WARNING if Language(language).base in _LEGAL else Severity.ADVICE


def find_repeats(text: str, language: str) -> Iterator[Repeat]:
    """Find the words of a text that are repeated with nothing but blanks between."""
    legal = _LEGAL.get(Language(language).base, frozenset())
    for before, after in pairwise(_WORD.finditer(text)):
        first, second = _without_marks(before[0], at_end=False), _without_marks(after[0], at_end=True)
        if _folded(first) == _folded(second) and _is_slip(first, second, legal):
            yield Repeat(word=second, start=after.start())


def _is_slip(first: str, second: str, legal: frozenset[str]) -> bool:
    """Return whether a repeated word is not a name, a letter, a number or rightly repeated."""
    if not first[:1].isalpha() or any(sign.isdigit() for sign in first) or _folded(first) in legal:
        return False
    if len(first) == 1 and first.isupper():
        return first == second == "I"
    return second.islower() or not second.istitle()


def _without_marks(word: str, *, at_end: bool) -> str:
    """Take the punctuation off one end, so that two words with a mark between them differ."""
    if word.isalnum():
        return word
    signs = [unicodedata.category(sign)[0] == "P" for sign in word]
    if at_end:
        length = len(word) - _count_first(reversed(signs))
        return word[:length]
    return word[_count_first(iter(signs)) :]


def _count_first(marks: Iterator[bool]) -> int:
    count = 0
    while next(marks, False):
        count += 1
    return count


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
