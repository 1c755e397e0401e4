"""Measure Leafwright against itself and against others, and write docs/performance.md.

Run by `make bench`; `--quick` measures each thing once, on small libraries, to try the benchmark itself.
"""

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from leafwright.workspace import Workspace
from tools.bench.aims import CHANGED, IDLE, ONE, TWO, Findings
from tools.bench.libraries import TOPICS, one_handout, one_phone, one_token, write_examples, write_large
from tools.bench.others import all_others, count_pages
from tools.bench.pages import LANGUAGE, Pages, write_pages
from tools.bench.report import write_report
from tools.bench.spending import measure
from tools.bench.timing import ROOT, Row, Time, clock, generate, peak_of_children, run

WORKERS: Final = {ONE: 1, TWO: 2}


@dataclass(slots=True, kw_only=True)
class Bench:
    """One benchmark: where it works, how often it measures, and what it has found."""

    folder: Path
    runs: int
    topics: int
    sheets: int
    rows: list[Row] = field(default_factory=list)

    def tell(self, name: str, time: Time, note: str = "", pages: int = 0) -> None:
        """Keep a measurement, and show it."""
        self.rows.append(Row(name=name, time=time, note=note, pages=pages))
        sys.stderr.write(f"{name}: {time} {note} {pages or ''}\n")

    def cold(self, pages: Pages) -> None:
        """Build the example library from nothing, with one worker and with two: (a)."""
        output = self.folder / "cold"
        for name, workers in WORKERS.items():
            build = ("build", "--quiet", "--lang", LANGUAGE, "--workers", str(workers), "--output", output)
            time = clock(
                partial(generate, *build),
                self.runs,
                before=partial(shutil.rmtree, output, ignore_errors=True),
            )
            self.tell(name, time, f"peak {peak_of_children()} MiB a process", pages.pages)

    def others(self, pages: Pages) -> None:
        """Print the same pages by other means: (e) to (h)."""
        for other in all_others(pages):
            if other.missing:
                self.rows.append(Row(name=other.name, time=None, note=f"skipped: {other.missing}"))
                continue
            runs = 1 if other.name.startswith("(e)") else self.runs
            time = clock(other.work, runs)
            self.tell(other.name, time, pages=count_pages(pages))

    def changes(self) -> None:
        """Change a phone number and a size of the examples, which is all they stand on: (c)."""
        root = write_examples(self.folder / "examples")
        build = ("--workspace", root, "build", "--quiet")
        generate(*build)
        for name, change in (("clinic's phone, 24", one_phone), ("token, 48", one_token)):
            change(root)
            self.tell(f"(c) 48 sheets, one {name} built", clock(partial(generate, *build), 1))

    def large(self) -> None:
        """Change nothing and then one handout in a library of a thousand sheets: (b) and (c)."""
        root = write_large(self.folder / "large", self.topics)
        build = ("--workspace", root, "build", "--quiet")
        self.tell("(b) 1,000 sheets, cold", clock(partial(generate, *build), 1))
        self.tell(IDLE, clock(partial(generate, *build), 2 * self.runs + 1))
        one_handout(root)
        self.tell(CHANGED, clock(partial(generate, *build), 1))

    def growth(self) -> dict[str, float]:
        """Prove many sheets in one process and watch its memory: (d)."""
        told = run([sys.executable, "-m", "tools.bench.growth", self.folder / "large", str(self.sheets)])
        found: dict[str, float] = json.loads(told)
        sys.stderr.write(f"(d) {found}\n")
        return found


def main() -> None:
    """Measure everything in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="once, on small libraries; writes nothing")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(
            folder=Path(scratch),
            runs=1 if quick else 3,
            topics=3 if quick else TOPICS,
            sheets=60 if quick else 500,
        )
        pages = write_pages(bench.folder / "pages")
        bench.cold(pages)
        bench.others(pages)
        bench.changes()
        bench.large()
        report = write_report(
            Findings(
                rows={row.name: row for row in bench.rows},
                growth=bench.growth(),
                spending=measure(pages.jobs, Workspace(root=ROOT)),
            )
        )
    if quick:
        sys.stdout.write(report)
    else:
        (ROOT / "docs" / "performance.md").write_text(report, "utf-8")


if __name__ == "__main__":
    main()
