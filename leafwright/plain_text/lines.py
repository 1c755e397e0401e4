"""Break words into lines by their width, and keep the order of what runs against its line."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from leafwright.bidi import Direction, isolate, may_turn, split_pieces

COLUMNS: Final = 72
"""How wide a line may be."""
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060-\u2064\u2066-\u2069\ufeff]")
_RIGHT_TO_LEFT: Final = "\u200f"
"""Begins a line that runs to the left and whose first letter does not."""
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_LETTERS_ONLY: Final = re.compile(r"(?:[^\W\d_]|\s)+")
"""Words that keep their order in any line."""


def clean(words: str) -> str:
    """Return words as they are read: without signs that only set lines, and with single blanks."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", words)).strip(" ")


def width_of(words: str) -> int:
    """Return how many columns words are wide: marks have none, ideographs two."""
    return sum(map(_width, words))


def wrap(words: str, columns: int) -> Iterator[str]:
    """Break words into lines; what a no-break space joins stays together, as does a word that is too long."""
    line, room = "", columns
    for word in words.split(" "):
        if line and width_of(word) + 1 > room:
            yield line
            line, room = "", columns
        room -= width_of(word) + bool(line)
        line = f"{line} {word}" if line else word
    yield line


def in_order(line: str, within: Direction) -> str:
    """Isolate what a viewer would put in another order, such as a telephone number in an Arabic line."""
    line = line.replace("\u00a0", " ").replace("\u202f", " ")
    if not may_turn(line, within):
        return line
    pieces = split_pieces(line, within)
    turned = "".join(
        isolate(piece.text, within)
        if piece.direction and not _LETTERS_ONLY.fullmatch(piece.text)
        else piece.text
        for piece in pieces
    )
    begins = next((piece.direction for piece in pieces if piece.text.strip(" -0123456789.")), None)
    return f"{_RIGHT_TO_LEFT}{turned}" if within == "rtl" and begins == "ltr" else turned


def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
