"""What was measured, as a page for readers."""

import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from textwrap import fill
from typing import Final

from tools.bench.aims import TWO, Aim, Findings, all_aims
from tools.bench.spending import Spending
from tools.bench.timing import Row

PACKAGES: Final = ("weasyprint", "pydyf", "page-validation", "pypdfium2", "playwright", "typst")
WIDTH: Final = 110
HEAD: Final = """# How fast it is

One run of `make bench` on one machine. (a) and (e) to (h) run in turn, in three rounds, so that a slow
minute of the machine affects all of them; only (e), which takes longest, runs once. Times are wall clock: the
median of the runs, with the fastest and the slowest. Leafwright's times include every proof: each file is
read back, its text is compared with the content, and PDF/A-3a and PDF/UA-1 are checked. The others do none of
this, and do not search for the loosest setting at which a sheet fits: they get the one that Leafwright found.

Everything measured is in English (`--lang en`), so that the numbers still compare when the examples are
translated into more languages.
"""


def write_report(found: Findings) -> str:
    """Write the page."""
    parts = (
        [HEAD],
        machine(),
        ["", "| what | time | |", "|---|---|---|"],
        (f"| {row.name} | {row.time or '-'} | {_note(row)} |" for row in found.rows.values()),
        _memory(found),
        _other_pages(found),
        _spending(found.spending),
        _levers(found.levers),
        _against_aims(tuple(all_aims(found))),
    )
    return "\n".join(chain.from_iterable(parts)) + "\n"


def _note(row: Row) -> str:
    notes = (f"{row.pages} pages" if row.pages else "", row.note)
    return ", ".join(filter(None, notes))


def _memory(found: Findings) -> Iterator[str]:
    early, late, sheets = found.growth["early"], found.growth["late"], found.growth["sheets"]
    settled = found.growth["settled"]
    yield ""
    yield f"(d) A worker uses {early:.0f} MiB after {settled:.0f} sheets, {late:.0f} after {sheets:.0f}."
    if planned := found.planned:
        yield ""
        yield filled(
            f"(l) To plan {planned['sheets']:,.0f} sheets takes {planned['each'] * 1000:.1f} ms of processor "
            f"time a sheet. Planned a tenth at a time, they take {planned['early']:.0f} MiB after the first "
            f"tenth and {planned['late']:.0f} after the last."
        )


def _other_pages(found: Findings) -> Iterator[str]:
    """Say which tools print another number of pages, because they support less of the style."""
    own = found.rows[TWO].pages
    others = [row for row in found.rows.values() if row.pages not in {0, own}]
    if others:
        printed = " and ".join(f"{row.name} prints {row.pages}" for row in others)
        yield ""
        yield filled(
            f"The pages are not the same everywhere: Leafwright prints {own}, {printed}. "
            "For the aims below, (e) to (g) are calculated as if they printed as many."
        )


def _spending(spent: Spending) -> Iterator[str]:
    """Say how long a sheet takes, by stage."""
    sheets, total = spent.sheets, spent.total
    yield from ("", "## Where the time goes", "")
    yield filled(
        f"One process proves the {sheets} sheets once more, and its processor time is measured. "
        f"On average a sheet is laid out {spent.layouts / sheets:.1f} times, {spent.layout:.2f} s each: "
        "once as loosely as possible, and if it is too long or a box is split, again at rungs of the fit "
        f"ladder until the loosest that fits is found. This search takes {spent.search / total:.0%} of the "
        "time."
    )
    yield from ("", "| stage | seconds a sheet | share |", "|---|---|---|")
    for stage, seconds in spent.seconds.items():
        yield f"| {stage} | {seconds / sheets:.3f} | {seconds / total:.0%} |"


def _levers(saved: Mapping[str, float]) -> Iterator[str]:
    """Say what each lever on the engine saves."""
    if saved:
        yield from ("", "## What the levers on the engine save", "")
        yield filled(
            "Each lever makes a function of the engine faster, and changes no byte. `LEAFWRIGHT_LEVERS=off` "
            "releases them all. The same sheets are proved with and without each, in turn; differences of 3% "
            "or less are within the error."
        )
        yield from ("", "| without | processor time |", "|---|---|")
        yield from (f"| `{name}` | {share:+.0%} |" for name, share in saved.items())


def _against_aims(aims: Sequence[Aim]) -> Iterator[str]:
    yield from ("", "## The aims", "", "| | aim | measured | |", "|---|---|---|---|")
    for aim in aims:
        verdict = "met" if aim.met else f"missed by {1 - aim.reach:.1%}"
        yield f"| {aim.name} | {aim.aim} | {aim.found} | {verdict} |"
    missed = [aim for aim in aims if aim.why and not aim.met]
    if missed:
        yield from ("", "Why these are missed:", "")
        yield from (filled(f"- {aim.name}: {aim.why}.", indent="  ") for aim in missed)


def filled(text: str, indent: str = "") -> str:
    """Break a paragraph into lines of the width of our pages."""
    return fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def machine() -> Iterator[str]:
    """Name the code, the machine and the versions, as items of a list."""
    yield from _commit()
    system = f"{platform.system()} {platform.machine()}"
    yield f"- {system}, {os.cpu_count()} cores, Python {platform.python_version()}"
    known = ((name, _version(name)) for name in PACKAGES)
    yield "- " + ", ".join(f"{name} {found}" for name, found in known if found)


def _commit() -> Iterator[str]:
    """Name the commit that is checked out, whose pages and times these are; nothing without Git."""
    git = ["git", "log", "-1", "--format=commit %h of %ad", "--date=format:%-d %B %Y"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        yield f"- {done.stdout.strip()}: what has changed since is not in these figures"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
