"""What the tests of the preview share: a small workspace and a bench beside it, in this process."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leafwright import fonts
from leafwright.build import WorkerPool
from leafwright.preview.bench import Bench
from leafwright.preview.press import Press
from leafwright.workspace import Workspace
from tests.workspaces import write_workspace

OpenBench = Callable[[Workspace], Bench]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write the small workspace."""
    return write_workspace(tmp_path)


@pytest.fixture
def press() -> Iterator[Press]:
    """Set sheets in a thread of this process."""
    made = Press(WorkerPool(size=1, open=ThreadPoolExecutor))
    yield made
    made.close()


@pytest.fixture
def bench(workspace: Workspace, press: Press) -> Bench:
    """Make sheets of the small workspace."""
    press.start().result()
    return Bench(workspace, press, fonts.activate().fingerprint)
