"""What all tests share: golden text, changed on purpose only."""

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update` write golden files anew."""
    parser.addoption("--update", action="store_true", help="write what is printed now into the golden files")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, whole; with `--update`, write it instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is not there: read what is printed, then run pytest --update"
        assert text == path.read_text("utf-8")

    return compare
