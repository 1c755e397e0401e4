"""The pages of a library as plain HTML files, for engines that know nothing of Leafwright."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leafwright import fonts
from leafwright.build import Selection, draft_sheets
from leafwright.build.record import Job
from leafwright.html import ORIGIN
from leafwright.library import load_library
from leafwright.workspace import Workspace
from tools.bench.timing import ROOT

LINKS: Final = '<link rel="stylesheet" href="styles/index.css"><link rel="stylesheet" href="styles/page.css">'
LANGUAGE: Final = "en"
"""All that is measured is in English, so that further translations do not change what is compared."""
FOLDERS: Final = ("clinics", "handouts", "styles", "templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a library, each with the rung of the ladder that it was printed at."""

    folder: Path
    jobs: tuple[Job, ...]
    fontconfig: Path

    def file(self, job: Job) -> Path:
        """Name the page of a job."""
        return self.folder / f"{job.key.path.replace('/', '-')}.html"


def write_pages(folder: Path) -> Pages:
    """Write every page of the example library in English, set as tightly as Leafwright prints it."""
    workspace = Workspace(root=ROOT)
    config = fonts.activate().config
    from leafwright.build.work import prove_job  # noqa: PLC0415  # the fonts had to come first
    from leafwright.pdf.fetch import INDEX, WorkspaceFetcher  # noqa: PLC0415  # the fonts had to come first

    jobs = draft_sheets(load_library(workspace), Selection(languages=(LANGUAGE,))).jobs
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    index = WorkspaceFetcher(workspace).fetch(ORIGIN + INDEX).read()
    (folder / INDEX).write_bytes(index)
    for job in jobs:
        printed = prove_job(job)
        rung = f":root {{ --fit-space: {printed.rung.space:g}; --fit-type: {printed.rung.type_size:g} }}"
        head = f"{LINKS}<style>{rung}</style><style>"
        path = folder / f"{job.key.path.replace('/', '-')}.html"
        path.write_text(job.html.replace("<style>", head, 1), "utf-8")
    return Pages(folder=folder, jobs=jobs, fontconfig=config)
