"""What records say of their fields: the docstring below each field, with an example as its last words."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

_EXAMPLE: Final = re.compile(r"\s*\bExample: (?P<value>.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote:
    """What a field is for, and a value as an author writes it, if the docstring gives one."""

    words: str
    example: str | None = None


@cache
def notes_of(record: type) -> Mapping[str, FieldNote]:
    """Read the notes on the fields of a record, those of the records it extends included."""
    notes: dict[str, FieldNote] = {}
    for kind in reversed(record.__mro__):
        if kind.__module__.startswith("leafwright."):
            notes |= _read_module(kind.__module__).get(kind.__name__, {})
    return notes


@cache
def _read_module(name: str) -> Mapping[str, Mapping[str, FieldNote]]:
    """Read the notes from the source: Python keeps no docstrings of fields."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {part.name: dict(_read_class(part)) for part in tree.body if isinstance(part, ast.ClassDef)}


def _read_class(written: ast.ClassDef) -> Iterator[tuple[str, FieldNote]]:
    for field, below in zip(written.body, written.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(docstring))),
            ):
                yield name, _read_note(inspect.cleandoc(docstring))


def joined(docstring: str) -> str:
    """Join the lines of each paragraph: editors take a line for a paragraph."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", docstring)


def _read_note(docstring: str) -> FieldNote:
    flowing = joined(docstring)
    found = _EXAMPLE.search(flowing)
    words = flowing[: found.start()] if found else flowing
    return FieldNote(words=words, example=found["value"] if found else None)
