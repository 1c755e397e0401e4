"""What a worker does with one job."""

import gc

import pytest

from leafwright.build import draft_sheets
from leafwright.build.record import Job
from leafwright.build.selection import Selection
from leafwright.build.work import prove_job
from leafwright.library import load_library
from leafwright.thumbnail import draw_thumbnail
from leafwright.workspace import Workspace


@pytest.fixture
def job(workspace: Workspace) -> Job:
    """Drafts the first sheet of a small workspace."""
    return draft_sheets(load_library(workspace), Selection()).jobs[0]


def test_the_collector_rests_while_a_sheet_is_made(job: Job) -> None:
    """It looks once, when the sheet is done, and is on again afterwards."""
    prove_job(job)  # the first one loads the engine, which is another matter
    collected = gc.get_stats()[2]["collections"]

    prove_job(job)

    assert gc.get_stats()[2]["collections"] == collected + 1
    assert gc.isenabled()


def test_the_first_page_is_drawn_with_the_sheet(job: Job) -> None:
    """A proof travels with the picture of its first page, so that nobody has to read the PDF again."""
    printed = prove_job(job)

    assert printed.thumbnail == draw_thumbnail(printed.content)
