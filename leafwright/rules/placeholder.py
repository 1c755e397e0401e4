"""Placeholders in what is printed: brackets to fill in, "lorem ipsum", XXX and the like."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.model.record import Record
from leafwright.model.walk import leaves
from leafwright.problems import Place
from leafwright.source import Scalar
from leafwright.text import Text

MANY_LEFT: Final = "{n} placeholders are left"
"""Said in the place of many: a new folder has a hundred."""
_ASIDE: Final = (
    r"(?:see|sic|or|and|also|not|if|in|for|from|as|about|up|on|with|continued|adapted|translated|note|page"
    r"|figure|e\.?g|i\.?e|m?mol|k?cal|kg|m?g|m?l)\b"
)
_INSERTED: Final = (
    r"(?:names?|numbers?|text|words|dates?|times?|phone|address|details|clinic|titles?|pictures?|images?|logo"
    r"|links?|doses?|hospital|ward|team|department)"
)
_BRACKETS: Final = re.compile(
    rf"\[(?!{_ASIDE})[^\[\]÷×=]*[^\W\d_]{{2}}[^\[\]÷×=]*\]"
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
"""What every placeholder has; most passages have none, and are not searched further."""
_ASKS: Final = re.compile(
    r"\[(?:write|put|add|insert|give|name|say|fill|your|(?:a |the )?(?:made.up|example))\b[^\[\]]*\]"
    r"|\blorem ipsum\b",
    re.IGNORECASE,
)
"""Brackets that ask to be filled in; other brackets in a reference hold a translated title."""


def find_placeholders(text: str) -> Iterator[tuple[str, int]]:
    """Go through the placeholders of a text, each with its offset."""
    if _QUICK.search(text):
        for pattern in (_BRACKETS, _MARK):
            for match in pattern.finditer(text):
                yield match[0], match.start()


def find_unwritten(text: str) -> Iterator[str]:
    """Go through the placeholders of a text that may have brackets and braces of its own."""
    for pattern in (_ASKS, _MARK):
        for match in pattern.finditer(text):
            yield match[0]


def strings_of(record: Record) -> Iterator[tuple[str, Place]]:
    """Go through the texts and names below a record, in the order of its fields; reasons are not printed."""
    for spot, leaf in leaves(record, without=frozenset({"silence"})):
        if isinstance(leaf, Text | str):
            own = leaf.place if isinstance(leaf, Text | Scalar) else None
            yield str(leaf), own or (spot.nearest(Record) or record).place_of(spot.field)
