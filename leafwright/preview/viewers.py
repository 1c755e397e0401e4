"""Rebuild what viewers look at: one rebuild at a time, and of the requests meanwhile only the latest."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import RLock

from leafwright.preview.choice import PARTS, SheetChoice
from leafwright.preview.rebuild import PreviewState, Rebuilder


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewUpdate:
    """What the preview shows, or what went wrong; neither when a rebuild begins.

    `saved` is when the files that caused the rebuild were saved, in seconds since the epoch, or 0.
    """

    shown: PreviewState | None = None
    fault: BaseException | None = None
    saved: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Viewer:
    """A viewer: its choice, its callback, and whether there may be something new for it."""

    choice: SheetChoice
    notify: Callable[[PreviewUpdate], None]
    stale: bool = True
    saved: float = 0.0


class Previewer:
    """Rebuilds what its viewers look at; every method may be called from any thread."""

    def __init__(self, rebuilder: Rebuilder) -> None:
        """Begin without viewers."""
        self._rebuilder = rebuilder
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rebuild")
        # If work is done at once, its callback runs in the same thread, which already holds the lock.
        self._lock = RLock()
        self._viewers: list[Viewer] = []
        self._busy = False

    def add(self, choice: SheetChoice, notify: Callable[[PreviewUpdate], None]) -> Viewer:
        """Add a viewer; `notify` is called from another thread, and must not block."""
        viewer = Viewer(choice=choice, notify=notify)
        with self._lock:
            self._viewers.append(viewer)
            self._start_next()
        return viewer

    def remove(self, viewer: Viewer) -> None:
        """Remove a viewer; it gets no more updates."""
        with self._lock:
            self._viewers = [other for other in self._viewers if other is not viewer]

    def files_changed(self, saved: float) -> None:
        """Rebuild for every viewer what has changed on disk."""
        self._rebuilder.mark_changed()
        with self._lock:
            for viewer in self._viewers:
                viewer.stale, viewer.saved = True, saved
            self._start_next()

    def close(self) -> None:
        """Finish the current rebuild, and begin no other."""
        with self._lock:
            self._viewers = []
        self._worker.shutdown(cancel_futures=True)

    def _start_next(self) -> None:
        """Begin the next rebuild, for the newest viewer that needs one; the lock is held."""
        waiting = [viewer for viewer in self._viewers if viewer.stale]
        if self._busy or not waiting:
            return
        viewer = waiting[-1]
        saved, viewer.stale, viewer.saved, self._busy = viewer.saved, False, 0.0, True
        viewer.notify(PreviewUpdate())
        rebuild = self._worker.submit(self._rebuilder.rebuild, viewer.choice)
        rebuild.add_done_callback(lambda done: self._finish(viewer, done, saved))

    def _finish(self, viewer: Viewer, done: Future[PreviewState], saved: float) -> None:
        with self._lock:
            self._busy = False
            if not done.cancelled() and any(viewer is other for other in self._viewers):
                fault = done.exception()
                shown = None if fault else done.result()
                viewer.choice = _pinned(viewer.choice, shown.choice) if shown else viewer.choice
                viewer.notify(PreviewUpdate(shown=shown, fault=fault, saved=saved))
            self._start_next()


def _pinned(choice: SheetChoice, made: SheetChoice) -> SheetChoice:
    """Fill in the open parts of a choice, so that a later fault does not switch to another sheet."""
    return replace(choice, **{part: getattr(choice, part) or getattr(made, part) for part in PARTS})
