"""Split running text into sentences and words as a reader does.

A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a clock time.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from leafwright.rules.listed import read_words
from leafwright.tags import Language

WORD: Final = re.compile(r"[^\W_]+(?:[.,:'’/·-][^\W_]+)*%?")
"""A word or a number with all its signs: 1,000, 8.30am, mmol/L, follow-up, don’t, 0.2%."""

_STOP: Final = re.compile(r"[.!?…؟۔।]+[)\]”’\"']*(?=\s)|[。！？]+")  # noqa: RUF001  # other scripts' full stops
_LAST: Final = re.compile(r"[^\s(\[“‘\"']*$")
_OPENING: Final = " (“‘\"'[¿¡"

ALWAYS: Final = read_words("sentences", "always")
"""Abbreviations that do not end a sentence, whatever follows."""

BEFORE_NUMBER: Final = read_words("sentences", "before-number")
"""Abbreviations only when a number follows: `No. 5`, but `Say no.`"""

_ENDING: Final = re.compile(r"(?:ings?|edly|ed|es|e|s|ly)$")
_SHORTEST_STEM: Final = 4
_COMMON: Final = read_words("subjects", "anywhere")
"""Words that every text has, and that say nothing of its subject."""


def split_sentences(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Find where each sentence of a plain text begins and ends, without white space.

    `language` is a tag such as `en` or `en-GB`; it chooses further abbreviations.
    """
    more = read_words("sentences", Language(language).base)
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop, more):
            yield start, stop.end()
            start = _skip_space(text, stop.end())
    end = len(text.rstrip())
    if start < end:
        yield start, end


def split_words(text: str) -> tuple[str, ...]:
    """List the words and numbers of a text in reading order."""
    return tuple(WORD.findall(text))


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Cut words to what `faint`, `fainted` and `fainting` have in common; common words are left out."""
    folded = (word.lower() for word in words)
    return frozenset(_stem(word) for word in folded if word not in _COMMON and word[0].isalpha())


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _SHORTEST_STEM else word


def _ends(text: str, start: int, stop: re.Match[str], more: frozenset[str]) -> bool:
    """Return whether a stop ends the sentence that begins at `start`."""
    following = text[stop.end() :].lstrip(_OPENING)
    if not following:
        return False  # the end of the text ends it anyway
    if following[0].islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    last = _LAST.search(text, start, stop.start())
    before = last.group() if last else ""
    return not _is_short_form(before, text[start : stop.start() - len(before)], following, more)


def _is_short_form(before: str, earlier: str, following: str, more: frozenset[str]) -> bool:
    """Return whether the full stop belongs to the word before it: `Dr`, `No` of `No. 5`, an initial."""
    folded = before.lower()
    if folded in ALWAYS or folded in more:
        return True
    if following[0].isdigit() and folded in BEFORE_NUMBER:
        return True
    if len(before) == 1 and before.isalpha() and before.isupper():
        return _is_initial(earlier)
    return before.isdigit() and not earlier.strip()


def _is_initial(earlier: str) -> bool:
    """Return whether a lone capital belongs to a name, as in `Ann B. Hall`, and not to a vitamin."""
    words = earlier.split()
    return not words or words[-1][:1].isupper()


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
