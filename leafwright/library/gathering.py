"""Reading on after a fault: what is wrong is gathered, and told at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from leafwright.problems import ContentError, Problem

T = TypeVar("T")
P = ParamSpec("P")


class Reader(Protocol):
    """Has a file parsed, or remembers what it said when it was."""

    def __call__(self, parse: Callable[[Path, str], T], path: Path, name: str) -> T:
        """Return what the file says; raises ContentError with every problem of it."""


def read_anew(parse: Callable[[Path, str], T], path: Path, name: str) -> T:
    """Have a file parsed."""
    return parse(path, name)


def gather(problems: list[Problem], read: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | None:
    """Call `read`; what it finds wrong goes to the problems."""
    try:
        return read(*args, **options)
    except ContentError as error:
        problems += error.problems
        return None


def found(new: Iterator[Problem], problems: list[Problem]) -> bool:
    """Add the new problems; tell whether there were any."""
    before = len(problems)
    problems.extend(new)
    return len(problems) > before
