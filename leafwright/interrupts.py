"""Let only the main process handle Ctrl-C, not its worker processes."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
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
