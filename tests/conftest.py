"""What all tests share: golden text, changed on purpose only."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

from tests.wheels import ROOT, build_release, install_wheel

Golden = Callable[[Path, str], None]

# A busy machine is no fault of an example. In CI hypothesis draws the same ones each time, as always.
settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.register_profile("nightly", parent=settings.get_profile("unhurried"))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))

# Tests start hundreds of processes, and each would compile the engine and everything else again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What a shell without job control runs in the background ignores Ctrl-C, and tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update` write the golden files again."""
    parser.addoption("--update", action="store_true", help="write what is printed now into the golden files")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Say in one line what was skipped without a browser, and why."""
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
    """Cut the fonts once, before the workers need them."""
    if not hasattr(config, "workerinput"):
        cut = "from leafwright import families, fonts; fonts.activate(families.installed_scripts())"
        subprocess.run([sys.executable, "-c", cut], check=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Show the engine the bundled fonts before any test module can import it, whichever tests are run."""
    from leafwright import fonts  # noqa: PLC0415  # coverage must start before the package is imported

    fonts.activate()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Make what a module or the session shares in one worker only; xdist looks for the groups after this."""
    for item in items:
        if "release_files" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("wheel"))
        if _shares(item) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests that wait: it would look through them each time."""
    gc.collect()
    gc.freeze()


def _shares(item: pytest.Item) -> bool:
    """Tell whether a test has something that is made once for its whole module."""
    made = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
    return any(named[-1].scope == "module" for named in made.values())


@pytest.fixture(scope="session")
def release_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build sdist and wheel."""
    return build_release(ROOT, tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="session")
def wheel_file(release_files: tuple[Path, Path]) -> Path:
    """Build the wheel."""
    return release_files[1]


@pytest.fixture(scope="session")
def installed(wheel_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, and return the folder of its command."""
    return install_wheel(wheel_file, tmp_path_factory.mktemp("installed") / "environment")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, whole; with `--update`, write it instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is not there: read what is printed, then run pytest --update"
        assert text == path.read_text("utf-8")

    return compare
