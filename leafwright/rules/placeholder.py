"""Words that hold the place of others: brackets to fill, "lorem ipsum", XXX and their like."""

import re
from collections.abc import Iterator
from typing import Final

_ASIDE: Final = (
    r"(?:see|sic|or|and|also|not|if|in|for|from|as|about|up|on|with|continued|adapted|translated|note|page"
    r"|figure|e\.?g|i\.?e|m?mol|k?cal|kg|m?g|m?l)\b"
)
_INSERTED: Final = (
    r"(?:names?|numbers?|text|words|dates?|times?|phone|address|details|clinic|titles?|pictures?|images?|logo"
    r"|links?|doses?|hospital|ward|team|department)"
)
_HELD: Final = re.compile(
    rf"\[(?!{_ASIDE})[^\[\]]*[^\W\d_]{{2}}[^\[\]]*\]"
    r"|\{[^{}]*[^\W\d_]{2}[^{}]*\}"
    rf"|\binsert [^.!?]{{0,40}}\b{_INSERTED}\b[^.!?]{{0,40}}\bhere\b"
    r"|\b(?:text|words|content|message|picture|image) (?:goes|go|to go) here\b"
    r"|\blorem ipsum\b|\bdolor sit amet\b|\b(?:placeholder|dummy|filler) text\b|\?{3,}(?= ?[^\W_])",
    re.IGNORECASE,
)
_MARK: Final = re.compile(
    r"\bTO-?DO\b|\bFIX-?ME\b|\bTB[ACD]\b|\bt\.?b\.?c\b\.?(?! )|\b[Xx]{3,}\b(?! (?:syndrome|chromosome))"
    r"|\bXX[/.-]XX\b"
)
_QUICK: Final = re.compile(
    r"[\[{?Xx]|\bTO|FIX|TB[ACD]|[Tt]\.?[Bb]\.?[Cc]|[Ii]nsert|here\b|(?i:lorem|dolor sit|text)"
)
"""What every one of them has; most passages have none."""
_ASKS: Final = re.compile(
    r"\[(?:write|put|add|insert|give|name|say|fill|your|(?:a |the )?(?:made.up|example))\b[^\[\]]*\]"
    r"|\blorem ipsum\b",
    re.IGNORECASE,
)
"""What brackets say that ask to be filled; a library puts them around a title that it translated."""


def find_placeholders(text: str) -> Iterator[tuple[str, int]]:
    """Go through the words of a text that hold a place, and where each begins."""
    if _QUICK.search(text):
        for pattern in (_HELD, _MARK):
            for found in pattern.finditer(text):
                yield found[0], found.start()


def find_unwritten(text: str) -> Iterator[str]:
    """Go through what holds a place in words that may have brackets and braces of their own."""
    for pattern in (_ASKS, _MARK):
        for found in pattern.finditer(text):
            yield found[0]
