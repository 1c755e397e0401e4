"""The progress of a build: a bar on a terminal, lines elsewhere."""

import os
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from rich import progress
from rich.text import Text

from leafwright.build import Outcome, Result
from leafwright.cli.console import count, findings_console, results_console
from leafwright.problems import Severity


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
        self._bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            Rate(),
            progress.TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal or "CI" in os.environ,
        )
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
