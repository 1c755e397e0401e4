"""Classify each character of a line by its role in the order, and pair the brackets."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

_SIGNS: Final = {
    **dict.fromkeys("<>\u2264\u2265\u2248~\u00b1=\u2260", "<"),
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("%\u2030\u00b0\u2032\u2033\u00ae\u2122\u00a9", "%"),
    **dict.fromkeys("#\u2116\u00a7@", "$"),
    **dict.fromkeys("/\\\u00d7\u00f7\u00b7*&|_^\u2192\u2190\u2194\u2044", "x"),
    **dict.fromkeys(".,:;!?\u2026'\u2019", "."),
    **dict.fromkeys("([{\u201c\u00ab", "("),
    **dict.fromkeys(")]}\u201d\u00bb", ")"),
    '"': '"',
    "+": "+",
    "\u060c": "R",  # Unicode gives the Arabic comma no direction, but it separates right-to-left text
    "\u066a": "R",  # the Arabic percent sign is left of its number
}
_CLASSES: Final = {"L": "L", "R": "R", "AL": "R", "AN": "a", "EN": "1"}
BEFORE_NUMBER: Final = r"[<$%]*(?:(?<!R)[-+])?[<$%]*(?:(?<!RR)(?<!\.)\.)?(?=[1a])"
"""The classes of signs that belong to the number after them.

A hyphen after an Arabic letter is not a minus. A stop after one is a decimal point only if the letter is
alone, like the prefix of a number.
"""
_PARTNERS: Final = {")": "(", "]": "[", "}": "{", "\u201d": "\u201c", "\u00bb": "\u00ab"}


@dataclass(frozen=True, kw_only=True)
class Signs:
    """A line and the class of each of its characters.

    `L` and `R` are letters from left to right and from right to left; `1` and `a` digits, `a` those of
    Arabic; `<` compares; `-` is a dash or a minus, `+` a plus; `%` comes after its number, `$` before it; `x`
    and `.` come within it, `.` after it too; `(` and `)` are brackets and quotation marks; `s` is a blank and
    `o` anything else.
    """

    words: str
    classes: str

    @classmethod
    def of(cls, words: str) -> Self:
        """Classify the characters of a line; a mark has the class of its letter."""
        classes: list[str] = []
        for sign in words:
            classes.append(classes[-1] if classes and _is_mark(sign) else _class_of(sign))
        return cls(words=words, classes="".join(classes))

    @cached_property
    def partners(self) -> dict[int, int]:
        """The offset of each bracket's or quotation mark's partner; those without one are left out."""
        partners: dict[int, int] = {}
        opened: list[int] = []
        for at, sign in enumerate(self.words):
            if _is_mark(sign):
                continue  # a mark on a bracket has its class, but is not a bracket
            if self.classes[at] == "(":
                opened.append(at)
            elif self.classes[at] == ")" and opened and self.words[opened[-1]] == _PARTNERS[sign]:
                partners[at] = opened.pop()
                partners[partners[at]] = at
        quotes = [at for at, sign in enumerate(self.words) if sign == '"']
        for first, last in zip(quotes[::2], quotes[1::2], strict=False):
            partners |= {first: last, last: first}
        return partners

    def has(self, classes: str, start: int, end: int) -> bool:
        """Return whether a part of the line has a character of some classes."""
        return any(sign in classes for sign in self.classes[start:end])

    def is_bracketed(self, at: int) -> bool:
        """Return whether an offset is between two partners."""
        return any(first < at < last for first, last in self.partners.items())

    def is_within(self, at: int, start: int, end: int) -> bool:
        """Return whether the partner of the character at an offset is in a part of the line."""
        return start <= self.partners.get(at, -1) < end


def _is_mark(sign: str) -> bool:
    """Return whether a character is a mark on the letter before it."""
    return unicodedata.bidirectional(sign) == "NSM"


def _class_of(sign: str) -> str:
    if sign.isspace():
        return "s"
    if sign in _SIGNS:
        return _SIGNS[sign]
    match unicodedata.category(sign):
        case "Sc":
            return "$"
        case "No":
            return "1"  # fractions and raised figures
    return _CLASSES.get(unicodedata.bidirectional(sign), "o")
