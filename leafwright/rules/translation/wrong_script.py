"""Letters are not in the script of the language."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from leafwright.rules import Bilingual, Finding, Findings, TextPair
from leafwright.rules.letters import Alien, find_aliens
from leafwright.rules.listed import read_words
from leafwright.scripts import SCRIPTS, script_of

_TOKEN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"@|://|www\.|[^\W\d_]\.[^\W\d_]{2,}")
_UNITS: Final = read_words("untranslated", "units")
_APART: Final = re.compile(r"[(\[«“‘\"][^()\[\]«»“”‘’\"]*[)\]»”’\"]")  # quotation marks
_LETTER: Final = re.compile(r"[^\W\d_]")


def check(reading: Bilingual) -> Findings:
    """Report words that are not in the script of the language."""
    script = SCRIPTS.get(script_of(reading.language))
    for pair in reading.pairs:
        aliens = () if pair.untouched else find_aliens(pair.translated, reading.language)
        for alien in aliens:
            if alien.fault:
                place = pair.place_at(alien.start)
                yield Finding(place=place, message=alien.fault, hint="write the language's own letter")
        others = [alien for alien in aliens if not alien.fault and not _is_excused(alien, pair)]
        for start, end in _joined(others, pair.translated):
            message = f"'{pair.translated[start:end]}' is not in {script.name if script else ''} letters"
            yield Finding(
                place=pair.place_at(start),
                message=message,
                hint="translate it, or put it in brackets after its translation",
            )


def _is_excused(alien: Alien, pair: TextPair) -> bool:
    """Return whether a word may stand in a text of any language."""
    word, text = alien.text, pair.translated
    if len(word) == 1 or word[1:] != word[1:].lower() or word.lower() in _UNITS:
        return True
    token = next(match[0] for match in _TOKEN.finditer(text) if match.end() > alien.start)
    if _ADDRESS.search(token):
        return True
    known = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", pair.source_plain, re.IGNORECASE)
    apart = any(match.start() < alien.start < match.end() for match in _APART.finditer(text))
    name = word[0].isupper() or not word.isascii()
    return bool(known) and (apart or name)


def _joined(aliens: list[Alien], text: str) -> Iterator[tuple[int, int]]:
    """Join runs of letters with no other letters between them, and yield where each begins and ends."""
    start = aliens[0].start if aliens else 0
    for one, other in pairwise(aliens):
        if _LETTER.search(text, one.end, other.start):
            yield start, one.end
            start = other.start
    if aliens:
        yield start, aliens[-1].end
