"""What one sheet costs where there are many: time to plan and to prove it, and bytes to keep and to send."""

import pickle
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from leafwright import fonts
from leafwright.build import Selection, draft_sheets, fallbacks_of, survey
from leafwright.build.record import Job
from leafwright.build.remote_job import RemoteJob
from leafwright.library import load_library
from leafwright.workspace import Workspace
from tools.bench.spending import Spending


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What one sheet costs on average: seconds of processor time, and bytes."""

    proving: float
    planning: float
    pdf: float
    picture: float
    entry: float
    remote_job: float


def find_rates(spent: Spending, jobs: Sequence[Job], large: Workspace) -> Rates:
    """Measure what is not known yet, on the jobs of the examples and on a large library that was built."""
    output = large.root / "output"
    sheets = [*output.glob("*/*.pdf")]
    return Rates(
        proving=spent.total / spent.sheets,
        planning=_planning(large),
        pdf=fmean(path.stat().st_size for path in sheets),
        picture=sum(path.stat().st_size for path in output.rglob("*.webp")) / len(sheets),
        entry=(output / "manifest.json").stat().st_size / len(sheets),
        remote_job=fmean(len(pickle.dumps(RemoteJob.of(job))) for job in jobs),
    )


def _planning(large: Workspace) -> float:
    library = load_library(large)
    toolchain = survey(large, fonts.activate().fingerprint, fallbacks_of(library))
    start = time.process_time()
    drafts = draft_sheets(library, Selection(), toolchain)
    return (time.process_time() - start) / len(drafts.keys)
