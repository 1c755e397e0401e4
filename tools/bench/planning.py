"""What it takes to plan many sheets, a tenth at a time; run as a process of its own.

Prints a line of JSON: the seconds of processor time a sheet, the memory in MiB after the first tenth and
after the last, and how many sheets there were.
"""

import json
import sys
import time
from pathlib import Path
from typing import Final

from leafwright import fonts
from leafwright.build import Selection, Shard, draft_sheets, fallbacks_of, survey
from leafwright.library import load_library
from leafwright.workspace import Workspace
from tools.bench.timing import memory

TENTHS: Final = 10


def main(root: Path) -> None:
    """Plan all sheets of a library in shards, of which each is forgotten before the next."""
    library = load_library(Workspace(root=root))
    toolchain = survey(library.workspace, fonts.activate().fingerprint, fallbacks_of(library))
    start, sheets, used = time.process_time(), 0, list[float]()
    for number in range(1, TENTHS + 1):
        shard = Shard.read(f"{number}/{TENTHS}")
        sheets += len(draft_sheets(library, Selection(), toolchain, shard).jobs)
        used.append(memory())
    each = (time.process_time() - start) / sheets
    sys.stdout.write(json.dumps({"each": each, "early": used[0], "late": used[-1], "sheets": sheets}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
