"""Where in the styles of a workspace the engine found what it warned of or may not load."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.problems import Place, Problem
from leafwright.workspace import Workspace

_IGNORED: Final = re.compile(r"`(?P<text>.+?)` at (?P<line>\d+):(?P<column>\d+)", re.DOTALL)
_REFUSED: Final = re.compile(r"may not load \S*/(?P<name>[^/\s]+)$")


def place_in_styles(problem: Problem, workspace: Workspace) -> Problem:
    """Tell a problem where a style of the workspace causes it; any other stays as it is."""
    if problem.code == "engine-warning":
        found = next(_declared(problem.message, workspace), None)
    elif problem.code == "refused-address":
        found = next(_named(problem.message, workspace), None)
    else:
        found = None
    return replace(problem, place=found) if found else problem


def _declared(message: str, workspace: Workspace) -> Iterator[Place]:
    """Find the styles in which what was ignored stands at the line and column that the engine tells."""
    if told := _IGNORED.search(message):
        line, column = int(told["line"]), int(told["column"])
        start = told["text"].split(":")[0]
        for name, lines in _own_styles(workspace):
            if line <= len(lines) and lines[line - 1][column - 1 :].startswith(start):
                yield Place(file=name, line=line, column=column)


def _named(message: str, workspace: Workspace) -> Iterator[Place]:
    if told := _REFUSED.search(message):
        for name, lines in _own_styles(workspace):
            for number, line in enumerate(lines, start=1):
                if told["name"] in line:
                    yield Place(file=name, line=number, column=line.index(told["name"]) + 1)


def _own_styles(workspace: Workspace) -> Iterator[tuple[str, list[str]]]:
    root = workspace.root.resolve()
    for name, path in workspace.named("styles", "**/*.css"):
        if path.resolve().is_relative_to(root / "styles"):
            yield name, path.read_text("utf-8", errors="replace").split("\n")
