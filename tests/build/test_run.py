"""The run: jobs through any executor, and what happens when a worker dies."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.build import EngineError, Job, Refusal, WorkerPool, local_pool, run_jobs
from leafwright.build.record import Proved
from leafwright.build.work import Limits, prepare_worker, prove_job
from leafwright.fonts import FontError
from leafwright.workspace import Workspace
from tests.fakes import THREAD, FakeProver, drafts_of

FATAL: Final = "aftercare"


class Fragile(Executor):
    """Answers at once; a job of the variant FATAL breaks it for good, and every later job with it."""

    def __init__(self, prove: Callable[..., Any], lives: list[int]) -> None:
        """Break on each FATAL job while there are lives to lose."""
        self._prove = prove
        self._lives = lives
        self._broken = False

    def submit(self, _call: Callable[..., Any], /, job: Job) -> Future[Any]:  # type: ignore[override]  # an executor takes any call; this one takes jobs
        """Answer a job."""
        if self._broken:
            raise BrokenExecutor
        future: Future[Any] = Future()
        if job.key.variant == FATAL and self._lives:
            self._lives.pop()
            self._broken = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(self._prove(job))
        return future


def _fragile(prover: FakeProver, lives: int) -> WorkerPool:
    left = list(range(lives))
    return WorkerPool(size=2, open=lambda _size: Fragile(prover.prove, left))


def _paths(results: Iterator[Proved | Refusal]) -> list[str]:
    return sorted(done.job.key.path for done in results if isinstance(done, Proved))


def test_every_job_is_proved(workspace: Workspace, prover: FakeProver) -> None:
    """Each job comes back once."""
    jobs = drafts_of(workspace).jobs

    assert _paths(run_jobs(jobs, THREAD)) == sorted(prover.printed) == sorted(job.key.path for job in jobs)


def test_a_fault_is_that_sheets_alone(workspace: Workspace, prover: FakeProver) -> None:
    """What one sheet raises is reported as its internal fault; the others are proved."""
    prover.faults["leaflet"] = ZeroDivisionError("division by zero")

    results = list(run_jobs(drafts_of(workspace).jobs, THREAD))

    refused = [result for result in results if isinstance(result, Refusal)]
    assert {refusal.key.variant for refusal in refused} == {"leaflet"}
    assert refused[0].problems[0].code == "internal-fault"
    assert "failed with ZeroDivisionError: division by zero" in refused[0].problems[0].message
    assert len(results) - len(refused) == 6


def test_a_fault_with_styles_of_the_workspace_is_reported_of_them(
    workspace: Workspace, prover: FakeProver
) -> None:
    """A value that no page can have stops the engine; it is reported at the style, not at a handout."""
    (workspace.root / "styles").mkdir()
    (workspace.root / "styles/page.css").write_text("p { transform: scale(0) }", "utf-8")
    jobs = drafts_of(workspace).jobs
    prover.faults["leaflet"] = KeyError("<TextBox p>")

    told = [done for done in run_jobs(jobs, THREAD) if isinstance(done, Refusal)]

    assert {(found.code, found.place.file) for each in told for found in each.problems} == {
        ("bad-style", "styles/page.css")
    }


@pytest.mark.parametrize("fault", [EngineError("no engine"), FontError("no fonts")])
def test_without_engine_or_fonts_the_run_stops(
    workspace: Workspace, prover: FakeProver, fault: RuntimeError
) -> None:
    """What stops every sheet is raised once, not reported for each."""
    prover.faults["aftercare"] = fault

    with pytest.raises(type(fault)):
        list(run_jobs(drafts_of(workspace).jobs, THREAD))


def test_a_sheet_that_kills_its_worker_twice_is_refused(workspace: Workspace, prover: FakeProver) -> None:
    """The sheet that is in hand whenever a worker dies is refused, and every other sheet is proved."""
    jobs = drafts_of(workspace, editions=("standard",)).jobs

    results = list(run_jobs(jobs, _fragile(prover, lives=9)))

    (refusal,) = [result for result in results if isinstance(result, Refusal)]
    assert (refusal.key.variant, refusal.problems[0].code) == (FATAL, "worker-died")
    assert _paths(iter(results)) == sorted(job.key.path for job in jobs if job.key.variant != FATAL)


def test_a_worker_that_dies_once_costs_no_sheet(workspace: Workspace, prover: FakeProver) -> None:
    """A death that does not come again is made good by trying again."""
    jobs = drafts_of(workspace).jobs

    results = list(run_jobs(jobs, _fragile(prover, lives=1)))

    assert _paths(iter(results)) == sorted(job.key.path for job in jobs)


def test_a_killed_process_costs_no_sheet(workspace: Workspace) -> None:
    """When the system kills a worker in mid-run, every sheet is proved all the same, by real processes."""
    jobs = drafts_of(workspace, editions=("standard",), variants=("aftercare", "leaflet", "preparation")).jobs
    results = run_jobs(jobs, local_pool(2))
    first = next(results)

    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)

    assert _paths(iter([first, *results])) == sorted(job.key.path for job in jobs)


def test_a_worker_leaves_ctrl_c_to_its_parent() -> None:
    """A worker does not end when Ctrl-C is pressed: the sheet in hand is finished."""
    before = signal.getsignal(signal.SIGINT)
    try:
        prepare_worker(Limits(memory=2**30))

        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_missing_engine_says_how_to_get_it(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose libraries are missing is reported in one line that names the doctor."""
    monkeypatch.setattr("leafwright.build.work.fonts.activate", lambda: None)
    monkeypatch.setitem(sys.modules, "leafwright.pdf", None)
    (job, *_) = drafts_of(workspace).jobs

    with pytest.raises(EngineError, match="leafwright doctor"):
        prove_job(replace(job, styles={"styles/unseen.css": b""}))


