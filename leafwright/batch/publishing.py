"""A plan to files: what has not changed is left alone, what passes its proof is published."""

import os
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from leafwright.batch.planning import Job, Plan, Refusal
from leafwright.batch.running import Crew, Proved, local_crew, run
from leafwright.files import digest, write_whole
from leafwright.manifest import Entry, read_manifest, write_manifest
from leafwright.problems import Problem, has_errors
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace

MOST_WORKERS: Final = 61
"""More processes than this Windows cannot wait for."""

# Starting a process and loading the engine in it takes half a second longer than a single sheet.
SOLO: Final = Crew(size=1, open=ThreadPoolExecutor)


class OutputError(RuntimeError):
    """The output folder cannot be written to; the message says why and what to do."""


class Outcome(StrEnum):
    """What became of a sheet."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One sheet after the build; `fault` is set when it met what no author can mend."""

    key: SheetKey
    outcome: Outcome
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    fault: BaseException | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Where to and how: `force` builds unchanged sheets too, `prune` removes what is no longer planned."""

    workspace: Workspace
    output: Path
    crew: Crew
    force: bool = False
    prune: bool = False


def default_crew() -> Crew:
    """Make a crew of as many processes as this one may use cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return local_crew(min(cores, MOST_WORKERS))


def build(planned: Plan, order: Order) -> Generator[Result]:
    """Build a plan, sheet by sheet; stopping at any point leaves whole files and a manifest that knows them.

    Raises OutputError when nothing can be written, EngineError or FontError when nothing can be proved.
    """
    before = read_manifest(order.output)
    entries = dict(before)
    try:
        for refusal in planned.refusals:
            yield _refuse(refusal.key, refusal, entries, order.output)
        stale: list[Job] = []
        for job in planned.jobs:
            if (entry := entries.get(job.key)) and not order.force and _is_fresh(job, entry, order.output):
                # A sheet need not show what its handout or its language is called.
                entries[job.key] = replace(entry, facts=job.facts)
                yield Result(key=job.key, outcome=Outcome.UNCHANGED, pages=entry.pages)
            else:
                stale.append(job)
        for done in run(stale, order.workspace, order.crew if len(stale) > 1 else SOLO):
            yield _publish(done, entries, order.output)
        if order.prune:
            yield from _prune(planned.keys, entries, order.output)
    finally:
        if entries != before:
            with _writing(order.output):
                write_manifest(order.output, entries.values())


def _is_fresh(job: Job, entry: Entry, output: Path) -> bool:
    return job.fingerprint == entry.fingerprint and entry.describes(output)


def _publish(done: Proved | Refusal, entries: dict[SheetKey, Entry], output: Path) -> Result:
    """Write a sheet that passed its proof; one that did not leaves the old file where it is."""
    if isinstance(done, Refusal):
        return _refuse(done.key, done, entries, output)
    job, printed = done.job, done.printed
    if has_errors(printed.problems):
        return _refuse(job.key, Refusal(key=job.key, problems=printed.problems), entries, output)
    entry = Entry(
        key=job.key,
        facts=job.facts,
        fingerprint=job.fingerprint,
        sha256=digest(printed.content),
        size=len(printed.content),
        pages=printed.pages,
        rung=printed.rung,
        findings=printed.problems,
    )
    with _noted(entry, entries, output), _writing(output):
        write_whole(output / job.key.thumbnail, printed.thumbnail)
        write_whole(output / job.key.path, printed.content)
    return Result(key=job.key, outcome=Outcome.BUILT, pages=printed.pages, problems=printed.problems)


@contextmanager
def _noted(entry: Entry, entries: dict[SheetKey, Entry], output: Path) -> Iterator[None]:
    """Know a sheet before it is written, so that Ctrl-C leaves no file that the manifest misses."""
    before = entries.get(entry.key)
    entries[entry.key] = entry
    try:
        yield
    except BaseException:
        if not entry.describes(output):
            entries.pop(entry.key)
            entries.update({before.key: before} if before else {})
        raise


def _refuse(key: SheetKey, refusal: Refusal, entries: dict[SheetKey, Entry], output: Path) -> Result:
    """Keep the old file and what is known of it; without a file there is nothing to know."""
    if not (output / key.path).exists():
        entries.pop(key, None)
    return Result(key=key, outcome=Outcome.REFUSED, problems=refusal.problems, fault=refusal.fault)


def _prune(planned: frozenset[SheetKey], entries: dict[SheetKey, Entry], output: Path) -> Iterator[Result]:
    for key in sorted(entries.keys() - planned):
        for path in (output / key.thumbnail, output / key.path):
            with _writing(output):
                path.unlink(missing_ok=True)
            with suppress(OSError):  # other files may live there
                path.parent.rmdir()
        del entries[key]
        yield Result(key=key, outcome=Outcome.REMOVED)


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        message = f"cannot write to {output}: {reason}; make room or say --output DIR"
        raise OutputError(message) from fault
