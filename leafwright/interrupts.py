"""Processes beside the main one: they ignore Ctrl-C, and end beyond their limits."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker


@contextmanager
def deaf_children() -> Iterator[None]:
    """Make processes that start meanwhile ignore Ctrl-C from their first moment.

    A signal mask is inherited; a handler would be set only after half a second of imports.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where a handler has to do
        yield
        return
    # Python starts its tracker with the first process, and then lets the signal through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def limit_memory(mebibytes: int) -> None:
    """Let this process use so much memory and no more, except on Windows."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415  # there is none on Windows

        most = mebibytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def limit_time(seconds: float) -> None:
    """Let the system end this process after so much processor time; 0 takes the limit away.

    Only a signal can stop a hang inside a library. Windows has none.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
