"""Who is told what, and when: one rebuild at a time, and no more of them than anybody can see."""

from collections.abc import Callable, Iterator
from queue import Queue
from threading import Event
from types import MappingProxyType
from typing import cast

import pytest

from leafwright.preview.bench import Bench, Shown
from leafwright.preview.choosing import SheetChoice
from leafwright.preview.desk import News, Previewer

KNEE = SheetChoice(topic="knee")
HIP = SheetChoice(topic="hip")
PATIENCE = 5.0


class SlowBench:
    """Stands in for a bench: each rebuild waits until it is let go."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self.built: list[str] = []
        self.looks = 0
        self.begun = Queue[str]()
        self.go = Event()
        self.fault: Exception | None = None

    def look_again(self) -> None:
        """Count the looks."""
        self.looks += 1

    def rebuild(self, wish: SheetChoice) -> Shown:
        """Wait, then settle what the wish left open."""
        self.begun.put(wish.topic)
        assert self.go.wait(PATIENCE)
        self.built.append(wish.topic)
        if self.fault:
            raise self.fault
        settled = SheetChoice(topic=wish.topic, clinic=wish.clinic or "elm")
        return Shown(
            wish=settled,
            menu=MappingProxyType({}),
            pages=None,
            problems=(),
            fresh=True,
            printable=True,
            seconds=0.1,
        )


@pytest.fixture
def bench() -> SlowBench:
    """Stand ready."""
    return SlowBench()


@pytest.fixture
def desk(bench: SlowBench) -> Iterator[Previewer]:
    """Open a desk, and close it."""
    desk = Previewer(cast("Bench", bench))
    yield desk
    bench.go.set()
    desk.close()


def _listener() -> tuple[Queue[News], Callable[[], News]]:
    told = Queue[News]()
    return told, lambda: told.get(timeout=PATIENCE)


def test_who_sits_down_is_told_twice(desk: Previewer, bench: SlowBench) -> None:
    """First that a rebuild begins, then what came of it."""
    told, heard = _listener()
    desk.sit(KNEE, told.put)
    begun = heard()
    bench.go.set()

    assert begun == News()
    assert (shown := heard().shown)
    assert shown.wish.topic == "knee"


def test_of_many_changes_only_the_latest_is_built(desk: Previewer, bench: SlowBench) -> None:
    """Whoever saves five times during one rebuild waits for one more, not for five."""
    told, heard = _listener()
    desk.sit(KNEE, told.put)
    bench.begun.get(timeout=PATIENCE)
    for number in range(5):
        desk.stir(float(number))
    bench.go.set()

    heard_now = [heard() for _ in range(4)]
    assert bench.looks == 5
    assert bench.built == ["knee", "knee"]
    assert heard_now[-1].saved == 4.0
    assert told.empty()


def test_everybody_sees_a_change(desk: Previewer, bench: SlowBench) -> None:
    """Two windows on two sheets are both rebuilt."""
    bench.go.set()
    first, second = _listener(), _listener()
    desk.sit(KNEE, first[0].put)
    desk.sit(HIP, second[0].put)
    for _, heard in (first, second):
        assert [heard().shown is None for _ in range(2)] == [True, False]

    desk.stir(1.0)

    for _, heard in (first, second):
        assert [heard().shown is None for _ in range(2)] == [True, False]


def test_who_has_left_is_told_nothing(desk: Previewer, bench: SlowBench) -> None:
    """A window that was closed hears no more, and costs no rebuild."""
    told, heard = _listener()
    seat = desk.sit(KNEE, told.put)
    heard()
    desk.leave(seat)
    bench.go.set()
    desk.stir(1.0)
    desk.close()

    assert told.empty()
    assert bench.built == ["knee"]


def test_a_fault_is_told_and_does_not_end_it(desk: Previewer, bench: SlowBench) -> None:
    """What a rebuild raises is told to whoever looks; the next change is built again."""
    bench.go.set()
    bench.fault = ZeroDivisionError("division by zero")
    told, heard = _listener()
    desk.sit(KNEE, told.put)
    heard()
    assert isinstance(heard().fault, ZeroDivisionError)

    bench.fault = None
    desk.stir(1.0)
    heard()

    assert heard().shown


def test_what_was_settled_stays(desk: Previewer, bench: SlowBench) -> None:
    """A choice that was left open is kept once it was made, so that a later fault shows nothing else."""
    bench.go.set()
    told, heard = _listener()
    seat = desk.sit(KNEE, told.put)
    heard()
    heard()

    assert seat.wish == SheetChoice(topic="knee", clinic="elm")
