"""A value of another type than its field: what stands there, and how to write what belongs there."""

import re
from typing import Final

from leafwright.decode.fields import Expected
from leafwright.decode.following import FoundPlace
from leafwright.problems import Problem
from leafwright.source import Mapping, Scalar, Sequence

LONGEST_SHOWN: Final = 40
"""A value of so many letters is said again as it ought to be written."""
MOST_NAMED: Final = 4
"""How many keys are named that belong to a place."""
FEW: Final = 2
"""How many keys are named where none must be there."""
LINES: Final = "`key: value` lines"
_DASHED: Final = re.compile(r"-(?=\S)")
"""A hyphen without the blank that makes it begin an entry."""
_NEXT_DASHED: Final = re.compile(r"\s-")


def wrong_type(found: FoundPlace, written: object, belongs: str, expected: Expected) -> Problem:
    """Tell of a value that is missing, or of another type than what belongs there."""
    if written is None:
        hint = f"write {_lines(expected) if belongs == LINES else belongs}"
        hint = hint if found.name in expected.beside else f"{hint}, or take the line out"
        return Problem(place=found.place, code="empty", message=f"{found.subject} has no value", hint=hint)
    match written, belongs:
        case _, "a list":
            hint = _as_list(written, expected)
        case Scalar(), "`key: value` lines" if expected.takes(written) and _is_short(written):
            hint = f"write `{expected.needed[0]}: {written}` in a line of its own below it"
        case _, "`key: value` lines":
            hint = f"write {_lines(expected)}"
        case Mapping(), "words":
            hint = "write words; put quotes around text that holds ': '"
        case _:
            hint = f"write {belongs}"
    message = f"{found.subject} is {called(written)}"
    return Problem(place=found.place, code="wrong-type", message=message, hint=hint)


def called(written: object) -> str:
    """Say what a value is: itself, a list or keys with their values."""
    match written:
        case Mapping():
            return "a mapping of keys to values"
        case Sequence():
            return "a list"
    return f"'{written}'"


def _lines(expected: Expected) -> str:
    """Say which lines belong there: by their keys, or any keys, or words in their place."""
    lines = LINES
    if keys := expected.needed or expected.keys[:FEW]:
        each = " in a line of its own" if len(keys) == 1 else ", each in a line of its own"
        lines = f"{_named(keys)}{each} below it"
    return f"words, or {lines}" if expected.words else lines


def _as_list(written: object, expected: Expected) -> str:
    """Say how something else is written as a list."""
    if isinstance(written, Mapping) and (first := next(iter(written), "")) in expected.entry_keys:
        return f"put `- ` before '{first}', for it begins an entry of a list"
    if isinstance(written, Scalar) and _DASHED.match(written):
        first = _NEXT_DASHED.split(written)[0].removeprefix("-")
        return f"put a space behind each hyphen: `- {first}`"
    if expected.entry_keys:
        return f"write a list, each entry behind `- ` with {_named(expected.entry_keys)}"
    if not isinstance(written, Scalar):
        return "write a list"
    words = written[2:-1] if written.startswith("[@") and written.endswith("]") else written.lstrip("@")
    return (
        f"write a list: [{words}]" if _is_short(words) else "write a list, each entry in a line behind `- `"
    )


def _is_short(written: str) -> bool:
    """Tell whether words can be said again as a value of YAML."""
    return len(written) <= LONGEST_SHOWN and not set(written) & set("[]{}#:")


def _named(keys: tuple[str, ...]) -> str:
    names = [f"`{key}:`" for key in keys[:MOST_NAMED]]
    if len(keys) > MOST_NAMED:
        return f"{', '.join(names)} and so on"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
