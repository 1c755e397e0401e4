"""Explain a value of the wrong type: what it is, and how to write what belongs there."""

import re
from typing import Final

from leafwright.decode.fields import Expected
from leafwright.decode.following import FoundPlace
from leafwright.problems import Problem
from leafwright.source import Mapping, Scalar, Sequence

LONGEST_SHOWN: Final = 40
"""The longest value that a hint repeats in the right form, in characters."""
MOST_NAMED: Final = 4
"""How many needed keys a hint names at most."""
FEW: Final = 2
"""How many keys a hint names if none is needed."""
LINES: Final = "`key: value` lines"
EVERY: Final = frozenset({"all", "any", "every", "everything"})
"""Words that authors write for all names there are, where a list has to name them."""
_DASHED: Final = re.compile(r"-(?=\S)")
"""A hyphen without the space that makes it begin an entry."""
_NEXT_DASHED: Final = re.compile(r"\s-")


def wrong_type(field: FoundPlace, written: object, belongs: str, expected: Expected) -> Problem:
    """Report a value that is missing, or of another type than what belongs there."""
    if written is None:
        hint = f"write {_lines(expected) if belongs == LINES else belongs}"
        hint = hint if field.name in expected.beside else f"{hint}, or take the line out"
        return Problem(place=field.place, code="empty", message=f"{field.subject} has no value", hint=hint)
    match written, belongs:
        case Scalar(), "a list" | "`key: value` lines" if written.casefold() in EVERY:
            hint = "name each in a list: [one, two]"
        case Mapping(), "a list" if field.path and isinstance(field.path[-1], int):
            hint = f"write a list inside the list: `- [{_in_braces(written)}]`"
        case _, "a list":
            hint = _as_list(written, expected)
        case Scalar(), "`key: value` lines" if expected.takes(written) and _is_short(written):
            hint = f"write `{expected.needed[0]}: {written}` in a line of its own below it"
        case _, "`key: value` lines":
            hint = f"write {_lines(expected)}"
        case Mapping(), "words":
            hint = "write words; put quotes around text that contains ': '"
        case _:
            hint = f"write {belongs}"
    message = f"{field.subject} is {called(written)}"
    return Problem(place=field.place, code="wrong-type", message=message, hint=hint)


def called(written: object) -> str:
    """Describe a value: itself, a list or a mapping."""
    match written:
        case Mapping():
            return "a mapping of keys to values"
        case Sequence():
            return "a list"
    return f"'{written}'"


def _lines(expected: Expected) -> str:
    """Describe the lines that belong there: by their keys, or any keys, or words instead."""
    lines = LINES
    if keys := expected.needed or expected.keys[:FEW]:
        own_line = " in a line of its own" if len(keys) == 1 else ", each in a line of its own"
        lines = f"{name_keys(keys)}{own_line} below it"
    return f"words, or {lines}" if expected.words else lines


def _as_list(written: object, expected: Expected) -> str:
    """Return a hint on how to write another value as a list."""
    if isinstance(written, Mapping) and (first := next(iter(written), "")) in expected.entry_keys:
        return f"put `- ` before '{first}', because it begins an entry of a list"
    if isinstance(written, Scalar) and _DASHED.match(written):
        first = _NEXT_DASHED.split(written)[0].removeprefix("-")
        return f"put a space after each hyphen: `- {first}`"
    if expected.entry_keys:
        return f"write a list, each entry after `- ` with {name_keys(expected.entry_keys)}"
    if not isinstance(written, Scalar):
        return "write a list"
    words = written[2:-1] if written.startswith("[@") and written.endswith("]") else written.lstrip("@")
    return f"write a list: [{words}]" if _is_short(words) else "write a list, each entry in a line after `- `"


def _in_braces(written: Mapping) -> str:
    """Repeat a mapping of a few short values in one line, or begin it."""
    pairs = [f"{key}: {value}" for key, value in written.items() if isinstance(value, Scalar)]
    whole = len(pairs) == len(written) and all(_is_short(str(value)) for value in written.values())
    return f"{{{', '.join(pairs)}}}" if whole else f"{{{next(iter(written), 'label')}: ...}}"


def _is_short(written: str) -> bool:
    """Return whether a hint can repeat words as a YAML value."""
    return len(written) <= LONGEST_SHOWN and not set(written) & set("[]{}#:")


def name_keys(keys: tuple[str, ...]) -> str:
    """List keys, at most the first few of them."""
    names = [f"`{key}:`" for key in keys[:MOST_NAMED]]
    if len(keys) > MOST_NAMED:
        return f"{', '.join(names)} and so on"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
