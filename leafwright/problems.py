"""What can be wrong, and where: the one form in which every room reports a fault."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

MOST_APART: Final = 3
"""How many problems of one file are told each for itself, where they may be told together."""

MOST_SHOWN: Final = 600
"""How many letters of a message are shown: a value may be as long as its file."""
_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202e\u205f-\u206f\u3000\ud800-\udfff\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    # A word that begins so, or a sign anywhere, is obeyed by hosts of CI that read a log.
    r"|(?<!\S):(?=:\S)|#(?=#(?:\[|vso\[|teamcity\[))"
)
"""Signs that show nothing, move what stands beside them, or command whoever reads the output."""


def shown(words: str) -> str:
    """Write what nobody sees, and what a terminal or a host would obey, as its code point: `<U+200B>`."""
    cut = words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
    return _UNSEEN.sub(lambda sign: f"<U+{ord(sign.group()):04X}>", cut)


class Severity(StrEnum):
    """How much a problem weighs: only an error stops a sheet."""

    ADVICE = "advice"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """Return a number to compare severities by: 1 for advice to 3 for an error."""
        return [*Severity].index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A point in a file: the path as the author knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, the form editors turn into a link."""
        return f"{shown(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: where it is, its stable code, what is wrong and what would be right.

    `together` is what may be said in the place of many such findings of one file; `{n}` is their number.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)
    together: str = ""

    def __post_init__(self) -> None:
        """Let no words of an author's reach an output that would obey them."""
        object.__setattr__(self, "message", shown(self.message))
        object.__setattr__(self, "hint", shown(self.hint))

    def __str__(self) -> str:
        """Return the finding as one line of plain text."""
        told = f"{self.place}: {self.code}: {self.message}"
        return f"{told}; {self.hint}" if self.hint else told


class ContentError(Exception):
    """Authors' mistakes, all that were found at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted by place, each told once."""
        self.problems = sort_problems(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def problem_at(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """Make an error at a place."""
    return Problem(place=place, code=code, message=message, hint=hint)


def refusal_at(place: Place, code: str, message: str, hint: str = "") -> ContentError:
    """Make the exception for one error at a place."""
    return ContentError([problem_at(place, code, message, hint)])


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line, column and code, and drop what was said twice."""
    return tuple(sorted(set(problems), key=lambda found: (found.place, found.code, found.message)))


def fold_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Say once for a file, at the first of them, what too many problems of it would say; sorted."""
    found = sort_problems(problems)
    lots: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in found:
        if problem.together:
            lots.setdefault((problem.place.file, problem.code, problem.together), []).append(problem)
    many = [lot for lot in lots.values() if len(lot) > MOST_APART]
    folded = {problem for lot in many for problem in lot}
    once = (
        replace(lot[0], message=f"{lot[0].together.replace('{n}', str(len(lot)))}, the first here")
        for lot in many
    )
    return sort_problems([*(problem for problem in found if problem not in folded), *once])


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops a sheet."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def quoted(words: str, most: int = 60) -> str:
    """Quote words, cut short where they run on."""
    plain = " ".join(words.split())
    return f"'{plain if len(plain) <= most else plain[: most - 1].rstrip() + '…'}'"
