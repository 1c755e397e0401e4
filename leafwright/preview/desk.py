"""Rebuild what viewers look at: one rebuild at a time, and of the requests meanwhile only the latest."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import RLock

from leafwright.preview.bench import Bench, Shown
from leafwright.preview.choosing import PARTS, SheetChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the preview shows, or what went wrong; neither when a rebuild begins.

    `saved` is when the files that caused the rebuild were saved, in seconds since the epoch, or 0.
    """

    shown: Shown | None = None
    fault: BaseException | None = None
    saved: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Seat:
    """A viewer: its choice, its callback, and whether there may be something new for it."""

    wish: SheetChoice
    tell: Callable[[News], None]
    stale: bool = True
    saved: float = 0.0


class Previewer:
    """Rebuilds what its viewers look at; every method may be called from any thread."""

    def __init__(self, bench: Bench) -> None:
        """Begin without viewers."""
        self._bench = bench
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bench")
        # If work is done at once, its callback runs in the same thread, which already holds the lock.
        self._lock = RLock()
        self._seats: list[Seat] = []
        self._busy = False

    def sit(self, wish: SheetChoice, tell: Callable[[News], None]) -> Seat:
        """Add a viewer; `tell` is called from another thread, and must not block."""
        seat = Seat(wish=wish, tell=tell)
        with self._lock:
            self._seats.append(seat)
            self._go_on()
        return seat

    def leave(self, seat: Seat) -> None:
        """Remove a viewer; it gets no more news."""
        with self._lock:
            self._seats = [other for other in self._seats if other is not seat]

    def stir(self, saved: float) -> None:
        """Rebuild for every viewer what has changed on disk."""
        self._bench.look_again()
        with self._lock:
            for seat in self._seats:
                seat.stale, seat.saved = True, saved
            self._go_on()

    def close(self) -> None:
        """Finish the current rebuild, and begin no other."""
        with self._lock:
            self._seats = []
        self._worker.shutdown(cancel_futures=True)

    def _go_on(self) -> None:
        """Begin the next rebuild, for the newest viewer that needs one; the lock is held."""
        waiting = [seat for seat in self._seats if seat.stale]
        if self._busy or not waiting:
            return
        seat = waiting[-1]
        saved, seat.stale, seat.saved, self._busy = seat.saved, False, 0.0, True
        seat.tell(News())
        rebuild = self._worker.submit(self._bench.rebuild, seat.wish)
        rebuild.add_done_callback(lambda done: self._tell(seat, done, saved))

    def _tell(self, seat: Seat, done: Future[Shown], saved: float) -> None:
        with self._lock:
            self._busy = False
            if not done.cancelled() and any(seat is other for other in self._seats):
                fault = done.exception()
                shown = None if fault else done.result()
                seat.wish = _pinned(seat.wish, shown.wish) if shown else seat.wish
                seat.tell(News(shown=shown, fault=fault, saved=saved))
            self._go_on()


def _pinned(wish: SheetChoice, made: SheetChoice) -> SheetChoice:
    """Fill in the open parts of a choice, so that a later fault does not switch to another sheet."""
    return replace(wish, **{part: getattr(wish, part) or getattr(made, part) for part in PARTS})
