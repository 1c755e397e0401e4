"""What must not stay as it was: sheets that lag behind are marked or go, with those that nobody prints."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from leafwright.build.books import Books, Outcome, Result, refuse, writing
from leafwright.build.draft import Drafts, Refusal
from leafwright.build.fingerprint import is_current, same_toolchains
from leafwright.build.lagging import Lagging
from leafwright.build.request import BuildRequest
from leafwright.build.selection import Selection
from leafwright.build.withholding import WHY
from leafwright.manifest import Withheld
from leafwright.sheet import SheetKey


def mark(lagging: Iterable[Lagging], selection: Selection, books: Books) -> Iterator[Result]:
    """Mark what stays although the library has moved on; it is told of the sheets that were asked for."""
    for each in lagging:
        if not each.withheld:
            result = refuse(Refusal(key=each.key, problems=each.faults), books)
            if selection.chooses(each.key):
                yield result


def unmark(drafts: Drafts, books: Books) -> None:
    """Take the marks off sheets that are what the library says again, those too that nobody asked for."""
    marked = [entry for entry in books.entries.values() if entry.refused and entry.key in drafts.printable]
    if drafts.toolchain and marked:
        alike = same_toolchains(drafts.toolchain, books.output)
        for entry in marked:
            if is_current(entry, drafts.toolchain, alike):
                books.entries[entry.key] = replace(entry, refused=())


def clear(
    drafts: Drafts, lagging: Iterable[Lagging], request: BuildRequest, books: Books
) -> Iterator[Result]:
    """Remove what must not be printed, and what nobody prints any more."""
    for each in _goes(drafts, lagging):
        if request.prune or each.key in books.entries or (books.output / each.key.path).exists():
            _remove(each.key, books)
            yield Result(key=each.key, outcome=Outcome.WITHHELD, why=WHY[each.reason])
    stays = drafts.keys | {each.key for each in lagging}
    for key in sorted(books.entries.keys() - stays) if request.prune else ():
        _remove(key, books)
        yield Result(key=key, outcome=Outcome.REMOVED)


def _goes(drafts: Drafts, lagging: Iterable[Lagging]) -> tuple[Withheld, ...]:
    """List what is withheld as the library is now, sorted by key."""
    goes = [*drafts.withheld, *(each.withheld for each in lagging if each.withheld)]
    return tuple(sorted(goes, key=lambda each: each.key))


def _remove(key: SheetKey, books: Books) -> None:
    """Remove a sheet and what is known of it; a file that no manifest knows is no less old."""
    for path in (books.output / key.thumbnail, books.output / key.path):
        with writing(books.output):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # other files may live there
            path.parent.rmdir()
    books.entries.pop(key, None)


def list_held(
    held: tuple[Withheld, ...], drafts: Drafts, lagging: Iterable[Lagging], request: BuildRequest
) -> tuple[Withheld, ...]:
    """List what is withheld from now on: what this build says, and what it cannot know better.

    What was withheld before is forgotten by a whole build in which every file can be read.
    """
    there = drafts.printable | drafts.keys
    new = {each.key: each for each in _goes(drafts, lagging)}
    old = {} if request.prune else {each.key: each for each in held if each.key not in there}
    return tuple(sorted((old | new).values(), key=lambda each: each.key))
