"""Run jobs in workers: results come as they are ready, and a worker that dies affects no other sheet."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from typing import Any

from leafwright.build.faults import fault_of, worker_died
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


def local_pool(size: int, limits: Limits = LIMITS) -> WorkerPool:
    """Make a pool of processes of this machine; each ends if a sheet exceeds its limits.

    They are spawned, not forked: a fork would copy locks and font configurations in any state.
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

    If a worker dies, the executor does not say which one. So every sheet that was running is tried again
    alone, and one that kills its worker twice is refused. Raises EngineError or FontError if no sheet at all
    can be proved on this machine.
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
                job = waiting.popleft()
                running[submit(executor, pool.prove or prove_job, job)] = job
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


def submit(executor: Executor, work: Callable[..., Any], *given: Any) -> Future[Any]:
    """Submit work; if the executor has broken, the future says so, like that of running work."""
    try:
        with deaf_children():
            return executor.submit(work, *given)
    except BrokenExecutor as fault:
        broken: Future[Any] = Future()
        broken.set_exception(fault)
        return broken


def _outcome(job: Job, future: Future[Printed]) -> Proved | Refusal:
    match future.exception():
        case None:
            return Proved(job=job, printed=future.result())
        case (ClusterError() | EngineError() | FontError()) as fault:
            raise fault
        case fault:
            return fault_of(job, fault)


def _died(job: Job) -> Refusal:
    hint = "--time-limit and --memory-limit set them; other sheets are not affected"
    return worker_died(job, "crashed or exceeded its limits twice", hint)
