"""Progress with the time that is left: a bar on a terminal; of a build, lines elsewhere."""

import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import Final, Self

from rich import progress
from rich.console import Console
from rich.text import Text

from leafwright.build import Outcome, Result
from leafwright.cli.console import count, findings_console, results_console
from leafwright.problems import Advance, Severity, unwatched

PATIENCE: Final = 2.0
"""How many seconds something may take before a bar is shown."""


@contextmanager
def progress_of(what: str, total: int) -> Iterator[Advance]:
    """Give what counts a step; on a terminal, a bar shows after some seconds how long the rest takes."""
    console = findings_console()
    if not _is_watched(console):
        yield unwatched
        return
    bar = _bar(console, progress.TimeRemainingColumn())
    task, begun = bar.add_task(what, total=total), time.monotonic()

    def advance() -> None:
        bar.advance(task)
        if time.monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield advance
    finally:
        bar.stop()


def _is_watched(console: Console) -> bool:
    """Return whether somebody sees a bar: CI hosts keep every state of one."""
    return console.is_terminal and "CI" not in os.environ


def _bar(console: Console, *columns: progress.ProgressColumn, disable: bool = False) -> progress.Progress:
    return progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        *columns,
        console=console,
        transient=True,
        disable=disable,
    )


class Rate(progress.ProgressColumn):
    """Sheets per second."""

    def render(self, task: progress.Task) -> Text:
        """Render the rate once there is one."""
        return Text(f"{task.speed:.1f} sheets/s" if task.speed else "", style="progress.data.speed")


class BuildProgress(AbstractContextManager["BuildProgress"]):
    """A bar on a terminal; elsewhere a line for each sheet that was not kept."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        """Begin a build of `total` sheets."""
        self._quiet = quiet
        self._results = results_console()
        console = findings_console()
        hidden = quiet or not _is_watched(console)
        self._bar = _bar(console, Rate(), progress.TimeRemainingColumn(), disable=hidden)
        self._total = total
        self._task = self._bar.add_task("Building", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def tell(self, result: Result) -> None:
        """Report one result."""
        if result.outcome is Outcome.UNCHANGED:
            self._total -= 1
            self._bar.update(self._task, total=self._total)
            return
        if result.outcome not in {Outcome.REMOVED, Outcome.WITHHELD}:
            self._bar.advance(self._task)
        if self._quiet or (not self._bar.disable and result.outcome is Outcome.BUILT):
            return
        line = f"{result.outcome:<9}{result.key.path}{_note(result)}"
        (self._results if self._bar.disable else self._bar.console).print(line)


def _note(result: Result) -> str:
    """Say how many pages a sheet has, or why it is not written."""
    if result.outcome is Outcome.BUILT:
        return f", {count(result.pages, 'page')}"
    if result.why:
        return f": {result.why}"
    codes = sorted({problem.code for problem in result.problems if problem.severity is Severity.ERROR})
    return f": {', '.join(codes)}" if codes else ""
