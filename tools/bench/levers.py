"""What each lever on the engine saves: some sheets proved with all levers, and with each one released."""

import time
from collections.abc import Callable, Sequence
from statistics import fmean

from leafwright.build import work
from leafwright.build.record import Job


def measure_levers(jobs: Sequence[Job], sheets: int = 8) -> dict[str, float]:
    """Return by how much longer sheets take without each lever, as a share; all of them come first.

    The engine has started. Each time without a lever is compared with the times before and after it.
    """
    from leafwright.pdf.engine import LEVERS, levers_released, pages  # noqa: PLC0415  # the fonts had to come first

    chosen = jobs[:: max(len(jobs) // sheets, 1)]
    before = _seconds(chosen)
    with levers_released():
        without = _seconds(chosen)
    saved = {"all of them": without / before - 1}
    both = (pages.WATCHED, pages.INTERRUPTED)  # these need each other
    for released in (*((lever,) for lever in LEVERS if lever not in both), both):
        for lever in released:
            lever.release()
        without = _seconds(chosen)
        for lever in released:
            lever.pull()
        after = _seconds(chosen)
        saved[str(released[0])] = without / fmean((before, after)) - 1
        before = after
    return saved


def _seconds(jobs: Sequence[Job], prove: Callable[[Job], object] = work.prove_job) -> float:
    """Prove sheets, and return the seconds of processor time."""
    start = time.process_time()
    for job in jobs:
        prove(job)
    return time.process_time() - start
