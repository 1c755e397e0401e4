"""What the tests of the batch share: a small workspace, a fake prover and a build request."""

from pathlib import Path

import pytest

from leafwright.build import BuildRequest
from leafwright.workspace import Workspace
from tests.fakes import THREAD, FakeProver, fake_prover
from tests.workspaces import write_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write the small workspace."""
    return write_workspace(tmp_path / "workspace")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Name a folder that is not there yet."""
    return tmp_path / "new" / "output"


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


@pytest.fixture
def build_request(workspace: Workspace, output: Path) -> BuildRequest:
    """Order a build of everything."""
    return BuildRequest(workspace=workspace, output=output, pool=THREAD, prune=True)
