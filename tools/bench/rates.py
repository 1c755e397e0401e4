"""What one sheet costs where there are many: time to plan and to prove it, and bytes to keep and to send."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from leafwright.build.record import Job
from leafwright.build.remote_job import RemoteJob
from leafwright.workspace import Workspace
from tools.bench.aims import Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What one sheet costs on average: seconds of processor time, and bytes."""

    proving: float
    planning: float
    pdf: float
    picture: float
    entry: float
    remote_job: float


def find_rates(found: Findings, jobs: Sequence[Job], large: Workspace) -> Rates:
    """Measure what is not known yet, on the jobs of the examples and on a large library that was built."""
    spent, output = found.spending, large.root / "output"
    sheets = [*output.glob("*/*.pdf")]
    return Rates(
        proving=spent.total / spent.sheets,
        planning=found.planned["each"],
        pdf=fmean(path.stat().st_size for path in sheets),
        picture=sum(path.stat().st_size for path in output.rglob("*.webp")) / len(sheets),
        entry=(output / "manifest.json").stat().st_size / len(sheets),
        remote_job=fmean(len(pickle.dumps(RemoteJob.of(job))) for job in jobs),
    )
