"""Find where each character of a YAML scalar is in its file, in every style of scalar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from leafwright.problems import Place
from leafwright.source.composing import letters_of

_MARK: Final = re.compile(r"\S")
_QUOTED: Final = {
    '"': re.compile(
        r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)|\S",
        re.DOTALL,
    ),
    "'": re.compile(r"''|\S"),
}
"""One character in each kind of quotes."""
_BLANK_ESCAPES: Final = frozenset("tnrvf _NLP\t\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Where YAML ends a plain value although its line goes on, and the `sign` at which it ends."""

    sign: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The source text of a scalar from its first character, its place, and its style.

    `style` is the parser's: a quote, `|` or `>`; empty for a plain scalar, which may be `cut`.
    """

    raw: str
    place: Place
    style: str = ""
    cut: Cut | None = None

    def place_of(self, number: int) -> Place:
        """Find the character after `number` others, blanks not counted.

        Folding changes only blanks, so it is enough to count the other characters of the source text.
        """
        index = next(islice(self._characters(), number, None), self._end)
        lines = f"{self.raw[:index]}.".splitlines()
        first = self.place.column - 1 if len(lines) == 1 else 0
        return Place(
            file=self.place.file, line=self.place.line + len(lines) - 1, column=first + len(lines[-1])
        )

    @property
    def _end(self) -> int:
        """Find where the text ends, without a closing quote."""
        return len(self.raw.rstrip()) - (self.style in _QUOTED)

    def _characters(self) -> Iterator[int]:
        """Go through the offsets in the source text of all characters that are not blank."""
        if self.raw.isascii():
            return self._signs()
        return (at for at in self._signs() for _ in range(letters_of(self.raw[at])))

    def _signs(self) -> Iterator[int]:
        match self.style:
            case "|" | ">":
                # The header may end in a comment.
                return (match.start() for match in _MARK.finditer(self.raw, self.raw.find("\n") + 1))
            case '"' | "'":
                matches = _QUOTED[self.style].finditer(self.raw, 1, self._end)
                return (sign.start() for sign in matches if not _is_blank(sign.group()))
        return (match.start() for match in _MARK.finditer(self.raw))


def _is_blank(sign: str) -> bool:
    """Return whether an escape means a blank or nothing."""
    if not sign.startswith("\\") or len(sign) == 1:
        return False
    if sign[1] in "xuU":
        return chr(int(sign[2:], 16)).isspace()  # noqa: FURB166  # not Python's prefix: \U0001F600
    return sign[1] in _BLANK_ESCAPES
