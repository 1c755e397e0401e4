"""A bracket or a quotation mark has no partner."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Findings, WrittenFile

_NUMBERED: Final = re.compile(r"(?:^|(?<=[\s(]))[\w]{1,3}\)")
"""What numbers an item, as in `a)` and `2)`."""
_PARTNERS: Final = {")": "(", "]": "["}
_QUOTE: Final = re.compile(r"(?<!\d)[\"“”„«»]")
_ANY: Final = re.compile(r"[()\[\]\"“”„«»]")


def check(file: WrittenFile) -> Findings:
    """Report brackets and double quotation marks that are not paired within their text; inches are left."""
    for text in file.texts:
        for at in _unpaired(text.text) if _ANY.search(text.text) else ():
            sign = text.text[at]
            yield Finding(
                place=text.place_at(at),
                message=f"'{sign}' has no partner",
                hint="add the other one, or take this one out",
            )


def _unpaired(text: str) -> Iterator[int]:
    numbered = {match.end() - 1 for match in _NUMBERED.finditer(text)}
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in _PARTNERS.values():
            opened.append(at)
        elif sign in _PARTNERS and opened and text[opened[-1]] == _PARTNERS[sign]:
            opened.pop()
        elif sign in _PARTNERS and at not in numbered:
            yield at
    yield from opened
    quotes = [match.start() for match in _QUOTE.finditer(text)]
    if len(quotes) % 2 and not re.search(r"\d[\"”]", text):
        yield quotes[-1]
