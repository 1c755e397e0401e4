"""Values of a manifest taken as what they must be: a file that somebody edited may hold anything."""

import json
import math
from collections.abc import Iterator
from typing import Any, Final

MOST: Final = 2**53
"""Every program reads whole numbers up to here alike."""


def parse(content: bytes) -> Any:
    """Read JSON. Raises ValueError or RecursionError for anything else, and for what is no number."""
    return json.loads(content.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)


def text(value: object) -> str:
    """Return a text. Raises TypeError for another value, ValueError for what cannot be written to a file."""
    if not isinstance(value, str):
        message = f"{value!r:.40} is no text"
        raise TypeError(message)
    if b"\0" in value.encode("utf-8"):
        message = "a text holds a NUL"
        raise ValueError(message)
    return value


def count(value: object) -> int:
    """Return a number of things. Raises TypeError or ValueError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{value!r:.40} is no whole number"
        raise TypeError(message)
    if not 0 <= value < MOST:
        message = "a number is out of bounds"
        raise ValueError(message)
    return value


def share(value: object) -> float:
    """Return a share of something, from 0 to 1. Raises TypeError or ValueError for anything else."""
    if not isinstance(value, float | int) or isinstance(value, bool):
        message = f"{value!r:.40} is no number"
        raise TypeError(message)
    if not 0 <= value <= 1:
        message = f"{value:g} is no share"
        raise ValueError(message)
    return float(value)


def items(value: object) -> Iterator[tuple[str, Any]]:
    """Go through a mapping. Raises TypeError for anything else."""
    if not isinstance(value, dict):
        message = f"{value!r:.40} is no mapping"
        raise TypeError(message)
    return ((text(key), part) for key, part in value.items())


def texts(value: object) -> dict[str, str]:
    """Return a mapping of texts. Raises TypeError for anything else."""
    return {key: text(part) for key, part in items(value)}


def entries(value: object) -> list[Any]:
    """Return a list. Raises TypeError for anything else."""
    if not isinstance(value, list):
        message = f"{value!r:.40} is no list"
        raise TypeError(message)
    return value


def _refuse(name: str) -> float:
    message = f"{name} is no number"
    raise ValueError(message)


def _finite(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else _refuse(written[:40])
