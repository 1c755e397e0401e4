"""One process that keeps the engine warm, so that a sheet is set in the time its layout takes."""

from concurrent.futures import BrokenExecutor, Future
from typing import Any

from leafwright.build import Job, Printed, Proved, Refusal, WorkerPool
from leafwright.build.faults import fault_of, internal_fault
from leafwright.build.work import load_engine, prove_job
from leafwright.fonts import FontError
from leafwright.interrupts import deaf_children
from leafwright.problems import Place, Problem


class Press:
    """Proves one sheet after the other, within the limits of its pool.

    A process that dies, of a crash or because a sheet went beyond a limit, is replaced for the next sheet.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._crew = pool
        self._executor = pool.open(1)

    def start(self) -> Future[None]:
        """Load the engine before the first sheet.

        The future raises EngineError or FontError when this machine lacks what the engine needs.
        """
        return self._submit(load_engine)

    def begin(self, job: Job) -> Future[Printed]:
        """Begin to prove a sheet."""
        return self._submit(self._crew.prove or prove_job, job)

    def end(self, job: Job, begun: Future[Printed]) -> Proved | Refusal:
        """Wait for a sheet; whatever went wrong is told as its own."""
        match begun.exception():
            case None:
                return Proved(job=job, printed=begun.result())
            case BrokenExecutor():
                self._replace()
                return _died(job)
            case FontError() as fault:
                self._replace()  # it has read other fonts, and keeps them
                return internal_fault(job.key, job.source, fault)
            case fault:
                return fault_of(job, fault)

    def _replace(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._crew.open(1)

    def close(self) -> None:
        """Let the process go as soon as the sheet in hand is done."""
        self._executor.shutdown(cancel_futures=True)

    def _submit(self, work: Any, *given: Any) -> Future[Any]:
        """Hand out work; an executor that broke meanwhile is told by the future, as it tells itself."""
        try:
            with deaf_children():
                return self._executor.submit(work, *given)
        except BrokenExecutor as fault:
            broken: Future[Any] = Future()
            broken.set_exception(fault)
            return broken


def _died(job: Job) -> Refusal:
    problem = Problem(
        place=Place(file=job.source),
        code="worker-died",
        message=f"the process that made {job.key.path} died or went beyond its limits",
        hint="save any file to try again; a build gives a sheet the same time and memory",
    )
    return Refusal(key=job.key, problems=(problem,))
