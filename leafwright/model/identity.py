"""Do once what is asked for repeatedly of the same frozen value."""

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST_KEPT: Final = 64
"""How many values a function keeps: the translations of a handout are read one after another."""


def once_each(make: Callable[[T], R]) -> Callable[[T], R]:
    """Keep what a function makes of each of the last values, told apart by identity.

    A record with a mapping inside has no hash, and to compare two would take longer than to make it again.
    """
    kept: dict[int, tuple[T, R]] = {}

    @wraps(make)
    def made(value: T) -> R:
        if (known := kept.get(id(value))) is not None and known[0] is value:
            return known[1]
        if len(kept) >= MOST_KEPT:
            kept.pop(next(iter(kept)), None)
        kept[id(value)] = (value, result := make(value))
        return result

    return made
