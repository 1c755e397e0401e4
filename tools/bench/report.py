"""What was measured, as a page for readers."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from tools.bench.timing import Time

PACKAGES: Final = ("weasyprint", "pydyf", "page-validation", "pypdfium2", "playwright", "typst")
HEAD: Final = """# How fast it is

One run of `make bench`, everything side by side on the same machine. Times are wall clock: the median of the
runs, with the fastest and the slowest. Leafwright's times include every proof: each file is read back, its
text compared with the content, PDF/A-3a and PDF/UA-1 checked. None of the others does any of it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was measured, or why it was not."""

    name: str
    time: Time | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A ratio or a figure that the design aims at, and what it came to."""

    name: str
    aim: str
    found: str
    met: bool


def write_report(rows: Sequence[Row], growth: Mapping[str, float]) -> str:
    """Write the page."""
    lines = [HEAD, *_machine(), "", "| what | time | |", "|---|---|---|"]
    lines += [f"| {row.name} | {row.time or '-'} | {row.note} |" for row in rows]
    early, late, sheets = growth["early"], growth["late"], growth["sheets"]
    grown = late / early - 1
    lines += [
        "",
        f"(d) A worker uses {early:.0f} MiB after 50 sheets, {late:.0f} after {sheets:.0f}: {grown:+.1%}.",
        "",
        "## Against the aims",
        "",
        "| | aim | found | |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {aim.name} | {aim.aim} | {aim.found} | {'met' if aim.met else 'missed'} |"
        for aim in _aims({row.name: row.time.median for row in rows if row.time}, grown)
    ]
    return "\n".join(lines) + "\n"


def _machine() -> Iterator[str]:
    """Name the machine and the versions."""
    system = f"{platform.system()} {platform.machine()}"
    yield f"- {system}, {os.cpu_count()} cores, Python {platform.python_version()}"
    known = ((name, _version(name)) for name in PACKAGES)
    yield "- " + ", ".join(f"{name} {found}" for name, found in known if found)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _aims(took: Mapping[str, float], grown: float) -> Iterator[Aim]:
    """Set what was found beside what was aimed at; a way that was skipped has no ratio."""
    one, two = took["(a) Leafwright, cold, 1 worker"], took["(a) Leafwright, cold, 2 workers"]
    yield _at_least("a second worker", 1.7, one / two)
    for letter, least in (("(e)", 8.0), ("(f)", 2.5), ("(g)", 1.0)):
        for name in took:
            if name.startswith(letter):
                yield _at_least(f"2 workers against {name}", least, took[name] / two)
    idle = took["(b) 1,000 sheets, nothing changed"]
    yield Aim(name="nothing changed", aim="under 0.3 s", found=f"{idle:.2f} s", met=idle < 0.3)  # noqa: PLR2004
    one = took["(c) 1,000 sheets, one handout changed, 8 built"]
    for name in took:
        if name.startswith("(h)"):
            # It was measured on the 48 examples, and has no way to build only what changed.
            whole = took[name] * 1000 / 48
            yield _at_least("one handout of 1,000 against Typst building all, reckoned", 1.0, whole / one)
    yield Aim(name="memory from sheet 50 to 500", aim="under 5%", found=f"{grown:+.1%}", met=grown < 0.05)  # noqa: PLR2004


def _at_least(name: str, least: float, found: float) -> Aim:
    return Aim(name=name, aim=f"at least {least:g} times", found=f"{found:.2f} times", met=found >= least)
