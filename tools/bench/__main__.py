"""Measure Leafwright against itself and against others, and write docs/performance.md and docs/scale.md.

Run by `make bench`; `--quick` measures each thing once, on small libraries, to try the benchmark itself.
"""

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from leafwright.build.work import LIMITS
from leafwright.workspace import Workspace
from tools.bench.aims import BEFORE, CHANGED, IDLE, ONE, TWO, Findings
from tools.bench.levers import measure_levers
from tools.bench.libraries import TOPICS, one_handout, one_phone, one_token, write_examples, write_large
from tools.bench.others import all_others
from tools.bench.pages import LANGUAGE, Pages, write_pages
from tools.bench.rates import find_rates
from tools.bench.report import write_report
from tools.bench.scale import write_scale
from tools.bench.spending import measure
from tools.bench.timing import ROOT, Row, Way, alternate, clock, generate, run
from tools.bench.waits import all_waits

WORKERS: Final = {ONE: 1, TWO: 2}


@dataclass(slots=True, kw_only=True)
class Cold:
    """The example library of a checkout built from nothing, with so many workers.

    `sheets` are those of the last build, `seconds` the processor time of each build. A checkout that has
    set up an environment of its own is built by it, and each checkout keeps its fonts to itself.
    """

    name: str
    workers: int
    output: Path
    checkout: Path = ROOT
    sheets: list[dict[str, Any]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def way(self) -> Way:
        """Say how it is done."""
        return Way(
            name=self.name,
            work=self._build,
            before=partial(shutil.rmtree, self.output, ignore_errors=True),
            count=lambda: sum(sheet["pages"] for sheet in self.sheets),
            note=self._note,
        )

    def _build(self) -> None:
        words = (
            "build",
            "--json",
            "--lang",
            LANGUAGE,
            "--workers",
            str(self.workers),
            "--output",
            self.output,
        )
        before = _spent()
        told = run(
            [self._python(), self.checkout / "generate.py", *words], self.checkout, self._surroundings()
        )
        self.seconds.append(_spent() - before)
        self.sheets = json.loads(told)["sheets"]

    def _python(self) -> Path:
        own = self.checkout / ".venv" / "bin" / "python"
        return own if own.is_file() else Path(sys.executable)

    def _surroundings(self) -> dict[str, str] | None:
        if self.checkout == ROOT:
            return None
        cache = str(self.output.parent / "cache")
        return {**os.environ, "LEAFWRIGHT_CACHE": cache, "PYTHONPATH": ""}

    def _note(self) -> str:
        each = median(self.seconds) / len(self.sheets)
        peak = max(sheet["memory_mib"] for sheet in self.sheets)
        return f"{each:.3f} s of processor time a sheet, peak {peak} MiB a worker"


def _spent() -> float:
    """Return the processor time of all processes that were started here and have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@dataclass(slots=True, kw_only=True)
class Bench:
    """One benchmark: where it works, how often it measures, and what it has found."""

    folder: Path
    runs: int
    topics: int
    sheets: int
    before: Path | None = None
    rows: list[Row] = field(default_factory=list)

    def tell(self, row: Row) -> None:
        """Keep a measurement, and show it."""
        self.rows.append(row)
        sys.stderr.write(f"{row.name}: {row.time} {row.note} {row.pages or ''}\n")

    def side_by_side(self, pages: Pages) -> None:
        """Print the examples from nothing by Leafwright and by other means: (a) and (e) to (h)."""
        ways = [
            Cold(name=name, workers=workers, output=self.folder / "cold").way()
            for name, workers in WORKERS.items()
        ]
        if self.before:
            output = self.folder / "before"
            ways.append(Cold(name=BEFORE, workers=2, output=output, checkout=self.before).way())
        ways += all_others(pages)
        for row in alternate([way for way in ways if not way.missing], self.runs):
            self.tell(row)
        self.rows.extend(way.skipped() for way in ways if way.missing)

    def changes(self) -> None:
        """Change a phone number and a size of the examples, which is all they stand on: (c)."""
        root = write_examples(self.folder / "examples")
        build = ("--workspace", root, "build", "--quiet")
        generate(*build)
        for name, change in (("clinic's phone, 24", one_phone), ("token, 48", one_token)):
            change(root)
            self.once(f"(c) 48 sheets, one {name} built", build)

    def large(self) -> None:
        """Change nothing and then one handout in a library of a thousand sheets: (b) and (c)."""
        root = write_large(self.folder / "large", self.topics)
        build = ("--workspace", root, "build", "--quiet")
        self.once("(b) 1,000 sheets, cold", build)
        self.tell(Row(name=IDLE, time=clock(partial(generate, *build), 2 * self.runs + 1)))
        one_handout(root)
        self.once(CHANGED, build)

    def waits(self) -> None:
        """Measure what somebody waits for: (i) to (k), and the help."""
        handouts = self.topics * 300 // TOPICS
        for row in all_waits(self.folder / "waits", self.runs, handouts):
            self.tell(row)

    def once(self, name: str, build: Sequence[str | Path]) -> None:
        """Time a build that cannot be had twice."""
        self.tell(Row(name=name, time=clock(partial(generate, *build), 1)))

    def growth(self) -> dict[str, float]:
        """Prove many sheets in one process and watch its memory: (d)."""
        told = run([sys.executable, "-m", "tools.bench.growth", self.folder / "large", str(self.sheets)])
        found: dict[str, float] = json.loads(told)
        sys.stderr.write(f"(d) {found}\n")
        return found

    def planning(self) -> dict[str, float]:
        """Plan ten times as many sheets as are built, a tenth at a time: (l)."""
        root = write_large(self.folder / "planned", 10 * self.topics)
        told = run([sys.executable, "-m", "tools.bench.planning", root])
        found: dict[str, float] = json.loads(told)
        sys.stderr.write(f"(l) {found}\n")
        shutil.rmtree(root)
        return found


PARTS: Final = ("side-by-side", "changes", "large", "waits", "planning")


def main() -> None:
    """Measure everything in one run, or some parts of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="once, on small libraries; writes nothing")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; writes nothing")
    parser.add_argument(
        "--before",
        type=Path,
        help="an earlier checkout, where make has run, built in turn with this one",
    )
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # no way is to compile its modules at every start
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(
            folder=Path(scratch),
            runs=1 if given.quick else 3,
            topics=3 if given.quick else TOPICS,
            sheets=60 if given.quick else LIMITS.sheets,
            before=given.before and given.before.resolve(),
        )
        written = _some(bench, given.only) if given.only else _everything(bench)
    for name, text in written.items():
        if given.quick:
            sys.stdout.write(text)
        else:
            (ROOT / "docs" / name).write_text(text, "utf-8")


def _some(bench: Bench, parts: Sequence[str]) -> dict[str, str]:
    """Measure some parts; what they find is on standard error, and no page is written."""
    if "side-by-side" in parts:
        bench.side_by_side(write_pages(bench.folder / "pages"))
    if "changes" in parts:
        bench.changes()
    if "large" in parts:
        bench.large()
        bench.growth()
    if "waits" in parts:
        bench.waits()
    if "planning" in parts:
        bench.planning()
    return {}


def _everything(bench: Bench) -> dict[str, str]:
    """Measure everything, and write both pages."""
    pages = write_pages(bench.folder / "pages")
    bench.side_by_side(pages)
    bench.changes()
    bench.large()
    growth = bench.growth()
    bench.waits()
    planned = bench.planning()
    spent = measure(pages.jobs)
    found = Findings(
        rows={row.name: row for row in bench.rows},
        growth=growth,
        spending=spent,
        planned=planned,
        levers=measure_levers(pages.jobs),
    )
    rates = find_rates(found, pages.jobs, Workspace(root=bench.folder / "large"))
    return {"performance.md": write_report(found), "scale.md": write_scale(rates)}


if __name__ == "__main__":
    main()
