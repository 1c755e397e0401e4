"""What the tests in a real browser share: one Chromium a module, and pages that must not go wrong unheard.

The browser is Playwright's to drive and the system's own to install. Its synchronous interface keeps an event
loop running in this thread, so it lives no longer than the module: other tests want loops of their own.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsers import ABSENT, find_chromium, must_have_browser

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]

SIZE: Final = {"width": 1280, "height": 900}
PATIENCE: Final = 10_000
"""In milliseconds: a page of our own that takes longer has gone wrong."""

LOCAL: Final = ("file:", "data:", "blob:", "about:", "chrome:", "chrome-extension:", "http://127.0.0.1:")
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of this folder in one worker: two browsers at once would time each other."""
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser; without one, skip, and in continuous integration fail."""
    found = find_chromium()
    if found is None:
        (pytest.fail if must_have_browser() else pytest.skip)(ABSENT)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found.path, args=list(found.options))
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Open a page in a window of its own; takes the options of a browser context, `color_scheme` say.

    When the test is over, a page that threw, that wrote an error to its console (a breach of its content
    security policy does) or that asked another machine for anything fails it.
    """
    faults: list[str] = []
    with ExitStack() as windows:

        def open_page(**options: Any) -> Page:
            window = windows.enter_context(browser.new_context(**{"viewport": SIZE, **options}))
            window.set_default_timeout(PATIENCE)
            window.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
            window.on("weberror", lambda thrown: faults.append(str(thrown.error)))
            window.on(
                "request", lambda asked: None if asked.url.startswith(LOCAL) else faults.append(asked.url)
            )
            return window.new_page()

        yield open_page
    assert faults == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Open a page in a window of its own."""
    return new_page()


@pytest.fixture
def violations() -> Violations:
    """Check a page with axe-core: every rule of WCAG 2.2 A and AA, and its good practice."""

    def judge(page: Page) -> list[str]:
        found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        return [
            f"{broken['id']}: {node['html']} {node['failureSummary']}"
            for broken in found.response["violations"]
            for node in broken["nodes"]
        ]

    return judge
