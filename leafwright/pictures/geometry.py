"""Check the numbers of a drawing: lengths, points, paths and transforms.

Each is read once from left to right, so the time grows only with its length. Values that the engine draws
differently from browsers are refused, such as a radius of 0 or a smooth curve after an arc.
"""

import re
from typing import Final

MOST_SIGNS: Final = 500
"""The longest attribute that is not a list of points, in characters."""
MOST_POINTS: Final = 100_000
"""The longest list of points, in characters: the engine's time grows with its square."""
LARGEST: Final = 1e6

NUMBER: Final = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2}(?![.0-9]))?"
_UNITS: Final = "px|pt|pc|in|cm|mm|Q|q"
_NUMBER: Final = re.compile(NUMBER)
_LENGTH: Final = re.compile(rf"(?P<number>{NUMBER})(?P<unit>{_UNITS}|%)?")
_GAP: Final = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
_STEP: Final = re.compile(r"[MmZzLlHhVvCcSsQqTtAa]")
_MOVE: Final = re.compile(r"(?P<name>[a-zA-Z]{1,10})[ \t\r\n]*\((?P<values>[^()]{0,300})\)")
_COUNTS: Final = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7, "z": 0}
_FLAGS: Final = frozenset({3, 4})
_MOVES: Final = {
    "matrix": {6},
    "translate": {1, 2},
    "scale": {1, 2},
    "rotate": {1, 3},
    "skewX": {1},
    "skewY": {1},
}


class GeometryError(ValueError):
    """A value is not drawn as it is written; the message says what is wrong with it."""


def read_length(text: str, *, least: float | None = None) -> float:
    """Read a number with or without a unit; the unit is left out.

    Raises GeometryError for anything else, and for a number under `least`.
    """
    match = _LENGTH.fullmatch(text.strip(" \t\r\n")) if len(text) <= MOST_SIGNS else None
    if match is None:
        raise GeometryError("is no length such as 12 or 3.5mm")
    return _bounded(float(match["number"]), least)


def read_numbers(text: str) -> list[float]:
    """Read numbers separated by blanks or commas. Raises GeometryError for anything else."""
    if len(text) > MOST_POINTS:
        raise GeometryError(f"has {len(text):,} signs, and at most {MOST_POINTS:,} are drawn")
    numbers, at = [], _behind_gap(text, 0)
    while at < len(text):
        number, at = _number_at(text, at)
        numbers.append(number)
    return numbers


def check_points(text: str) -> None:
    """Check the corners of a polygon. Raises GeometryError unless it is a list of points."""
    numbers = read_numbers(text)
    if not numbers or len(numbers) % 2:
        raise GeometryError("is no list of points, two numbers each")


def check_path(text: str) -> None:
    """Check the steps of a path. Raises GeometryError for one that is not drawn as browsers draw it."""
    if len(text) > MOST_POINTS:
        raise GeometryError(
            f"has {len(text):,} signs, and at most {MOST_POINTS:,} are drawn: split or simplify the path"
        )
    at, before = _behind_gap(text, 0), ""
    while at < len(text):
        step = _STEP.match(text, at)
        if step is None or (not before and step[0] not in "Mm"):
            raise GeometryError(f"is no path from sign {at + 1} on")
        if step[0] in "Tt" and before not in "MmLlQqTt":
            raise GeometryError(
                f"has a smooth curve (T) after {before} at sign {at + 1}, which is drawn elsewhere"
            )
        at = _arguments_from(text, step.end(), step[0])
        before = step[0]


def check_transform(text: str) -> None:
    """Check the transforms of a shape. Raises GeometryError for one that is not drawn."""
    at, signs = 0, text.strip(" \t\r\n")
    if len(signs) > 4 * MOST_SIGNS:
        raise GeometryError("is longer than any move of a shape needs to be")
    while at < len(signs):
        move = _MOVE.match(signs, at)
        values = read_numbers(move["values"]) if move else []
        if move is None or len(values) not in _MOVES.get(move["name"], ()):
            raise GeometryError(f"is no move such as translate(10 20) at sign {at + 1}")
        _refuse_flat(move["name"], values)
        at = _behind_gap(signs, move.end())


def _refuse_flat(name: str, values: list[float]) -> None:
    """Refuse a transform that makes a shape vanish: the engine ignores it and draws the shape in full."""
    a, b, c, d = values[:4] if name == "matrix" else (1.0, 0.0, 0.0, 1.0)
    flat = (name == "scale" and 0 in values) or a * d - b * c == 0
    if flat:
        raise GeometryError(f"makes the shape vanish with {name}")


def _arguments_from(text: str, at: int, letter: str) -> int:
    """Read the numbers after a letter of a path; returns where they end."""
    count = _COUNTS[letter.lower()]
    at = _behind_gap(text, at)
    groups = 0
    while count and at < len(text) and not (groups and _STEP.match(text, at)):
        for index in range(count):
            if letter in "Aa" and index in _FLAGS:
                at = _flag_at(text, at)
                continue
            number, at = _number_at(text, at)
            if letter in "Aa" and index < 2 and number <= 0:  # noqa: PLR2004  # the two radii
                raise GeometryError(f"has an arc with a radius of {number:g}")
        groups += 1
    if count and not groups:
        raise GeometryError(f"ends after {letter}")
    return at


def _flag_at(text: str, at: int) -> int:
    if text[at : at + 1] not in {"0", "1"}:
        raise GeometryError(f"has an arc whose flag at sign {at + 1} is neither 0 nor 1")
    return _behind_gap(text, at + 1)


def _number_at(text: str, at: int) -> tuple[float, int]:
    """Read one number and the gap after it; returns the number and where the next one begins."""
    match = _NUMBER.match(text, at)
    if match is None:
        raise GeometryError(f"is broken at sign {at + 1}: a number is expected")
    return _bounded(float(match[0])), _behind_gap(text, match.end())


def _behind_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _bounded(number: float, least: float | None = None) -> float:
    if not abs(number) <= LARGEST or (least is not None and number < least):
        raise GeometryError(
            f"is {number:g}, which is too large" if abs(number) > LARGEST else f"is less than {least:g}"
        )
    return number
