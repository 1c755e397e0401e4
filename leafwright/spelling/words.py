"""The words of a text that are looked up: no names, addresses, codes or abbreviations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.tags import Language

_MARKS: Final = (
    "\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u200c\u200d"
)
"""Signs within words that Python does not count as letters: accents, vowels of other scripts, joiners."""
LETTERS: Final = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
WORD: Final = re.compile(rf"{LETTERS}(?:['’\u00b7\u05f3\u05f4-]{LETTERS})*")
_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(
    r"\{\w|@|://|www\.|[\w-]\.[a-z]{2,}[\w./-]*[)\]”’\"'.,;:!?]*$|^\W*(?:[^\W\d_]\.){2,}"
)
"""A placeholder, an address, or an abbreviation with full stops such as `e.g.`."""
_NOUNS_IN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages in which a capital does not mean a name."""
SHORTEST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledWord:
    """A word to look up: as it is written, where it begins, and whether a full stop follows."""

    text: str
    start: int
    stopped: bool = False


def find_words(text: str, starts: Iterable[int], language: str) -> Iterator[SpelledWord]:
    """Go through the words of a text to look up; `starts` are the offsets of its sentences.

    A capital within a sentence makes a name, except in German.
    """
    first = set(_first_words(text, starts))
    names = Language(language).base not in _NOUNS_IN_CAPITALS
    for match in _candidates(text):
        is_name = names and match[0][0].isupper() and match.start() not in first
        if not is_name:
            end = match.end()
            yield SpelledWord(text=match[0], start=match.start(), stopped=text[end : end + 1] == ".")


def find_names(text: str, starts: Iterable[int]) -> Iterator[str]:
    """Go through the words with a capital within a sentence."""
    first = set(_first_words(text, starts))
    return (match[0] for match in _candidates(text) if match[0][0].isupper() and match.start() not in first)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for chunk in _CHUNK.finditer(text):
        if not _ADDRESS.search(chunk[0]):
            for match in WORD.finditer(text, chunk.start(), chunk.end()):
                if not _is_code(match, text):
                    yield match


def _is_code(match: re.Match[str], text: str) -> bool:
    """Return whether letters stand beside a digit, alone, or have a capital inside, as in mmHg and MRI."""
    beside = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
    parts = re.split(r"[-'’]", match[0])
    return (
        len(match[0]) < SHORTEST
        or any(sign.isdigit() or sign == "_" for sign in beside)
        or any(sign.isupper() for part in parts for sign in part[1:])
    )


def _first_words(text: str, starts: Iterable[int]) -> Iterator[int]:
    for start in starts:
        if match := WORD.search(text, start):
            yield match.start()
