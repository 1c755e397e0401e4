"""Quotation marks: straight ones become those of the locale, as every CSL processor prints them."""

import re
from dataclasses import dataclass
from typing import Final

CLOSED: Final = "\x02"
"""Put before a closing quotation mark, so that it is not read as an apostrophe."""

_OPENS_AFTER: Final = re.compile(r"^$|[\s(\[{\u2010-\u2015/\u201c\u2018\u00ab\u201e\"'-]")
_CLOSES_BEFORE: Final = re.compile(r"^$|[\s.,;:!?)\]}\u2010-\u2015/\u201d\u2019\u00bb\"'-]")
_APOSTROPHE: Final = "\u2019"
_DEEPEST: Final = 8
"""How many marks may be open at once, which limits the time that a hostile text takes."""


@dataclass(slots=True, kw_only=True)
class _Mark:
    """A quotation mark that was opened, its position and its depth."""

    sign: str
    at: int
    closes: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The quotation marks of a locale; `take_stops` if a full stop goes inside them, as in the US."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    take_stops: bool

    def curl(self, words: str, passed: str) -> str:
        """Replace straight quotation marks and apostrophes; characters that match `passed` are ignored.

        A mark without a partner is kept: it may mean inches, or be an apostrophe if it is a single one.
        """
        if not {'"', "'"} & set(words):
            return words
        signs = list(words)
        seen = re.compile(passed)
        solid = [at for at, sign in enumerate(signs) if not seen.match(sign)]
        opened: list[_Mark] = []
        for order, at in enumerate(solid):
            before = words[solid[order - 1]] if order else ""
            after = words[solid[order + 1]] if order + 1 < len(solid) else ""
            self._read(signs, at, opened, (before, after))
        return "".join(_APOSTROPHE if sign == "'" else sign for sign in signs)

    def last_of(self, words: str, passed: str) -> int:
        """Find where the marks begin that close at the very end; the length of the words if none do."""
        typed = [closing for opening, closing in (self.outer, self.inner) if opening in words]
        one = "|".join(map(re.escape, (CLOSED + self.outer[1], CLOSED + self.inner[1], *typed)))
        match = re.search(f"(?:{one})(?:{passed}|{one})*$", words)
        return match.start() if match else len(words)

    def _read(self, signs: list[str], at: int, opened: list[_Mark], around: tuple[str, str]) -> None:
        """Open or close a mark at one character."""
        sign, (before, after) = signs[at], around
        begun = next((mark for mark in reversed(opened[-_DEEPEST:]) if mark.closes == sign), None)
        if begun and _CLOSES_BEFORE.match(after) and not before.isspace() and begun.at < at - 1:
            del opened[opened.index(begun) :]
            if sign in {'"', "'"}:
                pair = (self.outer, self.inner)[begun.depth % 2]
                signs[begun.at], signs[at] = pair[0], CLOSED + pair[1]
        elif sign in {'"', "'"}:
            if (
                _OPENS_AFTER.match(before)
                and after
                and not after.isspace()
                and not _is_years(sign, signs, at)
            ):
                opened.append(_Mark(sign=sign, at=at, closes=sign, depth=self._depth(opened)))
        elif sign in {self.outer[0], self.inner[0]} and sign != _APOSTROPHE:
            level = (self.outer[0], self.inner[0]).index(sign)
            opened.append(_Mark(sign=sign, at=at, closes=(self.outer[1], self.inner[1])[level], depth=level))

    @staticmethod
    def _depth(opened: list[_Mark]) -> int:
        return opened[-1].depth + 1 if opened else 0


def _is_years(sign: str, signs: list[str], at: int) -> bool:
    """Return whether a mark shortens years, as in the '90s, and so has no partner."""
    return sign == "'" and "".join(signs[at + 1 : at + 3]).isdigit()
