"""What the tests of `build` share: a small workspace, a fake prover and the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from tests.fakes import FakeProver, fake_prover
from tests.workspaces import write_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the small workspace."""
    return write_workspace(tmp_path).root


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine, in lines that nothing wraps."""
    monkeypatch.setenv("COLUMNS", "200")
    return fake_prover(monkeypatch)


@pytest.fixture
def build(root: Path, prover: FakeProver) -> Callable[..., Result]:  # noqa: ARG001  # the prover must be in place
    """Run the command on the small workspace."""
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), "build", *words])
