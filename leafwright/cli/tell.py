"""How findings are told: one line each, and on a terminal the line of the file with a caret below it."""

import traceback
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from leafwright.problems import ContentError, Problem, Severity, sort_problems
from leafwright.source import read_text
from leafwright.workspace import Workspace

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}


def for_findings() -> Console:
    """Return the console for findings: standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


def for_results() -> Console:
    """Return the console for what was asked for: standard output."""
    return Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def tell_problems(problems: Iterable[Problem], workspace: Workspace) -> None:
    """Tell each problem once, sorted by place, and how many there were."""
    console = for_findings()
    found = sort_problems(problems)
    for problem in found:
        if console.is_terminal:
            console.print(_dressed(problem), *_excerpt(problem, workspace, console.width - 4), sep="\n")
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


def _dressed(problem: Problem) -> Text:
    told = Text().append(str(problem.place), style="bold").append(": ")
    told.append(problem.code, style=STYLES[problem.severity]).append(f": {problem.message}")
    return told.append(f"; {problem.hint}") if problem.hint else told


def _excerpt(problem: Problem, workspace: Workspace, width: int) -> Iterator[Text]:
    """Show as much of the line a problem points at as fits; what is not there or not text is not shown."""
    place = problem.place
    path = workspace.find(place.file)
    try:
        lines = read_text(path, place.file).splitlines() if path else []
    except ContentError:
        return
    if place.line <= len(lines) and (line := lines[place.line - 1]).strip():
        start = max(0, place.column - width // 2) if len(line) > width else 0
        shown = line[start : start + width]
        yield Text(f"    {shown}", style="dim")
        # A tab below a tab keeps the caret in its column, however wide the terminal sets tabs.
        indent = "".join("\t" if sign == "\t" else " " for sign in shown[: place.column - 1 - start])
        yield Text(f"    {indent}^", style=STYLES[problem.severity])
