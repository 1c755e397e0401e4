"""Times of whole processes, each run as often as asked and told by its median."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """What several runs of the same thing took, in seconds of wall clock."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.runs)

    def __str__(self) -> str:
        """Return the median, with the fastest and the slowest where there are several."""
        told = f"{self.median:.2f} s"
        return told if len(self.runs) == 1 else f"{told} ({min(self.runs):.2f} to {max(self.runs):.2f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was measured, or why it was not; `pages` are those it printed, where that matters."""

    name: str
    time: Time | None
    note: str = ""
    pages: int = 0


def clock(work: Callable[[], object], runs: int, before: Callable[[], object] = lambda: None) -> Time:
    """Time some work; what must be done before each run is not counted."""
    taken = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return Time(runs=tuple(taken))


def run(command: Sequence[str | Path], cwd: Path = ROOT) -> str:
    """Run a command; returns what it said. Raises CalledProcessError, after telling why."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()
    return done.stdout


def generate(*words: str | Path) -> str:
    """Run the command line of this checkout."""
    return run([sys.executable, ROOT / "generate.py", *words])


def peak_of_children() -> int:
    """Return the most memory that one process begun from here has used, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def memory() -> float:
    """Return what this process uses now, in MiB. Source: /proc/self/statm."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
