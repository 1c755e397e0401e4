"""What the tests of `build` share: a small workspace, a press and the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import door
from tests.presses import Press, set_up
from tests.workspaces import write_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the small workspace."""
    return write_workspace(tmp_path).root


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Print without an engine, in lines that nothing wraps."""
    monkeypatch.setenv("COLUMNS", "200")
    return set_up(monkeypatch)


@pytest.fixture
def build(root: Path, press: Press) -> Callable[..., Result]:  # noqa: ARG001  # the press must stand ready
    """Run the command on the small workspace."""
    return lambda *words: CliRunner().invoke(door, ["--workspace", str(root), "build", *words])
