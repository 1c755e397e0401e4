"""Find numbers that a line from right to left would reverse: -5, 10%, 1–2, 2½ and telephone numbers."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.bidi.signs import BEFORE_NUMBER, Signs

_NUMBER: Final = r"[1a]+(?:[.x][1a]+)*"
_FOLLOWED: Final = r"(?:[%$+]+|s+[%$](?![1a.]))?"
_TERM: Final = rf"\.?{_NUMBER}{_FOLLOWED}"
_EXPRESSION: Final = re.compile(
    rf"(?:[<$]s+)?{BEFORE_NUMBER}{_TERM}(?:(?:s*[-<x+]{{1,2}}s*|s+\.s+)\$?{_TERM})*"
)
_KEPT: Final = re.compile(r"\d+(?:[.,:/]\d+)*")
"""Numbers that keep their order without help."""
_GROUPED: Final = re.compile(
    r"(?<!\d)(?<!\d[/.,:])(?:\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?|\d+\s\d+[/\u2044]\d+|\d+\s[\u00bc-\u00be])(?![/.,:]?\d)"
)
_TELEPHONE: Final = re.compile(r"(?<!\d)(?<!\d[/.,:])[+(]*\d[\d()\s-]*\d(?![/.,:]?\d)")
_TELLING: Final = re.compile(r"[+(0\u0660\u06f0]|.*\d{3}")
"""Signs of a telephone number: how it begins, or three digits in a row."""
_LEAST_DIGITS: Final = 6
_PERCENT: Final = "\u066a"


def is_telephone(words: str) -> bool:
    """Return whether words are a telephone number, or a number as long as one."""
    is_long = sum(sign.isdecimal() for sign in words) >= _LEAST_DIGITS
    return is_long and bool(_TELEPHONE.fullmatch(words)) and bool(_TELLING.match(words))


def find_numbers(line: Signs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the numbers in a part of a line that would not keep their order."""
    at = start
    for first, last in [*_whole(line.words, start, end), (end, end)]:
        for number in _EXPRESSION.finditer(line.classes, at, first):
            if _needs_order(line, *number.span()):
                yield number.span()
        if first < last:
            yield first, last
        at = last


def _whole(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the numbers with blanks in them."""
    at = start
    for match in _TELEPHONE.finditer(words, start, end):
        if is_telephone(match.group()):
            yield from (number.span() for number in _GROUPED.finditer(words, at, match.start()))
            yield match.span()
            at = match.end()
    yield from (number.span() for number in _GROUPED.finditer(words, at, end))


def _needs_order(line: Signs, start: int, end: int) -> bool:
    if not line.has("1", start, end):
        return "\u00b0" in line.words[start:end]
    return not _KEPT.fullmatch(line.words, start, end) or line.words[end : end + 1] == _PERCENT
