"""What must not stay as it was: sheets that lag behind are marked or go, with those that nobody prints."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from leafwright.batch.books import Books, Outcome, Result, refuse, writing
from leafwright.batch.lagging import Lagging
from leafwright.batch.order import Order
from leafwright.batch.planning import Plan, Refusal
from leafwright.batch.selection import Selection
from leafwright.manifest import Withheld
from leafwright.sheet import SheetKey


def mark(lagging: Iterable[Lagging], selection: Selection, books: Books) -> Iterator[Result]:
    """Mark what stays although the library has moved on; it is told of the sheets that were asked for."""
    for each in lagging:
        if not each.withheld:
            result = refuse(Refusal(key=each.key, problems=each.faults), books)
            if selection.chooses(each.key):
                yield result


def clear(planned: Plan, lagging: Iterable[Lagging], order: Order, books: Books) -> Iterator[Result]:
    """Remove what must not be printed, and what nobody prints any more."""
    goes = {each.key for each in planned.withheld} | {each.key for each in lagging if each.withheld}
    for key in sorted(goes):
        if order.prune or key in books.entries or (books.output / key.path).exists():
            _remove(key, books)
            yield Result(key=key, outcome=Outcome.WITHHELD)
    stays = planned.keys | {each.key for each in lagging}
    for key in sorted(books.entries.keys() - stays) if order.prune else ():
        _remove(key, books)
        yield Result(key=key, outcome=Outcome.REMOVED)


def _remove(key: SheetKey, books: Books) -> None:
    """Remove a sheet and what is known of it; a file that no manifest knows is no less old."""
    for path in (books.output / key.thumbnail, books.output / key.path):
        with writing(books.output):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # other files may live there
            path.parent.rmdir()
    books.entries.pop(key, None)


def list_held(
    held: tuple[Withheld, ...], planned: Plan, lagging: Iterable[Lagging], order: Order
) -> tuple[Withheld, ...]:
    """List what is withheld from now on: what this build says, and what it cannot know better."""
    new = {each.key: each for each in planned.withheld}
    new |= {each.key: each.withheld for each in lagging if each.withheld}
    there = planned.printable | planned.keys
    old = {} if order.prune else {each.key: each for each in held if each.key not in there}
    return tuple(sorted((old | new).values(), key=lambda each: each.key))
