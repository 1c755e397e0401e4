"""Find the line and column of a position in a text."""

from bisect import bisect_right
from itertools import accumulate

from leafwright.problems import Place


class Lines:
    """The lines of the file called `name`."""

    def __init__(self, text: str, name: str) -> None:
        """Note where each line begins."""
        self.name = name
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place_at(self, position: int) -> Place:
        """Return the place of a position, counted from 0."""
        line = bisect_right(self._starts, position)
        return Place(file=self.name, line=line, column=position - self._starts[line - 1] + 1)
