"""What is known of an output folder as it is built, and what became of each sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from leafwright.build.draft import Refusal
from leafwright.build.lock import OutputError
from leafwright.manifest import NONE_FOUND, Entry, FindingCounts
from leafwright.problems import Problem, has_errors
from leafwright.sheet import SheetKey


class Outcome(StrEnum):
    """What became of a sheet."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    WITHHELD = "withheld"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One sheet after the build; `fault` is set when it met what no author can mend.

    `seconds` is how long it took, `memory` the most that its worker had used by then, in MiB. An `older` one
    is still there as it was when it could last be made. `why` says in words why one is withheld, `found` what
    the rules find in a handout that is not approved.
    """

    key: SheetKey
    outcome: Outcome
    pages: int = 0
    seconds: float = 0
    memory: int = 0
    problems: tuple[Problem, ...] = ()
    older: bool = False
    why: str = ""
    found: FindingCounts = NONE_FOUND
    fault: BaseException | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What is known of an output folder as it is built: its entries so far, and what new sheets stand on.

    Of the `same` sheets everything is as it was; they may have been asked for by force.
    """

    output: Path
    entries: dict[SheetKey, Entry]
    toolchain: str
    same: frozenset[SheetKey]


def refuse(refusal: Refusal, books: Books) -> Result:
    """Keep the old file, and mark it where it is older; without a file there is nothing to know."""
    key = refusal.key
    if not (books.output / key.path).exists():
        books.entries.pop(key, None)
    older = key in books.entries and key not in books.same
    if older:
        faults = tuple(found for found in refusal.problems if has_errors([found]))
        books.entries[key] = replace(books.entries[key], refused=faults)
    return Result(
        key=key, outcome=Outcome.REFUSED, problems=refusal.problems, older=older, fault=refusal.fault
    )


@contextmanager
def noted(entry: Entry, books: Books) -> Iterator[None]:
    """Know a sheet before it is written, so that Ctrl-C leaves no file that the manifest misses."""
    entries = books.entries
    before = entries.get(entry.key)
    entries[entry.key] = entry
    try:
        yield
    except BaseException:
        if not entry.describes(books.output):
            entries.pop(entry.key)
            entries.update({before.key: before} if before else {})
        raise


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Tell what keeps the output folder from being written to. Raises OutputError."""
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        message = f"cannot write to {output}: {reason}; make room or say --output DIR"
        raise OutputError(message) from fault
