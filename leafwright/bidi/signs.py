"""What each sign of a line is to its order, in one letter, and which brackets belong together."""

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
    "\u060c": "R",  # Unicode gives the Arabic comma no direction; yet what it parts runs to the left
    "\u066a": "R",  # the Arabic percent sign stands to the left of its number
}
_CLASSES: Final = {"L": "L", "R": "R", "AL": "R", "AN": "a", "EN": "1"}
BEFORE_NUMBER: Final = r"[<$%]*(?:(?<!R)[-+])?[<$%]*(?:(?<!RR)(?<!\.)\.)?(?=[1a])"
"""The classes of signs that belong to the number after them.

A hyphen after an Arabic letter is no minus. A stop after one is a decimal point only if the letter stands
alone, as prefixes of numbers do.
"""
_PARTNERS: Final = {")": "(", "]": "[", "}": "{", "\u201d": "\u201c", "\u00bb": "\u00ab"}


@dataclass(frozen=True, kw_only=True)
class Signs:
    """A line and its classes, one letter a sign.

    `L` and `R` are letters that run to the right and to the left; `1` and `a` digits, `a` those of Arabic;
    `<` compares; `-` is a dash or a minus, `+` a plus; `%` follows what it belongs to, `$` stands before it;
    `x` and `.` stand within it, `.` after it too; `(` and `)` are brackets and quotation marks; `s` is a
    blank and `o` anything else.
    """

    words: str
    classes: str

    @classmethod
    def of(cls, words: str) -> Self:
        """Classify the signs of a line; a mark is of the class of the letter it stands on."""
        classes: list[str] = []
        for sign in words:
            classes.append(classes[-1] if classes and _is_mark(sign) else _class_of(sign))
        return cls(words=words, classes="".join(classes))

    @cached_property
    def partners(self) -> dict[int, int]:
        """Where the partner of each bracket or quotation mark stands; those without one are left out."""
        partners: dict[int, int] = {}
        opened: list[int] = []
        for at, sign in enumerate(self.words):
            if _is_mark(sign):
                continue  # on a bracket it is of its class, and no bracket itself
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
        """Tell whether a sign of some classes stands in a part of the line."""
        return any(sign in classes for sign in self.classes[start:end])

    def is_bracketed(self, at: int) -> bool:
        """Tell whether a place is between two partners."""
        return any(first < at < last for first, last in self.partners.items())

    def is_within(self, at: int, start: int, end: int) -> bool:
        """Tell whether the partner of what stands at a place is in a part of the line."""
        return start <= self.partners.get(at, -1) < end


def _is_mark(sign: str) -> bool:
    """Tell whether a sign stands on the letter before it."""
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
