"""Find the line in a workspace's styles that caused a warning of the engine or a refused address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from leafwright.problems import Place, Problem

_IGNORED: Final = re.compile(r"`(?P<text>.+?)` at (?P<line>\d+):(?P<column>\d+)", re.DOTALL)
_REFUSED: Final = re.compile(r"may not load \S*/(?P<name>[^/\s]+)$")


def place_in_styles(problem: Problem, styles: Mapping[str, bytes]) -> Problem:
    """Give a problem the place in a style that causes it; any other problem is returned unchanged.

    `styles` are the workspace's own, by name.
    """
    if problem.code == "engine-warning":
        line = next(_declared(problem.message, styles), None)
    elif problem.code == "refused-address":
        line = next(_named(problem.message, styles), None)
    else:
        line = None
    return replace(problem, place=line) if line else problem


def _declared(message: str, styles: Mapping[str, bytes]) -> Iterator[Place]:
    """Find the styles with the ignored text at the line and column that the engine gives."""
    if match := _IGNORED.search(message):
        line, column = int(match["line"]), int(match["column"])
        start = match["text"].split(":")[0]
        for name, lines in _lines_of(styles):
            if line <= len(lines) and lines[line - 1][column - 1 :].startswith(start):
                yield Place(file=name, line=line, column=column)


def _named(message: str, styles: Mapping[str, bytes]) -> Iterator[Place]:
    if match := _REFUSED.search(message):
        for name, lines in _lines_of(styles):
            for number, line in enumerate(lines, start=1):
                if match["name"] in line:
                    yield Place(file=name, line=number, column=line.index(match["name"]) + 1)


def _lines_of(styles: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    for name, content in styles.items():
        yield name, content.decode("utf-8", errors="replace").split("\n")
