"""Who looks at what: one rebuild at a time, and of all that was asked for meanwhile only the latest."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import RLock

from leafwright.preview.bench import Bench, Shown
from leafwright.preview.choosing import PARTS, SheetChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What there is to see, or what went wrong; neither when a rebuild begins.

    `saved` is when the files were saved that led to it, in seconds as the clock counts them, or 0.
    """

    shown: Shown | None = None
    fault: BaseException | None = None
    saved: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Seat:
    """Somebody who looks: at what, how to be told, and whether there may be something new."""

    wish: SheetChoice
    tell: Callable[[News], None]
    stale: bool = True
    saved: float = 0.0


class Previewer:
    """Rebuilds what is looked at; every method may be called from any thread."""

    def __init__(self, bench: Bench) -> None:
        """Begin with nobody looking."""
        self._bench = bench
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bench")
        # Work that is done at once is told by the thread that asked for it, which holds the lock already.
        self._lock = RLock()
        self._seats: list[Seat] = []
        self._busy = False

    def sit(self, wish: SheetChoice, tell: Callable[[News], None]) -> Seat:
        """Begin to look at a wish; `tell` is called from another thread, and must not wait for anything."""
        seat = Seat(wish=wish, tell=tell)
        with self._lock:
            self._seats.append(seat)
            self._go_on()
        return seat

    def leave(self, seat: Seat) -> None:
        """Look no longer; whoever has left is told nothing more."""
        with self._lock:
            self._seats = [other for other in self._seats if other is not seat]

    def stir(self, saved: float) -> None:
        """Let everybody see what has changed on disk."""
        self._bench.look_again()
        with self._lock:
            for seat in self._seats:
                seat.stale, seat.saved = True, saved
            self._go_on()

    def close(self) -> None:
        """Finish the rebuild in hand, and begin no other."""
        with self._lock:
            self._seats = []
        self._worker.shutdown(cancel_futures=True)

    def _go_on(self) -> None:
        """Begin the next rebuild, for whoever sat down last; the lock is held."""
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
    """Settle what a wish left open: what breaks later must not turn it to something else."""
    return replace(wish, **{part: getattr(wish, part) or getattr(made, part) for part in PARTS})
