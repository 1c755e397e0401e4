"""A text or a sentence is not translated."""

import re
from collections.abc import Sequence
from typing import Final

from leafwright.rules import Bilingual, Finding, Findings, TextPair
from leafwright.rules.listed import read_words
from leafwright.rules.prose import split_sentences
from leafwright.scripts import script_of

_WORD: Final = re.compile(r"(?<!\d)[^\W\d_]+")
_APART: Final = re.compile(r"\S*(?:@|://|www\.|[^\W\d_]\.[^\W\d_])\S*|[(\[«“\"][^()\[\]«»“”\"]*[)\]»”\"]")
"""Addresses, and words in brackets or quotation marks."""
_UNITS: Final = read_words("untranslated", "units")
_ENGLISH: Final = read_words("untranslated", "english")
_SHARE: Final = 0.25
_FEWEST: Final = 2
_NAME: Final = 2
"""The fewest capitals in three words that make a name."""


def check(reading: Bilingual) -> Findings:
    """Report texts and sentences that are not translated."""
    alike = script_of(reading.language) == script_of(reading.source_language)
    for pair in reading.pairs:
        if pair.untouched:
            if _says_something(_WORD.findall(_APART.sub(_blank, pair.translated)), alike=alike):
                message = f"'{_begin(pair.translated)}' is still the source's text"
                yield Finding(place=pair.place, message=message, hint="translate it")
        elif alike:
            yield from _sentences(pair, reading)


def _says_something(words: Sequence[str], *, alike: bool) -> bool:
    """Return whether some words need a translation: they are not codes, units or a name."""
    plain = [word for word in words if word[1:] == word[1:].lower() and len(word) > 1]
    plain = [word for word in plain if word.lower() not in _UNITS]
    if len(plain) > 1:
        return not all(word[0].isupper() for word in plain)
    return bool(plain) and not alike


def _sentences(pair: TextPair, reading: Bilingual) -> Findings:
    """Find sentences that are in the language of the source, or partly."""
    known = _ENGLISH.union(_WORD.findall(pair.source_plain.lower()))
    if sum(word in known for word in _WORD.findall(pair.translated.lower())) < _FEWEST:
        return
    source, blanked = (_APART.sub(_blank, text) for text in (pair.source_plain, pair.translated))
    source_runs = _runs(_WORD.findall(source))
    for start, end in split_sentences(blanked, reading.language):
        said = _WORD.findall(blanked[start:end])
        marks = sum(word.lower() in _ENGLISH for word in said) if reading.source_language == "en" else 0
        if marks >= max(_SHARE * len(said), _FEWEST) or source_runs & _runs(said):
            message = f"'{_begin(pair.translated[start:end])}' is in the language of the source"
            yield Finding(place=pair.place_at(start), message=message, hint="translate it")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Gather all three consecutive words, in small letters, except names."""
    runs = zip(words, words[1:], words[2:], strict=False)
    plain = (run for run in runs if sum(word[0].isupper() for word in run) < _NAME)
    return {tuple(map(str.lower, run)) for run in plain}


def _begin(text: str) -> str:
    most = 40
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} ..."
