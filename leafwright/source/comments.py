"""Words that YAML takes for comments: a `#` after a blank silently ends a plain value.

After a name from a list, a number or a date a comment is fine. In running text only the author knows whether
`no. # 2` is meant, so the models refuse it there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from leafwright.source.nodes import Mark
from leafwright.source.written import Cut

COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_BEHIND: Final = re.compile(r"[ \t]+(?=#)")
_COMMA_IN_NUMBER: Final = re.compile(r",(?=\d)")
_FOR_A_VALUE: Final = re.compile(r"[ \t]*(#(?:\w|[ \t]*\d).*?)\s*$")
"""A comment that looks like a value: `#4 nurse` or `# 2 tablets`, but not `# to be written`."""
_FURTHER_LINE: Final = re.compile(r"[ \t]*(?=#(?:\w|[ \t]*\d))")
"""A line that is a comment, but looks like more words of the value."""
_GLUED: Final = re.compile(r"""[,\[\]{}"'](?=#)""")


def find_cut(lines: Sequence[str], end: Mark, indent: int) -> Cut | None:
    """Find where a plain value is cut at its `end`.

    `indent` is the column of the list or mapping around it, -1 in brackets.
    """
    line = lines[end.line] if end.line < len(lines) else ""
    if "#" in line and (blank := _BEHIND.match(line, end.column)):
        return Cut(sign="#", line=end.line + 1, column=blank.end() + 1)
    if (
        indent < 0
        and line[end.column - 1 : end.column].isdigit()
        and _COMMA_IN_NUMBER.match(line, end.column)
    ):
        return Cut(sign=",", line=end.line + 1, column=end.column + 1)
    below = lines[end.line + 1] if end.line + 1 < len(lines) else ""
    if "#" in below and not line[end.column :].strip():
        margin = _FURTHER_LINE.match(below)
        if margin and margin.end() > indent:
            return Cut(sign="#", line=end.line + 2, column=margin.end() + 1)
    return None


def comment_for_value(line: str, column: int) -> tuple[int, str] | None:
    """Find a comment after a key that was meant as its value: its column and its words."""
    match = _FOR_A_VALUE.match(line, column)
    return (match.start(1), match[1]) if match else None


class GluedComments:
    """Comments that begin without a blank: YAML forbids them, and the parser silently drops them."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Find every `#` in lines with one directly after a quote, a bracket or a comma."""
        self._columns = {
            number: {column for column, sign in enumerate(line) if sign == "#"}
            for number, line in enumerate(lines)
            if _GLUED.search(line)
        }
        self._lines = lines

    def pass_over(self, start: Mark, end: Mark) -> None:
        """Leave out those inside a value."""
        if not self._columns:
            return
        for number in range(start.line, end.line + 1):
            first = start.column if number == start.line else 0
            last = end.column if number == end.line else len(self._lines[number])
            if columns := self._columns.get(number):
                columns.difference_update(range(first, last))

    def places(self) -> Iterator[tuple[int, int]]:
        """Go through the line and column, counted from 0, of each."""
        for number, columns in self._columns.items():
            first = min(columns, default=0)
            if first and _GLUED.match(self._lines[number], first - 1):
                yield number, first
