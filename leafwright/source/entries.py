"""The entries of a mapping as they are written: their lines, and the comments before them.

When a program changes a file, the author's text is kept: unchanged entries are copied line by line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.source.nodes import Mapping, Node, Scalar, Sequence

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*")
_ASIDE: Final = re.compile(r"\s*(#.*)?")
"""A line that is empty, or only has a comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """One key of a mapping: where it begins, the comments before it, and its lines as they are written."""

    key: str
    column: int
    above: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The entries of a mapping in the order of the file, and the comments after the last of them."""

    entries: tuple[KeyEntry, ...]
    below: tuple[str, ...]

    def __iter__(self) -> Iterator[KeyEntry]:
        """Go through the entries."""
        return iter(self.entries)


def entries_of(mapping: Mapping, lines: list[str], start: int, end: int) -> Entries | None:
    """Split the lines `[start:end]` of a file, which hold a mapping, into its entries.

    Returns None when keys do not begin their lines, as in braces.
    """
    keys = [key for key in mapping if isinstance(key, Scalar)]
    if not keys or not all(_begins_a_line(key, lines) for key in keys) or _in_braces(mapping, lines):
        return None
    entries: list[KeyEntry] = []
    above = lines[start : keys[0].place.line - 1]
    ends = [*(key.place.line - 1 for key in keys[1:]), end]
    for key, stop in zip(keys, ends, strict=True):
        first, last = key.place.line - 1, max(_last_line(key), _last_line(mapping[key]))
        while stop > last and _ASIDE.fullmatch(lines[stop - 1]):
            stop -= 1  # noqa: PLW2901  # lines between two entries belong to the second one
        written = tuple(lines[first:stop])
        entries.append(KeyEntry(key=str(key), column=key.place.column - 1, above=tuple(above), lines=written))
        above = lines[stop : ends[len(entries) - 1]]
    return Entries(entries=tuple(entries), below=tuple(above))


def comments_in(mapping: Mapping, lines: list[str], start: int, end: int) -> Iterator[str]:
    """Go through the comments within the lines `[start:end]` of a file, which hold a mapping."""
    masked = {number: lines[number] for number in range(start, end)}
    for scalar in _scalars(mapping):
        for number, begin, stop in _spans(scalar):
            if number in masked:
                line = masked[number]
                masked[number] = line[:begin] + "x" * (stop - begin) + line[stop:]
    for number, line in masked.items():
        if match := _COMMENT.search(line):
            yield lines[number][match.start() :].rstrip()


def _begins_a_line(key: Scalar, lines: list[str]) -> bool:
    return not lines[key.place.line - 1][: key.place.column - 1].strip()


def _in_braces(mapping: Mapping, lines: list[str]) -> bool:
    return lines[mapping.place.line - 1][mapping.place.column - 1 :].startswith("{")


def _last_line(node: Node) -> int:
    """Return the number of the last line, counted from 1, of a node's texts."""
    return max(
        (scalar.place.line + scalar.written.raw.rstrip().count("\n") for scalar in _scalars(node)), default=0
    )


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Mapping():
            for key, value in node.items():
                yield from _scalars(key if isinstance(key, Scalar) else None)
                yield from _scalars(value)
        case Sequence():
            for item in node:
                yield from _scalars(item)


def _spans(scalar: Scalar) -> Iterator[tuple[int, int, int]]:
    """Go through the lines of a text: the number of each, counted from 0, and its first and last column."""
    begin = scalar.place.column - 1
    for number, line in enumerate(scalar.written.raw.split("\n")):
        header = number == 0 and scalar.written.style in {"|", ">"}
        length = len(line.partition(" #")[0] if header else line)
        yield scalar.place.line - 1 + number, begin, begin + length
        begin = 0
