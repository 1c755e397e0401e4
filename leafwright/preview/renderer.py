"""Run one process with the engine loaded, so that a sheet takes only the time of its layout."""

from concurrent.futures import BrokenExecutor, Future

from leafwright.build import Job, Printed, Proved, Refusal, WorkerPool
from leafwright.build.faults import fault_of, internal_fault, worker_died
from leafwright.build.run import submit
from leafwright.build.work import load_engine, prove_job
from leafwright.fonts import FontError


class Renderer:
    """Proves one sheet after the other, within the limits of its pool.

    A process that dies, by a crash or because a sheet exceeded a limit, is replaced for the next sheet.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool
        self._executor = pool.open(1)

    def start(self) -> Future[None]:
        """Load the engine before the first sheet.

        The future raises EngineError or FontError when this machine lacks what the engine needs.
        """
        return submit(self._executor, load_engine)

    def begin(self, job: Job) -> Future[Printed]:
        """Begin to prove a sheet."""
        return submit(self._executor, self._pool.prove or prove_job, job)

    def finish(self, job: Job, begun: Future[Printed]) -> Proved | Refusal:
        """Wait for a sheet; any error is returned as its refusal."""
        match begun.exception():
            case None:
                return Proved(job=job, printed=begun.result())
            case BrokenExecutor():
                self._replace()
                return _died(job)
            case FontError() as fault:
                self._replace()  # the process has other fonts loaded, and would keep them
                return internal_fault(job.key, job.source, fault)
            case fault:
                return fault_of(job, fault)

    def _replace(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._pool.open(1)

    def close(self) -> None:
        """Stop the process as soon as the current sheet is done."""
        self._executor.shutdown(cancel_futures=True)


def _died(job: Job) -> Refusal:
    hint = "save any file to try again; a build gives a sheet the same time and memory"
    return worker_died(job, "crashed or exceeded its limits", hint)
