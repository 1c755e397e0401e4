"""The documentation in a browser, opened from a drive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsers import serve
from tests.sites import build_docs


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site."""
    return build_docs(tmp_path_factory.mktemp("site"))


def test_the_search_works_from_a_drive(page: Page, site: Path) -> None:
    """Typed words find a page without a server; the fixture fails if anything asks another host."""
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("s")
    page.keyboard.type("second site")

    page.locator(".md-search-result__item a").first.click()

    assert page.url.startswith((site / "branding.html").as_uri())


def test_pages_can_be_used_by_everybody(
    page: Page, site: Path, violations: Callable[[Page], list[str]]
) -> None:
    """axe-core finds nothing on a page of tables and code: contrast, names of controls, order of headings."""
    with serve(site) as address:
        page.goto(f"{address}branding.html")

        assert violations(page) == []
