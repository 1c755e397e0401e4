"""One build at a time on one output folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

NAME: Final = ".lock"


class OutputError(RuntimeError):
    """The output folder cannot be written to; the message says why and what to do."""


@contextmanager
def locked(output: Path, told: Callable[[], None]) -> Iterator[None]:
    """Hold the output folder; `told` is called once before waiting for another build to end.

    The lock dies with its process, so a build that was killed leaves none. Raises OutputError for a folder
    that cannot be written to.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock = FileLock(output / NAME)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            told()
            lock.acquire()
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        message = f"cannot write to {output}: {reason}; make room or say --output DIR"
        raise OutputError(message) from fault
    try:
        yield
    finally:
        lock.release()
