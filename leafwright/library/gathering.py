"""Reading on after a fault: what is wrong is gathered, and told at the end."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from leafwright.problems import ContentError, Problem, has_errors
from leafwright.source import read_file
from leafwright.workspace import Workspace

T = TypeVar("T")
P = ParamSpec("P")


class Parser(Protocol):
    """Has what is in a file parsed, or remembers what it said when it was."""

    def __call__(self, parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
        """Return what the file says; raises ContentError with every problem of it."""


def parse_anew(parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
    """Have what is in a file parsed."""
    return parse(content, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads the files of a workspace and has them parsed; a link that leads out, or a pipe, is no file."""

    workspace: Workspace
    parser: Parser

    def read(self, parse: Callable[[bytes, str], T], path: Path, name: str) -> T:
        """Return what a file says; raises ContentError with every problem of it."""
        if fault := self.workspace.fault_of(path):
            raise ContentError([fault])
        return self.parser(parse, read_file(path, name, self.workspace.read_file), name)


@contextmanager
def keeping_all() -> Iterator[None]:
    """Let the garbage collector wait until all is read.

    What is read is kept, so looking through it finds nothing, and took a third of the time of 700 files.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def gather(problems: list[Problem], read: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | None:
    """Call `read`; what it finds wrong goes to the problems."""
    try:
        return read(*args, **options)
    except ContentError as error:
        problems += error.problems
        return None


def found(new: Iterator[Problem], problems: list[Problem]) -> bool:
    """Add the new problems; tell whether there were errors among them."""
    before = len(problems)
    problems.extend(new)
    return has_errors(problems[before:])
