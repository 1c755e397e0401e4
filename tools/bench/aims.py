"""What the design aims at, set beside what was found; and what the profile says of an aim that is missed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from leafwright.build.work import LIMITS
from tools.bench.spending import Spending
from tools.bench.timing import Row

ONE: Final = "(a) Leafwright, cold, 1 worker"
TWO: Final = "(a) Leafwright, cold, 2 workers"
IDLE: Final = "(b) 1,000 sheets, nothing changed"
CHANGED: Final = "(c) 1,000 sheets, one handout changed, 8 built"
BEFORE: Final = "(a) Leafwright at the commit before, cold, 2 workers"
CHECK: Final = "(i) check of 300 handouts and their translations"
CHECK_AGAIN: Final = "(i) check of 300 handouts, nothing changed"
HELP: Final = "(m) --help"
EDIT: Final = "(j) preview, an edit seen"
USABLE: Final = "(k) catalogue of 1,000 sheets, shown"
ANSWER: Final = "(k) catalogue of 1,000 sheets, a filter answered"

OTHERS: Final = {"(e)": 8.0, "(f)": 2.5, "(g)": 1.0}
"""How many times as fast as another way two workers are to be."""
SECOND: Final = 1.7
WAITS: Final = {
    IDLE: 0.15,
    CHANGED: 2.5,
    CHECK: 4,
    CHECK_AGAIN: 4,
    EDIT: 1,
    USABLE: 1,
    ANSWER: 0.05,
    HELP: 0.15,
}
"""The most seconds that somebody is to wait."""
GROWTH: Final = 0.05
PLAN: Final = 0.004
"""The most seconds of processor time to plan a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A ratio or a figure that the design aims at, what it came to, and why where it is missed.

    `reach` is the share of the aim that was found: 1 or more where it is met.
    """

    name: str
    aim: str
    found: str
    reach: float
    why: str = ""

    @property
    def met(self) -> bool:
        """Tell whether the aim is reached."""
        return self.reach >= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one run of the benchmark found."""

    rows: Mapping[str, Row]
    growth: Mapping[str, float]
    spending: Spending
    planned: Mapping[str, float] = field(default_factory=dict)
    levers: Mapping[str, float] = field(default_factory=dict)

    def took(self, name: str) -> float:
        """Return the median of what was measured under a name."""
        time = self.rows[name].time
        return time.median if time else 0.0

    def named(self, letter: str) -> Iterator[Row]:
        """Find another way by its letter, unless it was skipped."""
        return (row for name, row in self.rows.items() if name.startswith(letter) and row.time)


def all_aims(found: Findings) -> Iterator[Aim]:
    """Set what was found beside what was aimed at; a way that was skipped has no ratio."""
    one, two = found.took(ONE), found.took(TWO)
    yield _at_least("a second worker", SECOND, one / two, _why_not_half(one, two))
    for letter, least in OTHERS.items():
        for row in found.named(letter):
            yield _against(row, least, found)
    for name, most in WAITS.items():
        for row in found.named(name):
            yield _within(row, most)
    for row in found.named("(h)"):
        # It was measured on the examples, and has no way to build only what changed.
        whole = found.took(row.name) * 1000 / found.spending.sheets
        name = "one handout of 1,000 against Typst building all, calculated"
        yield _at_least(name, 1.0, whole / found.took(CHANGED))
    yield _memory(found.growth)
    if found.planned:
        each = found.planned["each"]
        name, aim = f"planning of {found.planned['sheets']:,.0f} sheets", f"under {PLAN * 1000:g} ms a sheet"
        yield Aim(name=name, aim=aim, found=f"{each * 1000:.1f} ms", reach=PLAN / each)


def _against(row: Row, least: float, found: Findings) -> Aim:
    """Compare two workers with another way, as if that had printed as many pages."""
    pages = found.rows[TWO].pages
    other = found.took(row.name) * pages / (row.pages or pages)
    bound = other / (found.spending.least / 2)
    why = (
        f"laid out once and written, with no search for a fit and no proof, the sheets would keep two "
        f"workers busy for {found.spending.least / 2:.1f} s, so {bound:.2f} times would be the most"
    )
    return _at_least(f"2 workers against {row.name}", least, other / found.took(TWO), why)


def _why_not_half(one: float, two: float) -> str:
    alone = max(2 * two - one, 0)
    return (
        f"{alone:.1f} s of the {one:.1f} s do not become less with a second worker: reading and planning "
        "the library, starting the engine in each worker, the end, when one has nothing left to do, and what "
        "two processes that share a memory cost each other"
    )


def _memory(growth: Mapping[str, float]) -> Aim:
    grown = growth["late"] / growth["early"] - 1
    # A quick run measures fewer sheets than it takes to settle.
    each = (growth["late"] - growth["early"]) * 1024 / max(growth["sheets"] - growth["settled"], 1)
    why = (
        f"that is {each:.0f} KiB a sheet; a build ends each worker after {LIMITS.sheets} sheets and starts "
        "another, so that it cannot add up"
    )
    found, aim = f"{grown:+.1%}", f"under {GROWTH:.0%}"
    reach = GROWTH / grown if grown > 0 else 1.0
    return Aim(
        name=f"memory from sheet 50 to {growth['sheets']:.0f}", aim=aim, found=found, reach=reach, why=why
    )


def _within(row: Row, most: float) -> Aim:
    seconds = row.time.median if row.time else 0.0
    return Aim(name=row.name, aim=f"under {most:g} s", found=f"{seconds:.2f} s", reach=most / seconds)


def _at_least(name: str, least: float, found: float, why: str = "") -> Aim:
    aim = f"at least {least:g} times"
    return Aim(name=name, aim=aim, found=f"{found:.2f} times", reach=found / least, why=why)
