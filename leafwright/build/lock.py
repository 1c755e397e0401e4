"""Lock an output folder for one build at a time, and let nothing be written outside it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from leafwright.build.record import OutputError
from leafwright.manifest import MANIFEST, SUMS

NAME: Final = ".lock"


def cannot_write(output: Path, fault: OSError) -> OutputError:
    """Say why an output folder cannot be written to, and what to do."""
    reason = (fault.strerror or str(fault)).lower()
    return OutputError(f"cannot write to {output}: {reason}; make room or use --output DIR")


@contextmanager
def locked(output: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Lock the output folder; `waiting` is called once before waiting for another build to end.

    The lock ends with its process, so a build that was killed leaves none. Raises OutputError for a folder
    that cannot be written to, or that contains a link to another folder.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        _refuse_links_and_special_files(output)
        lock = FileLock(output / NAME)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            waiting()
            lock.acquire()
    except OSError as fault:
        raise cannot_write(output, fault) from fault
    try:
        _refuse_links_and_special_files(output)  # another build may have ended meanwhile
        yield
    finally:
        lock.release()


def _refuse_links_and_special_files(output: Path) -> None:
    """Refuse links to folders, through which files elsewhere would be overwritten, and special files.

    A link in the place of a sheet is replaced like any other file.
    """
    for name in (NAME, MANIFEST, SUMS):
        path = output / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            message = f"{path} is not a regular file: move it away, and build again"
            raise OutputError(message)
    for folder, folders, _ in os.walk(output):
        for path in (Path(folder, name) for name in folders):
            if path.is_symlink():
                message = (
                    f"{path} leads to another folder, and nothing is written through it: put a folder there"
                )
                raise OutputError(message)
