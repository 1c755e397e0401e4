"""How much memory one worker uses, from sheet to sheet; run as a process of its own.

Prints a line of JSON: the memory in MiB after sheet 50 and after the last, and which these were.
"""

import json
import sys
from pathlib import Path
from typing import Final

from leafwright.build import Selection, draft_sheets
from leafwright.build.work import prove_job
from leafwright.library import load_library
from leafwright.workspace import Workspace
from tools.bench.timing import memory

SETTLED: Final = 50
"""The sheet after which a worker has loaded all it will load."""


def main(root: Path, sheets: int) -> None:
    """Prove the first sheets of a library one after the other."""
    workspace = Workspace(root=root)
    jobs = draft_sheets(load_library(workspace), Selection()).jobs[:sheets]
    early = 0.0
    for number, job in enumerate(jobs, start=1):
        prove_job(job)
        if number == min(SETTLED, len(jobs)):
            early = memory()
    told = {"early": early, "late": memory(), "settled": min(SETTLED, len(jobs)), "sheets": len(jobs)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
