"""Keep reading after a fault, and collect all problems."""

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
    """Parses the content of a file, or returns a cached result."""

    def __call__(self, parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
        """Return the parsed content; raises ContentError with every problem of it."""


def parse_uncached(parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
    """Parse the content of a file, without a cache."""
    return parse(content, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads and parses the files of a workspace; a link that leads out of it, or a pipe, is refused."""

    workspace: Workspace
    parser: Parser

    def read(self, parse: Callable[[bytes, str], T], path: Path, name: str) -> T:
        """Return the parsed content of a file; raises ContentError with every problem of it."""
        if fault := self.workspace.fault_of(path):
            raise ContentError([fault])
        return self.parser(parse, read_file(path, name, self.workspace.read_file), name)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Turn the garbage collector off while files are read.

    Everything that is read is kept, so the collector finds nothing; with 700 files it took a third of the
    time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def gather(problems: list[Problem], read: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | None:
    """Call `read`; if it raises ContentError, add its problems and return None."""
    try:
        return read(*args, **options)
    except ContentError as error:
        problems += error.problems
        return None


def add_problems(new: Iterator[Problem], problems: list[Problem]) -> bool:
    """Add the new problems; return whether there are errors among them."""
    before = len(problems)
    problems.extend(new)
    return has_errors(problems[before:])
