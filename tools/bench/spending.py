"""Where the time of a sheet goes: what each stage of its proof takes, in seconds of processor time."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any, Final
from unittest.mock import patch

from leafwright.build import work
from leafwright.build.record import Job

LAYING_OUT: Final = "laying out"
WRITING: Final = "writing the file"
PROVING: Final = "proving: reading back, comparing, validating"
DRAWING: Final = "drawing the first page for the catalogue"
REST: Final = "the rest"

DRAFT: Final = "leafwright.pdf.layout.Page.draft"
STAGES: Final = (
    (DRAFT, LAYING_OUT),
    ("leafwright.pdf.layout.Layout.completed", LAYING_OUT),
    ("leafwright.pdf.layout.Layout.write", WRITING),
    ("leafwright.pdf.measure.read_strips", PROVING),
    ("leafwright.pdf.proof.sort_problems", PROVING),
    ("leafwright.build.work.run_proof", PROVING),
    ("leafwright.build.work.draw_thumbnail", DRAWING),
)
"""What is timed, and the stage it belongs to; none of these calls another. Checks run as they are sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What proving some sheets took, by stage, and how often they were laid out."""

    sheets: int
    layouts: int
    seconds: dict[str, float]

    @property
    def total(self) -> float:
        """All of it."""
        return sum(self.seconds.values())

    @property
    def layout(self) -> float:
        """One layout."""
        return self.seconds[LAYING_OUT] / self.layouts

    @property
    def search(self) -> float:
        """The layouts beyond one a sheet: the search for the rung it fits at."""
        return self.layout * (self.layouts - self.sheets)

    @property
    def least(self) -> float:
        """Each sheet laid out once and written, which is what other ways do."""
        return self.layout * self.sheets + self.seconds[WRITING]


def measure(jobs: Iterable[Job]) -> Spending:
    """Prove sheets one after the other in this process, whose engine has started."""
    seconds: dict[str, float] = defaultdict(float)
    calls: Counter[str] = Counter()
    sheets = 0
    with ExitStack() as stack:
        for name, stage in STAGES:
            stack.enter_context(_timed(name, stage, seconds, calls))
        start = time.process_time()
        for job in jobs:
            work.prove_job(job)
            sheets += 1
        total = time.process_time() - start
    spent = {stage: seconds[stage] for stage in (LAYING_OUT, WRITING, PROVING, DRAWING)}
    spent[REST] = total - sum(spent.values())
    return Spending(sheets=sheets, layouts=calls[DRAFT], seconds=spent)


def _timed(name: str, stage: str, seconds: dict[str, float], calls: Counter[str]) -> Any:
    """Let a function of Leafwright be timed wherever it is called by this name."""
    work_of: Callable[..., Any] = resolve_name(name)

    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work_of(*given, **named)
        finally:
            seconds[stage] += time.process_time() - start
            calls[name] += 1

    return patch(name, timed)
