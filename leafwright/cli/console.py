"""Print findings: one line each, and on a terminal the line of the file with a caret below it."""

import sys
import traceback
from collections import Counter
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
"""Printed before a line of a file."""
HANG: Final = "  "
"""Printed before the continuation lines of a problem."""
NARROWEST: Final = 40
"""Below this many columns the terminal has to wrap lines itself."""


def findings_console() -> Console:
    """Return the console for findings: standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


def results_console() -> Console:
    """Return the console for results: standard output."""
    return Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def on_a_terminal() -> bool:
    """Return whether somebody can answer questions."""
    return sys.stdin.isatty()


def print_problems(problems: Iterable[Problem], workspace: Workspace) -> None:
    """Print each problem once, sorted by place, and their number; many of one kind in a file become one."""
    console = findings_console()
    folded = fold_problems(problems)
    for problem in folded:
        if console.is_terminal:
            console.print(
                *_wrapped(problem, console), *_excerpt(problem, workspace, console.width), "", sep="\n"
            )
        else:
            console.print(_line_of(problem))
    if folded:
        console.print(_tally(folded))


def print_traceback(fault: BaseException) -> None:
    """Print the traceback of an internal fault."""
    findings_console().print("".join(traceback.format_exception(fault)).rstrip())


def count(number: int, noun: str) -> str:
    """Say a number of things: `1 sheet`, `2 sheets`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _tally(problems: tuple[Problem, ...]) -> str:
    numbers = Counter(problem.severity for problem in problems)
    parts = {
        Severity.ERROR: count(numbers[Severity.ERROR], "error"),
        Severity.WARNING: count(numbers[Severity.WARNING], "warning"),
        Severity.ADVICE: f"{count(numbers[Severity.ADVICE], 'piece')} of advice",
    }
    return ", ".join(words for severity, words in parts.items() if numbers[severity])


def _line_of(problem: Problem) -> Text:
    """Write a problem as `file:line:column: error: code: what is wrong`, in colours where there are some."""
    text = Text().append(str(problem.place), style="bold").append(": ")
    text.append(f"{problem.severity}: {problem.code}", style=STYLES[problem.severity])
    return text.append(f": {problem.text}")


def _wrapped(problem: Problem, console: Console) -> Iterator[Text]:
    """Wrap a problem between words, because a terminal would break it within them."""
    first, *others = _line_of(problem).wrap(console, max(console.width, NARROWEST) - len(HANG))
    yield first
    yield from (Text(HANG).append_text(line) for line in others)


def _excerpt(problem: Problem, workspace: Workspace, width: int) -> Iterator[Text]:
    """Show as much of the problem's line as fits; nothing if there is no such line or it is not text."""
    place = problem.place
    path = workspace.find(place.file)
    try:
        lines = read_text(path, place.file).splitlines() if path else []
    except ContentError:
        return
    if place.line <= len(lines) and (line := lines[place.line - 1]).strip():
        # Terminals differ in the width of a tab, and the caret must be below its character.
        margin = min(len(line) - len(line.lstrip()), place.column - 1)
        flat, room = line[margin:].replace("\t", " ").rstrip(), max(width, NARROWEST) - 2 * len(MARGIN)
        seen = shown(flat[: place.column - 1 - margin])
        part, before = _cut(seen + shown(flat[place.column - 1 - margin :]), len(seen), room)
        yield Text(f"{MARGIN}{part}", style="dim")
        yield Text(f"{MARGIN}{' ' * before}^", style=STYLES[problem.severity])


def _cut(line: str, index: int, width: int) -> tuple[str, int]:
    """Cut out what fits around the character at `index`; return it with the columns before the character.

    A Chinese character takes two columns, and a combining accent none.
    """
    start = 0
    if cell_len(line) > width:
        while cell_len(line[start:index]) > width // 2:
            start += 1
    end = len(line)
    while cell_len(line[start:end]) > width:
        end -= 1
    return line[start:end], cell_len(line[start:index])
