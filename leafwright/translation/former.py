"""What a part said when it was translated, where that can be known for sure.

A translation keeps only the fingerprint of its source. Most edits of a list add an item or move one, so the
lists of the new text without some items, or in another order, are tried: the one with the fingerprint is
what was there before. A guess that is wrong has another fingerprint, so no words ever move by mistake.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from leafwright.translation.parts import fingerprint_of, join

MOST_ITEMS: Final = 24
"""Longer lists are not searched."""
MOST_NEW: Final = 3
"""How many new items of a list are found at once."""


def find_former(texts: Mapping[str, str], noted: Mapping[str, str], made_from: str) -> dict[str, str] | None:
    """Find the texts of a part, by path, that have the fingerprint `made_from`; None when nobody knows.

    `texts` are those of now, `noted` those that stand beside words still to be written.
    """
    for guess in _guesses(dict(texts), dict(noted)):
        if fingerprint_of(guess) == made_from:
            return guess
    return None


def where_from(texts: Mapping[str, str], former: Mapping[str, str]) -> dict[str, str]:
    """Pair each path whose text was there before with the path it had then."""
    found = {path: path for path, text in texts.items() if former.get(path) == text}
    free = {path: text for path, text in former.items() if path not in found}
    for path, text in texts.items():
        if path not in found and (then := next((old for old in free if free[old] == text), None)):
            found[path] = then
            del free[then]
    return found


def _guesses(texts: dict[str, str], noted: dict[str, str]) -> Iterator[dict[str, str]]:
    yield texts
    if noted:
        yield noted
        yield {path: noted.get(path, text) for path, text in texts.items()}
    for start, length in _lists(texts).items():
        for order in _orders(length):
            yield _reordered(texts, start, order)


def _lists(texts: Mapping[str, str]) -> dict[str, int]:
    """Find where lists begin, and how many items each has."""
    lengths: dict[str, int] = {}
    for path in texts:
        for found in re.finditer(r"(?:^|\.)(\d+)(?=\.|$)", path):
            start = path[: found.start()]
            lengths[start] = max(lengths.get(start, 0), int(found.group(1)))
    return {start: length for start, length in lengths.items() if length <= MOST_ITEMS}


def _orders(length: int) -> Iterator[Sequence[int]]:
    """Go through the lists, by the numbers of today's items, that a list may have been."""
    numbers = range(1, length + 1)
    for new in range(1, min(MOST_NEW, length - 1) + 1):
        yield from combinations(numbers, length - new)
    for moved in numbers:
        others = [number for number in numbers if number != moved]
        yield from ([*others[:place], moved, *others[place:]] for place in range(length))


def _reordered(texts: Mapping[str, str], start: str, order: Sequence[int]) -> dict[str, str]:
    """Give a list its items in another order; what stands outside the list stays."""
    inside = {path: text for path, text in texts.items() if _rest(path, start) is not None}
    made: dict[str, str] = {}
    for path, text in texts.items():
        if path not in inside:
            made[path] = text
        elif not made.keys() & _renumbered(inside, start, order).keys():
            made |= _renumbered(inside, start, order)
    return made


def _renumbered(inside: Mapping[str, str], start: str, order: Sequence[int]) -> dict[str, str]:
    made: dict[str, str] = {}
    for number, then in enumerate(order, start=1):
        item = join(start, str(then))
        for path, text in inside.items():
            if path == item or path.startswith(f"{item}."):
                made[join(start, str(number)) + path.removeprefix(item)] = text
    return made


def _rest(path: str, start: str) -> str | None:
    """Return what of a path stands below a list; None for a path outside it."""
    rest = path.removeprefix(f"{start}.") if start else path
    return rest if rest != path and rest[:1].isdigit() else None
