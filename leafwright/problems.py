"""Problems and their places: the one form in which every room reports a fault."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

MOST_APART: Final = 3
"""How many problems of one file are reported separately, if they may be reported together."""

MOST_SHOWN: Final = 600
"""The longest message, in characters: a value may be as long as its file."""
_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202e\u205f-\u206f\u3000\ud800-\udfff\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    # CI hosts that read a log obey a word that begins like this, or this sign anywhere.
    r"|(?<!\S):(?=:\S)|#(?=#(?:\[|vso\[|teamcity\[))"
)
"""Characters that are invisible, move the text beside them, or are commands to readers of the output."""


Advance = Callable[[], None]
"""Counts a step of a long task, for a progress bar."""


def unwatched() -> None:
    """Count nothing: no progress is shown."""


def shown(words: str) -> str:
    """Write invisible characters, and those that a terminal or CI host obeys, as code points: `<U+200B>`."""
    cut = words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
    return _UNSEEN.sub(lambda sign: f"<U+{ord(sign.group()):04X}>", cut)


class Severity(StrEnum):
    """How severe a problem is: only an error stops a sheet."""

    ADVICE = "advice"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """Return a number to compare severities by: 1 for advice to 3 for an error."""
        return [*Severity].index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A point in a file: the path as the author knows it, and line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def beside(self, name: str) -> str:
        """Name a file in the same folder."""
        return f"{self.file.rpartition('/')[0]}/{name}"

    def seen_from(self, other: "Place") -> str:
        """Name the line as it is called in a message about another place."""
        return f"line {self.line}" if self.file == other.file else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        """Return `file:line:column`, the form editors turn into a link."""
        return f"{shown(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: its place, its stable code, what is wrong and what would be right.

    `together` is a message that may replace many such findings of one file; `{n}` is their number. `path`
    leads to the field that is wrong, and `meant` is the field that was probably meant by an unknown one.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)
    together: str = ""
    path: tuple[str, ...] = ()
    meant: str = ""

    def __post_init__(self) -> None:
        """Make the author's words safe for every output."""
        object.__setattr__(self, "message", shown(self.message))
        object.__setattr__(self, "hint", shown(self.hint))

    @property
    def text(self) -> str:
        """What is wrong and, if there is a hint, what would be right."""
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def __str__(self) -> str:
        """Return the finding as one line of plain text."""
        return f"{self.place}: {self.code}: {self.text}"


class ContentError(Exception):
    """All mistakes of authors that were found at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted by place, each once."""
        self.problems = sort_problems(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def problem_at(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """Make an error at a place."""
    return Problem(place=place, code=code, message=message, hint=hint)


def refusal_at(place: Place, code: str, message: str, hint: str = "") -> ContentError:
    """Make the exception for one error at a place."""
    return ContentError([problem_at(place, code, message, hint)])


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line, column and code, and drop duplicates."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.message)))


def fold_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Replace too many similar problems of a file by one, at the place of the first; sorted."""
    ordered = sort_problems(problems)
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in ordered:
        if problem.together:
            groups.setdefault((problem.place.file, problem.code, problem.together), []).append(problem)
    large = [group for group in groups.values() if len(group) > MOST_APART]
    folded = {problem for group in large for problem in group}
    summaries = (
        replace(group[0], message=f"{group[0].together.replace('{n}', str(len(group)))}, the first here")
        for group in large
    )
    return sort_problems([*(problem for problem in ordered if problem not in folded), *summaries])


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems stops a sheet."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def quoted(words: str, most: int = 60) -> str:
    """Quote words, cut short where they run on."""
    plain = " ".join(words.split())
    return f"'{plain if len(plain) <= most else plain[: most - 1].rstrip() + '…'}'"
