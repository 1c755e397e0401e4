"""Whole builds, most by real processes: the same bytes every time, and nothing half done."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.files import digest
from leafwright.resources import PACKAGE
from tests.fakes import THREAD, tree_of
from tests.workspaces import LANGUAGE, write_workspace

GENERATE = str(PACKAGE.parent / "generate.py")
PRINTS = {
    "languages": [LANGUAGE],
    "paper": "A4",
    "variants": ["leaflet", "aftercare"],
    "editions": ["standard"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a workspace of two sheets."""
    handout = {"variants": {name: {"sections": ["part"]} for name in PRINTS["variants"]}}
    return write_workspace(tmp_path_factory.mktemp("two"), clinic={"prints": PRINTS}, handout=handout).root


def _generate(*words: str, cwd: Path, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, GENERATE, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("pdf", ["a-3a", "ua-2"])
def test_equal_inputs_give_equal_bytes(pdf: str, root: Path, tmp_path: Path) -> None:
    """Hash seed, working folder, place of the workspace, order and number of workers leave no trace."""
    copy = shutil.copytree(root, tmp_path / "copy")
    first, second, build = tmp_path / "first", tmp_path / "second", ("build", "--pdf", pdf)

    _generate(
        "--workspace", str(root), *build, "--workers", "2", "--output", str(first), cwd=tmp_path, seed="1"
    )
    for variant in ("leaflet", "aftercare"):
        _generate(*build, "--variant", variant, "--output", str(second), cwd=copy, seed="2")

    assert len([path for path in tree_of(first) if path.endswith(".pdf")]) == 2
    assert tree_of(first) == tree_of(second)


def test_what_new_makes_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new clinic and a new handout pass every proof unchanged, in each variant and edition."""
    monkeypatch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
    for words in (("new", "handout", "knee-brace"), ("new", "clinic", "north-street"), ("build",)):
        done = CliRunner().invoke(cli, ["--workspace", str(tmp_path), *words])
        told = [line for line in done.stderr.splitlines() if " thin-page: " not in line]
        assert done.exit_code == 0
        assert [line for line in told if not line.endswith(("warning", "warnings"))] == []

    assert len(list(tmp_path.glob("output/north-street/*.pdf"))) == 8


@pytest.mark.skipif(os.name == "nt", reason="there are no process groups to signal")
def test_ctrl_c_leaves_whole_files_only(tmp_path: Path) -> None:
    """Interrupted in the middle, a build leaves whole sheets that its manifest knows."""
    root = write_workspace(tmp_path).root
    build = subprocess.Popen(
        [sys.executable, GENERATE, "--workspace", str(root), "build", "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while build.poll() is None and not list(root.glob("output/*/*.pdf")):
        time.sleep(0.02)

    os.killpg(build.pid, signal.SIGINT)
    _, told = build.communicate(timeout=60)

    written = tree_of(root / "output")
    files = {path: content for path, content in written.items() if path.endswith(".pdf")}
    sheets = json.loads(written["manifest.json"])["sheets"]
    assert (build.returncode, told.count("\n")) == (130, 1)
    assert 0 < len(files) < 8
    assert {path: digest(content) for path, content in files.items()} == {
        path: sheet["sha256"] for path, sheet in sheets.items()
    }
