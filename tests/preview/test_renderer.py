"""The process that sets the pages: what happens when it hangs, dies or is at fault."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from leafwright.build import Job, Limits, Refusal, WorkerPool, local_pool
from leafwright.build.record import Proved
from leafwright.preview.renderer import Renderer
from leafwright.workspace import Workspace
from tests.fakes import drafts_of


@pytest.fixture
def job(workspace: Workspace) -> Job:
    """Drafts one sheet."""
    (job,) = drafts_of(workspace, editions=("standard",), variants=("leaflet",)).jobs
    return job


def _prove(renderer: Renderer, job: Job) -> Proved | Refusal:
    return renderer.finish(job, renderer.begin(job))


@pytest.mark.parametrize(
    "limits", [Limits(seconds=0.05), Limits(memory=64)], ids=["takes too long", "takes too much memory"]
)
def test_a_sheet_beyond_its_limits_is_refused(job: Job, limits: Limits) -> None:
    """A hang ends by itself, and is reported as this sheet's fault; the next sheet is tried all the same."""
    renderer = Renderer(local_pool(1, limits))

    done = [_prove(renderer, job) for _ in range(2)]
    renderer.close()

    assert [one.problems[0].code for one in done if isinstance(one, Refusal)] == ["worker-died"] * 2


def test_a_process_that_died_is_replaced(job: Job) -> None:
    """When the system kills the process, one sheet is refused and the next one is set."""
    renderer = Renderer(local_pool(1))
    renderer.start().result()
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)

    refused, done = _prove(renderer, job), _prove(renderer, job)
    renderer.close()

    assert isinstance(refused, Refusal)
    assert isinstance(done, Proved)
    assert done.printed.content.startswith(b"%PDF-")


def test_a_fault_of_ours_is_reported(job: Job) -> None:
    """What rendering a sheet raises is reported for the sheet, and the preview continues."""

    def fail(_job: Job) -> None:
        message = "division by zero"
        raise ZeroDivisionError(message)

    renderer = Renderer(WorkerPool(size=1, open=ThreadPoolExecutor, prove=fail))  # type: ignore[arg-type]  # it only fails

    refused = _prove(renderer, job)
    renderer.close()

    assert isinstance(refused, Refusal)
    assert "failed with ZeroDivisionError: division by zero" in refused.problems[0].message