@pytest.mark.parametrize(
    "limits", [Limits(seconds=0.05), Limits(memory=64)], ids=["takes too long", "takes too much memory"]
)
def test_a_sheet_beyond_its_limits_is_refused(workspace: Workspace, limits: Limits) -> None:
    """A hang and a sheet that eats all memory end their process, twice; then that sheet is refused."""
    (job,) = drafts_of(workspace, editions=("standard",), variants=("leaflet",)).jobs

    (refusal,) = run_jobs([job], local_pool(1, limits))

    assert isinstance(refusal, Refusal)
    assert refusal.problems[0].code == "worker-died"


def test_a_worker_is_replaced_after_its_sheets(workspace: Workspace) -> None:
    """No process makes more sheets than it may, and no sheet is lost when one ends."""
    jobs = drafts_of(workspace, editions=("standard",), variants=("aftercare", "leaflet")).jobs

    assert len(_paths(run_jobs(jobs, local_pool(1, Limits(sheets=1))))) == 2


def test_workers_end_with_the_process_that_asked(tmp_path: Path) -> None:
    """When the system kills the process that builds, its workers do not live on."""
    script = (
        "import os, signal, sys\n"
        "from leafwright.build import local_pool\n"
        "from leafwright.build.work import peak_memory\n"
        "if __name__ == '__main__':\n"
        "    executor = local_pool(2).open(2)\n"
        "    [done.result() for done in [executor.submit(peak_memory) for _ in range(2)]]\n"
        "    print(*executor._processes, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    (tmp_path / "asks.py").write_text(script, "utf-8")

    with subprocess.Popen(
        [sys.executable, str(tmp_path / "asks.py")], stdout=subprocess.PIPE, text=True
    ) as asking:
        told, _ = asking.communicate(timeout=120)  # workers hold the pipe, so this ends when they do

    assert asking.returncode == -signal.SIGKILL
    assert len(told.split()) == 2
    assert not [pid for pid in map(int, told.split()) if Path(f"/proc/{pid}/exe").exists()]
