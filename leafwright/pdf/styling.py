"""Where in the styles of a workspace the engine found what it warned of or may not load."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from leafwright.problems import Place, Problem

_IGNORED: Final = re.compile(r"`(?P<text>.+?)` at (?P<line>\d+):(?P<column>\d+)", re.DOTALL)
_REFUSED: Final = re.compile(r"may not load \S*/(?P<name>[^/\s]+)$")


def place_in_styles(problem: Problem, styles: Mapping[str, bytes]) -> Problem:
    """Tell a problem where a style of the workspace causes it; any other stays as it is.

    `styles` are those that are the workspace's own, by name.
    """
    if problem.code == "engine-warning":
        found = next(_declared(problem.message, styles), None)
    elif problem.code == "refused-address":
        found = next(_named(problem.message, styles), None)
    else:
        found = None
    return replace(problem, place=found) if found else problem


def _declared(message: str, styles: Mapping[str, bytes]) -> Iterator[Place]:
    """Find the styles in which what was ignored stands at the line and column that the engine tells."""
    if told := _IGNORED.search(message):
        line, column = int(told["line"]), int(told["column"])
        start = told["text"].split(":")[0]
        for name, lines in _lines_of(styles):
            if line <= len(lines) and lines[line - 1][column - 1 :].startswith(start):
                yield Place(file=name, line=line, column=column)


def _named(message: str, styles: Mapping[str, bytes]) -> Iterator[Place]:
    if told := _REFUSED.search(message):
        for name, lines in _lines_of(styles):
            for number, line in enumerate(lines, start=1):
                if told["name"] in line:
                    yield Place(file=name, line=number, column=line.index(told["name"]) + 1)


def _lines_of(styles: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    for name, content in styles.items():
        yield name, content.decode("utf-8", errors="replace").split("\n")
