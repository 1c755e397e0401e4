"""Run jobs in workers: results come as they are ready, and a worker that dies costs no other sheet."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from functools import partial
from multiprocessing import get_context

from leafwright.build.faults import fault_of
from leafwright.build.record import ClusterError, EngineError, Job, Printed, Proved, Refusal, WorkerPool
from leafwright.build.work import (
    LIMITS,
    Limits,
    prepare_worker,
    prove_job,
    prove_within,
)
from leafwright.fonts import FontError
from leafwright.interrupts import deaf_children
from leafwright.problems import Place, Problem


def local_pool(size: int, limits: Limits = LIMITS) -> WorkerPool:
    """Make a pool of processes of this machine, each of which ends when a sheet goes beyond its limits.

    They are spawned, not forked: a fork takes over locks and font configurations as they happen to be.
    """

    def open_pool(workers: int) -> Executor:
        return ProcessPoolExecutor(
            workers,
            mp_context=get_context("spawn"),
            initializer=prepare_worker,
            initargs=(limits,),
            max_tasks_per_child=limits.sheets,
        )

    return WorkerPool(size=size, open=open_pool, prove=partial(prove_within, limits))


def run_jobs(jobs: Iterable[Job], pool: WorkerPool) -> Iterator[Proved | Refusal]:
    """Prove each job, and yield the results as they are ready.

    When a worker dies, the executor says only that one did. So every sheet that was in hand is tried again
    alone, and the one that kills its worker twice is refused.

    Raises EngineError or FontError when no sheet at all can be proved on this machine.
    """
    waiting = deque(jobs)
    while waiting:
        suspects = yield from _run_queue(waiting, pool)
        for job in suspects:
            again = yield from _run_queue(deque([job]), replace(pool, size=1))
            yield from map(_died, again)


def _run_queue(waiting: deque[Job], pool: WorkerPool) -> Generator[Proved | Refusal, None, list[Job]]:
    """Run the queue in one executor; return the jobs that were running when it broke."""
    executor = pool.open(min(pool.size, len(waiting)))
    running: dict[Future[Printed], Job] = {}
    lost: list[Job] = []
    try:
        while (waiting or running) and not (lost and not running):
            # One sheet more than there are workers, so that none waits for this process to write a file.
            while waiting and len(running) <= pool.size and not lost:
                running |= _submit(executor, pool.prove or prove_job, waiting)
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future)
                if isinstance(future.exception(), BrokenExecutor):
                    lost.append(job)
                else:
                    yield _outcome(job, future)
    finally:
        executor.shutdown(cancel_futures=True)
    return sorted(lost, key=lambda job: job.key)


def _submit(
    executor: Executor, prove: Callable[[Job], Printed], waiting: deque[Job]
) -> dict[Future[Printed], Job]:
    """Submit the next job; its future says so if the executor has broken, as that of a running job does."""
    job = waiting.popleft()
    try:
        with deaf_children():
            return {executor.submit(prove, job): job}
    except BrokenExecutor as fault:
        broken: Future[Printed] = Future()
        broken.set_exception(fault)
        return {broken: job}


def _outcome(job: Job, future: Future[Printed]) -> Proved | Refusal:
    match future.exception():
        case None:
            return Proved(job=job, printed=future.result())
        case (ClusterError() | EngineError() | FontError()) as fault:
            raise fault
        case fault:
            return fault_of(job, fault)


def _died(job: Job) -> Refusal:
    problem = Problem(
        place=Place(file=job.source),
        code="worker-died",
        message=f"the process that made {job.key.path} died or went beyond its limits, twice",
        hint="--time-limit and --memory-limit set them; the other sheets are not touched by it",
    )
    return Refusal.of(job, (problem,))
