"""Which viewer gets what, and when: one rebuild at a time, and no more rebuilds than anybody can see."""

from collections.abc import Callable, Iterator
from queue import Queue
from threading import Event
from types import MappingProxyType
from typing import cast

import pytest

from leafwright.preview.choice import SheetChoice
from leafwright.preview.rebuild import PreviewState, Rebuilder
from leafwright.preview.viewers import Previewer, PreviewUpdate

KNEE = SheetChoice(topic="knee")
HIP = SheetChoice(topic="hip")
PATIENCE = 5.0


class SlowRebuilder:
    """Replaces a rebuilder: each rebuild waits until it is released."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self.built: list[str] = []
        self.looks = 0
        self.begun = Queue[str]()
        self.go = Event()
        self.fault: Exception | None = None

    def mark_changed(self) -> None:
        """Count the looks."""
        self.looks += 1

    def rebuild(self, choice: SheetChoice) -> PreviewState:
        """Wait, then settle what the choice left open."""
        self.begun.put(choice.topic)
        assert self.go.wait(PATIENCE)
        self.built.append(choice.topic)
        if self.fault:
            raise self.fault
        settled = SheetChoice(topic=choice.topic, clinic=choice.clinic or "elm")
        return PreviewState(
            choice=settled,
            menu=MappingProxyType({}),
            pages=None,
            problems=(),
            fresh=True,
            printable=True,
            seconds=0.1,
        )


@pytest.fixture
def rebuilder() -> SlowRebuilder:
    """Stand ready."""
    return SlowRebuilder()


@pytest.fixture
def previewer(rebuilder: SlowRebuilder) -> Iterator[Previewer]:
    """Open a previewer, and close it."""
    previewer = Previewer(cast("Rebuilder", rebuilder))
    yield previewer
    rebuilder.go.set()
    previewer.close()


def _listener() -> tuple[Queue[PreviewUpdate], Callable[[], PreviewUpdate]]:
    told = Queue[PreviewUpdate]()
    return told, lambda: told.get(timeout=PATIENCE)


def test_who_sits_down_is_reported_twice(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """First that a rebuild begins, then what came of it."""
    told, heard = _listener()
    previewer.add(KNEE, told.put)
    begun = heard()
    rebuilder.go.set()

    assert begun == PreviewUpdate()
    assert (shown := heard().shown)
    assert shown.choice.topic == "knee"


def test_of_many_changes_only_the_latest_is_built(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """Five saves during one rebuild cause one more rebuild, not five."""
    told, heard = _listener()
    previewer.add(KNEE, told.put)
    rebuilder.begun.get(timeout=PATIENCE)
    for number in range(5):
        previewer.files_changed(float(number))
    rebuilder.go.set()

    heard_now = [heard() for _ in range(4)]
    assert rebuilder.looks == 5
    assert rebuilder.built == ["knee", "knee"]
    assert heard_now[-1].saved == 4.0
    assert told.empty()


def test_everybody_sees_a_change(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """Two windows on two sheets are both rebuilt."""
    rebuilder.go.set()
    first, second = _listener(), _listener()
    previewer.add(KNEE, first[0].put)
    previewer.add(HIP, second[0].put)
    for _, heard in (first, second):
        assert [heard().shown is None for _ in range(2)] == [True, False]

    previewer.files_changed(1.0)

    for _, heard in (first, second):
        assert [heard().shown is None for _ in range(2)] == [True, False]


def test_who_has_left_has_no_report(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """A window that was closed hears no more, and costs no rebuild."""
    told, heard = _listener()
    viewer = previewer.add(KNEE, told.put)
    heard()
    previewer.remove(viewer)
    rebuilder.go.set()
    previewer.files_changed(1.0)
    previewer.close()

    assert told.empty()
    assert rebuilder.built == ["knee"]


def test_a_fault_is_reported_and_does_not_end_it(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """Viewers see what a rebuild raises; the next change is built again."""
    rebuilder.go.set()
    rebuilder.fault = ZeroDivisionError("division by zero")
    told, heard = _listener()
    previewer.add(KNEE, told.put)
    heard()
    assert isinstance(heard().fault, ZeroDivisionError)

    rebuilder.fault = None
    previewer.files_changed(1.0)
    heard()

    assert heard().shown


def test_what_was_settled_stays(previewer: Previewer, rebuilder: SlowRebuilder) -> None:
    """An open choice is kept once it was made, so that a later fault shows the same sheet."""
    rebuilder.go.set()
    told, heard = _listener()
    viewer = previewer.add(KNEE, told.put)
    heard()
    heard()

    assert viewer.choice == SheetChoice(topic="knee", clinic="elm")
