"""Find the text that a part had when it was translated, if that is certain.

A translation keeps only the fingerprint of its source. Most edits of a list add an item or move one, so the
lists of the new text are tried without some items, or in another order: the one with the fingerprint is the
former text. A wrong guess has another fingerprint, so words never move by mistake.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from leafwright.model.walk import join
from leafwright.translation.parts import fingerprint_of

MOST_ITEMS: Final = 24
"""Longer lists are not searched."""
MOST_NEW: Final = 3
"""The most new items of a list that are found at once."""


def find_former(texts: Mapping[str, str], noted: Mapping[str, str], made_from: str) -> dict[str, str] | None:
    """Find the texts of a part, by path, that have the fingerprint `made_from`; None if no guess has it.

    `texts` are the current ones, `noted` those in the file beside words that are still to be written.
    """
    for guess in _guesses(dict(texts), dict(noted)):
        if fingerprint_of(guess) == made_from:
            return guess
    return None


def where_from(texts: Mapping[str, str], former: Mapping[str, str]) -> dict[str, str]:
    """Map each path whose text existed before to its former path."""
    former_paths = {path: path for path, text in texts.items() if former.get(path) == text}
    free = {path: text for path, text in former.items() if path not in former_paths}
    for path, text in texts.items():
        if path not in former_paths and (old := next((old for old in free if free[old] == text), None)):
            former_paths[path] = old
            del free[old]
    return former_paths


def _guesses(texts: dict[str, str], noted: dict[str, str]) -> Iterator[dict[str, str]]:
    yield texts
    if noted:
        yield noted
        yield {path: noted.get(path, text) for path, text in texts.items()}
    for start, length in _lists(texts).items():
        listed = _List.of(texts, start)
        yield from (listed.reordered(order) for order in _orders(length))


def _lists(texts: Mapping[str, str]) -> dict[str, int]:
    """Find where lists begin, and how many items each has."""
    lengths: dict[str, int] = {}
    for path in texts:
        for match in re.finditer(r"(?:^|\.)(\d+)(?=\.|$)", path):
            start = path[: match.start()]
            lengths[start] = max(lengths.get(start, 0), int(match.group(1)))
    return {start: length for start, length in lengths.items() if length <= MOST_ITEMS}


def _orders(length: int) -> Iterator[Sequence[int]]:
    """Go through the former lists that a list may have been, as numbers of its current items."""
    numbers = range(1, length + 1)
    for new in range(1, min(MOST_NEW, length - 1) + 1):
        yield from combinations(numbers, length - new)
    for moved in numbers:
        others = [number for number in numbers if number != moved]
        yield from ([*others[:place], moved, *others[place:]] for place in range(length))


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list among texts: the texts before and after it, and those of each item."""

    start: str
    before: Mapping[str, str]
    items: Mapping[int, Mapping[str, str]]
    after: Mapping[str, str]

    @classmethod
    def of(cls, texts: Mapping[str, str], start: str) -> "_List":
        """Find the items below the path `start`; the texts of a list are next to each other."""
        before: dict[str, str] = {}
        items: dict[int, dict[str, str]] = {}
        after: dict[str, str] = {}
        for path, text in texts.items():
            number, _, rest = path.removeprefix(f"{start}.").partition(".")
            if path.startswith(f"{start}.") and number.isdigit():
                items.setdefault(int(number), {})[rest] = text
            else:
                (after if items else before)[path] = text
        return cls(start=start, before=before, items=items, after=after)

    def reordered(self, order: Sequence[int]) -> dict[str, str]:
        """Return all texts, with the items of the list in this order."""
        inside = {
            join(join(self.start, str(number)), rest) if rest else join(self.start, str(number)): text
            for number, then in enumerate(order, start=1)
            for rest, text in self.items[then].items()
        }
        return {**self.before, **inside, **self.after}
