"""Leafwright as its users have it: from the wheel, in a folder of their own, with any letters in its name."""

import subprocess
from pathlib import Path

import pytest

from leafwright.files import digest
from tests.wheels import plain_environment


@pytest.fixture(scope="module")
def workspace(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a workspace, without a word about the wheel."""
    folder = tmp_path_factory.mktemp("own folder") / "Blätter für Zoë"
    run(installed, folder.parent, "init", folder.name)
    return folder


def run(installed: Path, folder: Path, *words: str) -> str:
    """Run the command of the wheel in a folder."""
    done = subprocess.run(
        [installed / "leafwright", *words],
        cwd=folder,
        env=plain_environment(),
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


def test_a_new_workspace_builds_at_once(installed: Path, workspace: Path) -> None:
    """What `init` made is built by the command it tells, without a warning; its longest sheet shows it."""
    told = run(installed, workspace, "build", "--variant", "leaflet", "--edition", "large-print")

    assert "Open output/index.html" in told
    assert ": warning: " not in told
    assert len(list((workspace / "output").rglob("*.pdf"))) == 1


def test_the_wheel_keeps_itself(workspace: Path, wheel_file: Path) -> None:
    """The wheel that was installed is found, kept, and asked for by its hash."""
    kept = workspace / "wheels" / wheel_file.name

    assert kept.read_bytes() == wheel_file.read_bytes()
    requirements = (workspace / "requirements.txt").read_text("utf-8")
    assert f"./wheels/{wheel_file.name} --hash=sha256:{digest(kept.read_bytes())}" in requirements
