"""A large library is checked while its author waits."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from leafwright.batch.rehearsal import count_sheets
from leafwright.library import load_library
from leafwright.resources import PACKAGE
from leafwright.workspace import Workspace

ROOT = PACKAGE.parent
MANY = 300
SECONDS = 20
"""Of the processor, for the handouts and as many translations as the examples have of each."""


def _multiply(root: Path) -> None:
    """Write a library of `MANY` topics, copies of the examples under names and references of their own."""
    topics = sorted(path for path in (ROOT / "handouts").iterdir() if path.is_dir())
    shutil.copytree(ROOT / "clinics", root / "clinics")
    (root / "handouts").mkdir()
    shutil.copy(ROOT / "handouts/references.yaml", root / "handouts")
    for number in range(MANY):
        topic = topics[number % len(topics)]
        folder = shutil.copytree(topic, root / "handouts" / f"{topic.name}-{number}")
        for path in folder.glob("*.yaml"):
            text = path.read_text("utf-8")
            path.write_text(re.sub(r"(?m)^reference: .*$", f"reference: EX-{number}", text), encoding="utf-8")


def _seconds() -> float:
    """Add up what processes begun from here have used of the processor: other tests may share it."""
    times = os.times()
    return times.children_user + times.children_system


def test_300_handouts_and_their_translations_are_checked_in_20_seconds(tmp_path: Path) -> None:
    """Reading, settling and every rule but the proofs', for two clinics, in one process."""
    _multiply(tmp_path)
    # Coverage would follow the process and slow it down.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    before = _seconds()

    done = subprocess.run(
        [sys.executable, "-m", "leafwright", "--workspace", str(tmp_path), "check", "--as-of", "2026-12-01"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=plain,
    )

    taken = _seconds() - before
    topics = sum(path.is_dir() for path in (ROOT / "handouts").iterdir())
    sheets = count_sheets(load_library(Workspace(root=ROOT))) * MANY // topics
    assert (done.returncode, done.stdout) == (0, f"{sheets:,} sheets can be built\n"), done.stderr[-2000:]
    assert taken < SECONDS
