"""A thousand sheets on one page. How fast it answers is measured by `make bench`."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from leafwright.catalogue import write_catalogue
from leafwright.library import load_library
from leafwright.manifest import read_output
from tests.catalogues import SUBJECTS, leave_sheets, make_paper, many_entries
from tests.workspaces import CLINIC, write_workspace

COUNT: Final = 1000


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the catalogue of a thousand sheets; gives its address."""
    folder = tmp_path_factory.mktemp("thousand")
    paper = make_paper()
    leave_sheets(folder / "output", many_entries(COUNT, (CLINIC, "oak-street"), paper), paper)
    write_catalogue(load_library(write_workspace(folder / "workspace")), read_output(folder / "output"))
    return f"{Path(folder / 'output/index.html').as_uri()}"


def test_every_sheet_of_a_thousand_is_found(page: Page, thousand: str) -> None:
    """All are shown at first; a word leaves those of its topics, and clearing it brings all back."""
    page.goto(thousand)
    assert page.inner_text("#count") == "All 1,000 shown"

    page.fill("#q", "knee")

    shown = page.locator("#count")
    knees = sum(
        entry.key.topic.startswith("knee-")
        for entry in many_entries(COUNT, (CLINIC, "oak-street"), make_paper())
    )
    assert 0 < knees < COUNT / len(SUBJECTS) * 2
    assert shown.inner_text() == f"{knees} of 1,000 shown"
    page.fill("#q", "")
    assert shown.inner_text() == "All 1,000 shown"
