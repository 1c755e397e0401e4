"""What the tests of the catalogue share: a small library, and an output with sheets of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafwright.library import Library, load_library
from leafwright.sheet import SheetKey
from tests.catalogues import Paper, entry_of, leave_sheets, make_paper
from tests.workspaces import CLINIC, LANGUAGE, TOPIC, write_workspace

Written = Callable[..., Path]


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Make a PDF of two pages."""
    return make_paper()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Load the small workspace."""
    return load_library(write_workspace(tmp_path / "workspace"))


@pytest.fixture
def key() -> SheetKey:
    """Name the sheet that the tests are about."""
    return SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language=LANGUAGE)


@pytest.fixture
def output(tmp_path: Path, paper: Paper, key: SheetKey) -> Path:
    """Leave one sheet, as a build does."""
    leave_sheets(tmp_path / "output", [entry_of(paper, key)], paper)
    return tmp_path / "output"
