"""A comma in brackets cuts an item of a list in two."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from leafwright.rules import Finding, Passage, PassageKind, Reader

_GOES_ON: Final = re.compile(r"(?:or|and|nor|but|because|which|unless|although)\s")
_BEGINS: Final = re.compile(r"[A-Z][a-z]")
_OPEN: Final = re.compile(r"\s.*[^.!?:;]$")
"""The end of words that are more than one, and no sentence."""


def check(reader: Reader) -> Iterator[Finding]:
    """Report items in brackets that go on with the one before them."""
    passages = reader.passages if reader.is_english else ()
    for before, passage in pairwise(passages):
        if passage.kind is not PassageKind.NAME and _follows(before, passage) and _goes_on(before, passage):
            yield Finding(
                place=passage.place,
                message=f"'{passage.text}' is an item of its own, because a comma in brackets ends an item",
                hint=f'if both are one item, put quotes around it: "{before.text}, {passage.text}"',
            )


def _follows(before: Passage, passage: Passage) -> bool:
    """Return whether only a comma is between two texts without quotes."""
    first, second = before.written.source, passage.written.source
    if first is None or second is None or first.written.style or second.written.style:
        return False
    ends = first.place.column + len(first.written.raw)
    return first.place.line == second.place.line and second.place.column - ends in {1, 2, 3}


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Return whether a text goes on with another: by its first word, or its first letter."""
    is_cell = passage.kind is PassageKind.CELL
    open_before = _BEGINS.match(before.text) and _OPEN.search(before.text)
    lower = passage.text[:1].islower() and " " in passage.text
    return bool(_GOES_ON.match(passage.text) or (open_before and lower and not is_cell))
