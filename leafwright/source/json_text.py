"""Read JSON into the same nodes as YAML: texts, mappings and lists that know their line and column.

The standard library decides what is JSON and says where it is not; its values have no places, so the tree is
built from the tokens. As in YAML every value stays text, and null is no value.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from leafwright.problems import ContentError, Problem, problem_at, refusal_at
from leafwright.source.limits import MOST_DEPTH
from leafwright.source.lines import Lines
from leafwright.source.nodes import Mapping, Node, Scalar, Sequence
from leafwright.source.written import Written

_TOKEN: Final = re.compile(r'[{}\[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],:"]+')
_CLOSED_BY: Final = {"{": "}", "[": "]"}
_MEANT: Final = {
    "Expecting ',' delimiter": "put a comma before it, or close the bracket that is open",
    "Expecting property name": "take out the comma before it, or write a key in double quotes",
    "Illegal trailing comma": "take the comma out",
    "Expecting value": "write text in double quotes, a number, or a list; nothing follows the last comma",
    "Unterminated string": "close the quotation marks that open here",
    "Invalid control character": "close the quotation marks in the line in which they open",
    "Expecting ':' delimiter": "put a colon between key and value",
    "Invalid": "write two backslashes for one",
    "Extra data": "keep one list in a file",
}
"""What would be right, by the beginning of the standard library's message."""


def parse_json(text: str, name: str) -> Node:
    """Parse JSON text, called `name` in messages, or raise ContentError."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        hint = _not_closed(text, error, name)
        hint = hint or next((hint for begin, hint in _MEANT.items() if error.msg.startswith(begin)), "")
        place = Lines(text, name).place_at(error.pos)
        message = "the file ends here" if error.pos >= len(text) else "this is not JSON from here on"
        raise refusal_at(place, "bad-json", message, hint or "export the file again") from error
    except RecursionError as error:
        place = Lines(text, name).place_at(0)
        raise refusal_at(place, "too-complex", "nested too deeply", "split the file") from error
    reader = _Reader(text, name)
    tree = reader.read()
    if reader.problems:
        raise ContentError(reader.problems)
    return tree


def _not_closed(text: str, error: json.JSONDecodeError, name: str) -> str:
    """Say which bracket must be closed where the text ends, another one closes or the next entry begins."""
    opened: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, 0, error.pos):
        if token[0] in _CLOSED_BY:
            opened.append(token)
        elif token[0] in _CLOSED_BY.values():
            opened.pop()
    met = text[error.pos : error.pos + 1]
    if not opened or not (met in {"", "}", "]"} or (met == "{" and opened[-1][0] == "{")):
        return ""
    sign, after = opened[-1][0], text[: error.pos].rstrip()[-1]
    if met == _CLOSED_BY[sign] or after == ":":
        return ""
    line = Lines(text, name).place_at(opened[-1].start()).line
    comma = "before the comma" if after == "," else "here"
    return f"the {sign} of line {line} is still open: write {_CLOSED_BY[sign]} {comma}"


class _Reader:
    """Builds the tree of a text that is known to be JSON."""

    def __init__(self, text: str, name: str) -> None:
        """Begin before the first token."""
        self.tokens: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self.lines = Lines(text, name)
        self.problems: list[Problem] = []

    def read(self) -> Node:
        """Read the whole text."""
        return self._node(next(self.tokens), 0)

    def _node(self, token: re.Match[str], depth: int) -> Node:
        place = self.lines.place_at(token.start())
        if depth > MOST_DEPTH:
            raise refusal_at(place, "too-complex", "nested too deeply", "split the file")
        match token[0]:
            case "{":
                return self._mapping(Mapping(place), depth)
            case "[":
                return self._sequence(Sequence(place), depth)
            case "null":
                return None
        return self._scalar(token)

    def _mapping(self, mapping: Mapping, depth: int) -> Mapping:
        while (token := next(self.tokens))[0] != "}":
            if token[0] != ",":
                key = self._scalar(token)
                next(self.tokens)
                value = self._node(next(self.tokens), depth + 1)
                if key in mapping:
                    hint = f"the first is in line {mapping.key_place(key).line}; keep one"
                    message = f"'{key}' is written twice"
                    self.problems.append(problem_at(key.place, "duplicate-key", message, hint))
                else:
                    mapping[key] = value
        return mapping

    def _sequence(self, sequence: Sequence, depth: int) -> Sequence:
        while (token := next(self.tokens))[0] != "]":
            if token[0] != ",":
                sequence.append(self._node(token, depth + 1))
        return sequence

    def _scalar(self, token: re.Match[str]) -> Scalar:
        place = self.lines.place_at(token.start())
        quoted = token[0].startswith('"')
        written = Written(raw=token[0], place=place, style='"' if quoted else "")
        return Scalar(json.loads(token[0]) if quoted else token[0], place, written)
