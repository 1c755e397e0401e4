"""Reading on after a fault: what is wrong is gathered, and told at the end."""

from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from leafwright.problems import ContentError, Problem

T = TypeVar("T")
P = ParamSpec("P")


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
