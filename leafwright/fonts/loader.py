"""Speed up how the engine finds the system's libraries when it is imported."""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def found_by_the_loader() -> Iterator[None]:
    """Let only the system's loader find the engine's libraries, on Linux.

    The engine tries the names of all systems. For each name that the loader does not know, Python starts a
    compiler or a linker, which takes a quarter of the time of loading the engine.
    """
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> str | None:  # noqa: ARG001  # the signature of what it stands in for
    return None
