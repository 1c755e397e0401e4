"""The work of a worker: it takes a job, returns bytes and findings, and writes nothing."""

import gc
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Final

from leafwright import fonts
from leafwright.build.products import find_faults
from leafwright.build.record import EngineError, Job, Printed
from leafwright.fonts.loader import found_by_the_loader
from leafwright.manifest import Rung
from leafwright.rules.run import run_proof
from leafwright.rules.sheet_proof import SheetProof
from leafwright.thumbnail import draw_thumbnail

if TYPE_CHECKING:
    from leafwright.pdf import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many seconds a sheet may take, how many MiB a worker may use, and how many sheets it may make."""

    seconds: float = 120
    memory: int = 4096
    sheets: int = 250


LIMITS: Final = Limits()


def prepare_worker(limits: Limits) -> None:
    """Ignore Ctrl-C, so that running sheets finish, and limit the memory; the main process handles Ctrl-C.

    Windows has no such limit. A worker ends with the main process, however that ends.
    """
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError):
        import resource  # noqa: PLC0415  # there is none on Windows

        most = limits.memory * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _end_with_parent() -> None:
    """Wait for the main process to end, because one that is killed cannot tell its workers."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


def prove_within(limits: Limits, job: Job) -> Printed:
    """Prove a sheet in a process that ends if a limit is exceeded, because nothing else stops every hang.

    To the main process this looks like any other crash.
    """
    timed = hasattr(signal, "setitimer")  # not on Windows
    if timed:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        return prove_job(job)
    except MemoryError:
        os._exit(1)
    finally:
        if timed:
            signal.setitimer(signal.ITIMER_REAL, 0)


def prove_job(job: Job) -> Printed:
    """Render one sheet, measure it, and run the proof rules of its clinic.

    Only the files in the job are printed, even if they have changed since. Raises EngineError if this machine
    lacks what the engine needs.
    """
    engine = start_engine(job.styles)
    from leafwright.pdf import FilesInHand, prove  # noqa: PLC0415  # the fonts had to come first
    from leafwright.pdf.styling import place_in_styles  # noqa: PLC0415  # the fonts had to come first

    engine = engine.with_files(FilesInHand(contents={**job.styles, **job.pictures}))
    start = time.perf_counter()
    with _collecting_once():
        proof = prove(job.sheet, job.html, engine)
    styles = {name: job.styles[name] for name in job.own_styles}
    own = (place_in_styles(problem, styles) for problem in proof.problems)
    rung = Rung(**asdict(proof.step))
    seen = SheetProof(sheet=job.sheet, content=proof.content, fills=proof.fills)
    return Printed(
        content=proof.content,
        thumbnail=draw_thumbnail(proof.content),
        print_file=proof.print_file,
        pages=proof.pages,
        rung=rung,
        fills=tuple(round(fill.share, 3) for fill in proof.fills),
        problems=(*own, *run_proof(seen, job.reading), *find_faults(job.sheet, job.products)),
        seconds=time.perf_counter() - start,
        memory=peak_memory(),
    )


def peak_memory() -> int:
    """Return the most memory this process has used, in MiB; 0 if the system does not say."""
    try:
        import resource  # noqa: PLC0415  # there is none on Windows
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 2**10)


@contextmanager
def _collecting_once() -> Iterator[None]:
    """Collect garbage once for each sheet, not hundreds of times during its layout.

    The boxes of a page live until it is done, so earlier collections free almost nothing and take a fifth of
    the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        _freeze()
        if was_on:
            gc.enable()


@cache
def _freeze() -> None:
    """Exempt the engine's modules and the styles from collection, because they are needed to the end."""
    gc.freeze()


def start_engine(styles: Mapping[str, bytes]) -> "Engine":
    """Start the engine of this process after its fonts are activated.

    It is kept for the next sheet with the same styles. Raises EngineError if this machine lacks what the
    engine needs.
    """
    return _start_engine(tuple(styles.items()))


def load_engine() -> None:
    """Load the engine before the first sheet, because that takes longest. Raises as `start_engine` does."""
    start_engine({})


@lru_cache(maxsize=1)
def _start_engine(styles: tuple[tuple[str, bytes], ...]) -> "Engine":
    fonts.activate()
    try:
        with found_by_the_loader():
            from leafwright.pdf import Engine, FilesInHand  # noqa: PLC0415  # the fonts had to come first
    except (ImportError, OSError) as fault:
        reason = str(fault).strip().splitlines()[0]
        message = f"the engine cannot be loaded ({reason}): `leafwright doctor` says what is missing"
        raise EngineError(message) from fault
    return Engine(FilesInHand(contents=dict(styles)))
