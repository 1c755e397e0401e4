"""How findings are told: one line each, and on a terminal the line of the file with a caret below it."""

import traceback
from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from leafwright.problems import ContentError, Problem, Severity, fold_problems, shown
from leafwright.source import read_text
from leafwright.workspace import Workspace

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}

MARGIN: Final = "    "
"""What stands before a line of a file."""
HANG: Final = "  "
"""What stands before the further lines of a problem."""
NARROWEST: Final = 40
"""The columns below which a terminal has to break lines itself."""


def for_findings() -> Console:
    """Return the console for findings: standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


def for_results() -> Console:
    """Return the console for what was asked for: standard output."""
    return Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def tell_problems(problems: Iterable[Problem], workspace: Workspace) -> None:
    """Tell each problem once, sorted by place, and how many there were; many of a kind in a file are one."""
    console = for_findings()
    found = fold_problems(problems)
    for problem in found:
        if console.is_terminal:
            console.print(
                *_dressed(problem, console), *_excerpt(problem, workspace, console.width), "", sep="\n"
            )
        else:
            console.print(str(problem))
    if found:
        console.print(_tally(found))


def tell_fault(fault: BaseException) -> None:
    """Show where an internal fault happened."""
    for_findings().print("".join(traceback.format_exception(fault)).rstrip())


def count(number: int, noun: str) -> str:
    """Say a number of things: `1 sheet`, `2 sheets`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _tally(problems: tuple[Problem, ...]) -> str:
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
    numbers = {severity: sum(found.severity is severity for found in problems) for severity in nouns}
    return ", ".join(count(number, nouns[severity]) for severity, number in numbers.items() if number)


def _dressed(problem: Problem, console: Console) -> Iterator[Text]:
    """Break a problem between words, for a terminal would break it within them."""
    told = Text().append(str(problem.place), style="bold").append(": ")
    told.append(problem.code, style=STYLES[problem.severity]).append(f": {problem.message}")
    if problem.hint:
        told.append(f"; {problem.hint}")
    first, *others = told.wrap(console, max(console.width, NARROWEST) - len(HANG))
    yield first
    yield from (Text(HANG).append_text(line) for line in others)


def _excerpt(problem: Problem, workspace: Workspace, width: int) -> Iterator[Text]:
    """Show as much of the line a problem points at as fits; what is not there or not text is not shown."""
    place = problem.place
    path = workspace.find(place.file)
    try:
        lines = read_text(path, place.file).splitlines() if path else []
    except ContentError:
        return
    if place.line <= len(lines) and (line := lines[place.line - 1]).strip():
        # A tab is as wide as the terminal likes, but the caret has to stand below its sign.
        margin = min(len(line) - len(line.lstrip()), place.column - 1)
        flat, room = line[margin:].replace("\t", " ").rstrip(), max(width, NARROWEST) - 2 * len(MARGIN)
        seen = shown(flat[: place.column - 1 - margin])
        part, before = _cut(seen + shown(flat[place.column - 1 - margin :]), len(seen), room)
        yield Text(f"{MARGIN}{part}", style="dim")
        yield Text(f"{MARGIN}{' ' * before}^", style=STYLES[problem.severity])


def _cut(line: str, index: int, width: int) -> tuple[str, int]:
    """Cut out what fits around the sign at `index`; returns it with the columns that stand before the sign.

    A sign of Chinese, say, takes two columns, and an accent of its own none.
    """
    start = 0
    if cell_len(line) > width:
        while cell_len(line[start:index]) > width // 2:
            start += 1
    end = len(line)
    while cell_len(line[start:end]) > width:
        end -= 1
    return line[start:end], cell_len(line[start:index])
