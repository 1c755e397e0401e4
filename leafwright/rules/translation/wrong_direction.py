"""Direction marks in the words reverse the text that follows them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Bilingual, Finding, Findings

_MARK: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES: Final = "\u202d\u202e"
_CLOSED_BY: Final = {
    **dict.fromkeys("\u202a\u202b", "\u202c"),
    **dict.fromkeys(_OVERRIDES, "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def check(reading: Bilingual) -> Findings:
    """Report direction marks that reverse text or are not paired."""
    for pair in reading.pairs:
        if not _MARK.search(pair.translated):
            continue
        marks = [(match.start(), match[0]) for match in _MARK.finditer(pair.translated)]
        for offset, mark in marks:
            if mark in _OVERRIDES:
                message = f"{_name(mark)} reverses any text that follows"
                yield Finding(place=pair.place_at(offset), message=message, hint="take the mark out")
        for offset, mark in _unpaired(marks):
            message = f"{_name(mark)} has no partner"
            yield Finding(place=pair.place_at(offset), message=message, hint="take the mark out, or pair it")


def _unpaired(marks: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Go through the marks that are not closed, or that close nothing."""
    opened: list[tuple[int, str]] = []
    for offset, mark in marks:
        if mark in _CLOSED_BY:
            opened.append((offset, mark))
        elif opened and _CLOSED_BY[opened[-1][1]] == mark:
            opened.pop()
        else:
            yield offset, mark
    yield from ((offset, mark) for offset, mark in opened if mark not in _OVERRIDES)


def _name(mark: str) -> str:
    return f"U+{ord(mark):04X} ({unicodedata.name(mark).lower()})"
