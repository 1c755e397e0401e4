"""What the tests of the preview share: a small workspace and a rebuilder beside it, in this process."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leafwright import fonts
from leafwright.build import WorkerPool
from leafwright.preview.rebuild import Rebuilder
from leafwright.preview.renderer import Renderer
from leafwright.workspace import Workspace
from tests.workspaces import write_workspace

OpenRebuilder = Callable[[Workspace], Rebuilder]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write the small workspace."""
    return write_workspace(tmp_path)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    """Set sheets in a thread of this process."""
    made = Renderer(WorkerPool(size=1, open=ThreadPoolExecutor))
    made.start().result()
    yield made
    made.close()


@pytest.fixture
def rebuilder(workspace: Workspace, renderer: Renderer) -> Rebuilder:
    """Make sheets of the small workspace."""
    return Rebuilder(workspace, renderer, fonts.activate().fingerprint)
