"""A plan to files: what has not changed is left alone, what passes its proof is published."""

import os
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from leafwright.batch.freshness import reason_to_build
from leafwright.batch.lock import OutputError
from leafwright.batch.order import Order
from leafwright.batch.planning import Job, Plan, Refusal
from leafwright.batch.running import Crew, Proved, local_crew, run
from leafwright.batch.work import LIMITS, Limits
from leafwright.files import digest, write_whole
from leafwright.manifest import Entry, Withheld, read_grounds, read_manifest, read_withheld, write_manifest
from leafwright.problems import Problem, has_errors
from leafwright.sheet import SheetKey

MOST_WORKERS: Final = 61
"""More processes than this Windows cannot wait for."""

# Starting a process and loading the engine in it takes half a second longer than a single sheet.
SOLO: Final = Crew(size=1, open=ThreadPoolExecutor)


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

    `seconds` is how long it took, `memory` the most that its worker had used by then, in MiB.
    """

    key: SheetKey
    outcome: Outcome
    pages: int = 0
    seconds: float = 0
    memory: int = 0
    problems: tuple[Problem, ...] = ()
    fault: BaseException | None = field(default=None, compare=False)


def default_crew(limits: Limits = LIMITS) -> Crew:
    """Make a crew of as many processes as this one may use cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return local_crew(min(cores, MOST_WORKERS), limits)


def build(planned: Plan, order: Order) -> Generator[Result]:
    """Build a plan, sheet by sheet; stopping at any point leaves whole files and a manifest that knows them.

    Raises OutputError when nothing can be written, EngineError or FontError when nothing can be proved.
    """
    before = read_manifest(order.output)
    held = read_withheld(order.output)
    books = Books(output=order.output, entries=dict(before), ground=_ground_of(planned))
    withheld = _withheld(held, planned, order)
    try:
        for key in planned.kept:
            yield Result(key=key, outcome=Outcome.UNCHANGED, pages=before[key].pages)
        for refusal in planned.refusals:
            yield _refuse(refusal.key, refusal, books)
        stale: list[Job] = []
        for job in planned.jobs:
            entry = before.get(job.key)
            if entry and not reason_to_build(job, entry, order):
                # A sheet need not show what its handout or its language is called.
                books.entries[job.key] = _renewed(entry, job, books)
                yield Result(key=job.key, outcome=Outcome.UNCHANGED, pages=entry.pages)
            else:
                stale.append(job)
        for done in run(stale, order.workspace, order.crew if len(stale) > 1 else SOLO):
            yield _publish(done, books)
        yield from _clear(planned, order, books)
    finally:
        if books.entries != before or withheld != held:
            grounds = {**read_grounds(order.output), **_told(planned)}
            with _writing(order.output):
                write_manifest(order.output, books.entries.values(), grounds, withheld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What is known of an output folder as it is built: its entries so far, and what new sheets stand on."""

    output: Path
    entries: dict[SheetKey, Entry]
    ground: str


def _renewed(entry: Entry, job: Job, books: Books) -> Entry:
    """Note what an unchanged sheet is made of now, which may differ where it does not show."""
    return replace(entry, facts=job.facts, inputs=job.inputs, ground=books.ground)


def _ground_of(planned: Plan) -> str:
    return planned.ground.fingerprint if planned.ground else ""


def _told(planned: Plan) -> dict[str, Mapping[str, str]]:
    return {planned.ground.fingerprint: planned.ground.told} if planned.ground else {}


def _publish(done: Proved | Refusal, books: Books) -> Result:
    """Write a sheet that passed its proof; one that did not leaves the old file where it is."""
    if isinstance(done, Refusal):
        return _refuse(done.key, done, books)
    job, printed = done.job, done.printed
    if has_errors(printed.problems):
        return _refuse(job.key, Refusal(key=job.key, problems=printed.problems), books)
    entry = Entry(
        key=job.key,
        facts=job.facts,
        fingerprint=job.fingerprint,
        inputs=job.inputs,
        ground=books.ground,
        sha256=digest(printed.content),
        size=len(printed.content),
        pages=printed.pages,
        rung=printed.rung,
        findings=printed.problems,
    )
    with _noted(entry, books), _writing(books.output):
        write_whole(books.output / job.key.thumbnail, printed.thumbnail)
        write_whole(books.output / job.key.path, printed.content)
    return Result(
        key=job.key,
        outcome=Outcome.BUILT,
        pages=printed.pages,
        seconds=printed.seconds,
        memory=printed.memory,
        problems=printed.problems,
    )


@contextmanager
def _noted(entry: Entry, books: Books) -> Iterator[None]:
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


def _refuse(key: SheetKey, refusal: Refusal, books: Books) -> Result:
    """Keep the old file and what is known of it; without a file there is nothing to know."""
    if not (books.output / key.path).exists():
        books.entries.pop(key, None)
    return Result(key=key, outcome=Outcome.REFUSED, problems=refusal.problems, fault=refusal.fault)


def _clear(planned: Plan, order: Order, books: Books) -> Iterator[Result]:
    """Remove what must not be printed, and what nobody prints any more."""
    for each in planned.withheld:
        if each.key in books.entries or order.prune:
            _remove(each.key, books)
            yield Result(key=each.key, outcome=Outcome.WITHHELD)
    for key in sorted(books.entries.keys() - planned.keys) if order.prune else ():
        _remove(key, books)
        yield Result(key=key, outcome=Outcome.REMOVED)


def _remove(key: SheetKey, books: Books) -> None:
    """Remove a sheet and what is known of it, where there is one."""
    if key not in books.entries:
        return
    for path in (books.output / key.thumbnail, books.output / key.path):
        with _writing(books.output):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # other files may live there
            path.parent.rmdir()
    del books.entries[key]


def _withheld(held: tuple[Withheld, ...], planned: Plan, order: Order) -> tuple[Withheld, ...]:
    """List what is withheld from now on: what this build says, and what it was not asked about."""
    new = {each.key: each for each in planned.withheld}
    old = {} if order.prune else {each.key: each for each in held if each.key not in planned.keys}
    return tuple(sorted((old | new).values(), key=lambda each: each.key))


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        message = f"cannot write to {output}: {reason}; make room or say --output DIR"
        raise OutputError(message) from fault
