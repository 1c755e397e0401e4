"""The browser that the other tests of this folder need: it is there, or its absence is reported."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsers import ABSENT

ROOT = Path(__file__).resolve().parents[2]
UNNAMED_BUTTON = (
    '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><button></button></main></html>'
)


def _suite(chosen: str, surroundings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/browser/{chosen}"]
    return subprocess.run(words, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)


def test_a_page_is_shown(page: Page) -> None:
    """The browser shows a page and runs its script."""
    page.set_content("<p id=a></p><script>document.querySelector('#a').textContent = 'shown'</script>")

    assert page.inner_text("#a") == "shown"


def test_axe_finds_what_is_wrong(page: Page, violations: Callable[[Page], list[str]]) -> None:
    """A button without a name is found by axe-core, so a page without findings was looked at."""
    page.set_content(UNNAMED_BUTTON)

    assert [found.partition(":")[0] for found in violations(page)] == ["button-name"]


def test_without_a_browser_one_line_says_what_was_skipped() -> None:
    """Where there is no browser the tests are skipped, and the summary says so and why in one line."""
    done = _suite("test_browser.py::test_a_page_is_shown", {"PATH": "/nowhere"})

    told = [line for line in done.stdout.splitlines() if "no browser" in line]
    assert done.returncode == 0
    assert told == [f"1 test in a browser skipped: {ABSENT}"]


@pytest.mark.parametrize("word", ["true", "1"])
def test_without_a_browser_continuous_integration_fails(word: str) -> None:
    """In continuous integration a missing browser fails the tests that need one."""
    done = _suite("test_browser.py::test_a_page_is_shown", {"PATH": "/nowhere", "CI": word})

    assert done.returncode == 1
    assert "no browser" in done.stdout
