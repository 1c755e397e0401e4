"""Times of whole processes, each run as often as asked and told by its median."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to print the pages: its work, what is done before it untimed, and how many pages came of it.

    `missing` says why it cannot be taken here, `note` what else is to be told of it. One that takes long is
    taken `once`.
    """

    name: str
    work: Callable[[], object]
    count: Callable[[], int]
    before: Callable[[], object] = lambda: None
    note: Callable[[], str] = lambda: ""
    missing: str = ""
    once: bool = False

    def skipped(self) -> Row:
        """Tell why it was not taken."""
        return Row(name=self.name, time=None, note=f"skipped: {self.missing}")


def clock(work: Callable[[], object], runs: int) -> Time:
    """Time some work."""
    return Time(runs=tuple(_seconds(work) for _ in range(runs)))


def alternate(ways: Sequence[Way], rounds: int) -> Iterator[Row]:
    """Take each way in turn, and all of them again, so that a slow minute is not one way's alone."""
    taken: dict[str, list[float]] = {way.name: [] for way in ways}
    pages: dict[str, int] = {}
    for number in range(rounds):
        for way in (way for way in ways if not (number and way.once)):
            way.before()
            taken[way.name].append(_seconds(way.work))
            pages[way.name] = way.count()
    for way in ways:
        time_of = Time(runs=tuple(taken[way.name]))
        yield Row(name=way.name, time=time_of, note=way.note(), pages=pages[way.name])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(command: Sequence[str | Path], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Run a command; returns what it said. Raises CalledProcessError, after telling why."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()
    return done.stdout


def generate(*words: str | Path) -> str:
    """Run the command line of this checkout."""
    return run([sys.executable, ROOT / "generate.py", *words])


def memory() -> float:
    """Return what this process uses now, in MiB. Source: /proc/self/statm."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
