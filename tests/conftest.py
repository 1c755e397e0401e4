"""What all tests share: golden text, changed on purpose only."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

Golden = Callable[[Path, str], None]

# A busy machine is no fault of an example. In CI hypothesis draws the same ones each time, as always.
settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.register_profile("nightly", parent=settings.get_profile("unhurried"))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update` write golden files anew."""
    parser.addoption("--update", action="store_true", help="write what is printed now into the golden files")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Say in one line what was skipped for want of a browser, and why."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if report.nodeid.startswith("tests/browser/")
    ]
    if skipped:
        reason = skipped[0].longrepr[2].removeprefix("Skipped: ")
        tests = "1 test" if len(skipped) == 1 else f"{len(skipped)} tests"
        terminalreporter.write_line(f"{tests} in a browser skipped: {reason}")


def pytest_configure(config: pytest.Config) -> None:
    """Cut the fonts before any test needs them: once, and with no tracer that would double the time."""
    if not hasattr(config, "workerinput"):
        cut = "from leafwright import families, fonts; fonts.activate(families.installed_scripts())"
        subprocess.run([sys.executable, "-c", cut], check=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Show the engine the bundled fonts before any test module can import it, whichever tests are run."""
    from leafwright import fonts  # noqa: PLC0415  # coverage has to be watching when the package is imported

    fonts.activate()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let coverage look away while the engine lays out: to follow its every call doubles its time."""
    engine = sys.modules.get("weasyprint")
    if engine and not hasattr(engine.HTML.render, "__wrapped__"):
        engine.HTML.render = _untraced(engine.HTML.render)


def _untraced(work: Callable[..., Any]) -> Callable[..., Any]:
    """Call a function without the trace function, and have it in place again before returning.

    Coverage's tracer takes over at the next call it sees, so there must be one before this function returns:
    else the tracer would never hear of that return.
    """

    @wraps(work)
    def untraced(*given: Any, **named: Any) -> Any:
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            return work(*given, **named)
        finally:
            sys.settrace(tracer)
            _be_called()

    return untraced


def _be_called() -> None:
    """Give a tracer that was just set a call to see."""


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, whole; with `--update`, write it instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is not there: read what is printed, then run pytest --update"
        assert text == path.read_text("utf-8")

    return compare
