"""Carry decisions out: publish what passes its proof, and record every file in the manifest."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from leafwright.build.decide import refuse
from leafwright.build.fingerprint import Toolchain
from leafwright.build.linked import list_files, settle_links
from leafwright.build.lock import cannot_write
from leafwright.build.products import possible_products
from leafwright.build.record import (
    SOLO,
    BuildRequest,
    Decision,
    Job,
    Outcome,
    Printed,
    Proved,
    Refusal,
    Result,
    Verb,
    WorkerPool,
)
from leafwright.build.run import local_pool, run_jobs
from leafwright.build.work import LIMITS, Limits
from leafwright.files import digest, write_whole
from leafwright.manifest import (
    NONE_FOUND,
    Entry,
    Facts,
    OutputState,
    PrintFile,
    fields_of,
    note_problems,
    write_output,
)
from leafwright.problems import has_errors
from leafwright.sheet import SheetKey

MOST_WORKERS: Final = 61
"""The most processes that Windows can wait for."""

OUTCOMES: Final = {
    Verb.KEEP: Outcome.UNCHANGED,
    Verb.REFUSE: Outcome.REFUSED,
    Verb.WITHHOLD: Outcome.WITHHELD,
    Verb.REMOVE: Outcome.REMOVED,
}


def default_pool(limits: Limits = LIMITS) -> WorkerPool:
    """Make a pool of as many processes as this process may use cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return local_pool(min(cores, MOST_WORKERS), limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An output folder as it was, and its current entries."""

    before: OutputState
    entries: dict[SheetKey, Entry]


def build_sheets(
    decisions: tuple[Decision, ...], output: OutputState, request: BuildRequest, toolchain: Toolchain | None
) -> Generator[Result]:
    """Carry decisions out; at any interruption files are complete, and the manifest lists them.

    Raises OutputError if nothing can be written, EngineError or FontError if nothing can be proved.
    """
    published = Published(before=output, entries=dict(output.entries))
    withheld = tuple(decision.withheld for decision in decisions if decision.withheld)
    try:
        for decision in decisions:
            yield from _settle(decision, request, published)
        jobs = [decision.job for decision in decisions if decision.verb is Verb.BUILD and decision.job]
        for done in run_jobs(jobs, request.pool if len(jobs) > 1 else SOLO):
            yield _publish(done, published)
    finally:
        if not request.shard:
            drafted = {decision.key: decision.job for decision in decisions if decision.job}
            with _writing(output):
                published.entries.update(settle_links(published.entries, drafted, output.folder))
        if published.entries != output.entries or withheld != output.withheld:
            versions = {toolchain.fingerprint: toolchain.versions} if toolchain else {}
            state = replace(output, entries=published.entries, withheld=withheld)
            with _writing(output):
                write_output(replace(state, toolchains={**output.toolchains, **versions}))


def _settle(decision: Decision, request: BuildRequest, published: Published) -> Iterator[Result]:
    """Carry out a decision that needs no printing; it gives no result for a sheet that was not chosen."""
    if decision.verb in {Verb.KEEP, Verb.REFUSE}:
        _note(decision, published)
    elif decision.verb is Verb.BUILD or (decision.done and not request.prune):
        return
    elif decision.chosen:
        _remove(decision.key, published)
    if decision.chosen:
        yield _result_of(decision)


def _result_of(decision: Decision) -> Result:
    kept = decision.entry if decision.verb is Verb.KEEP else None
    return Result(
        key=decision.key,
        outcome=OUTCOMES[decision.verb],
        pages=kept.pages if kept else 0,
        problems=decision.problems,
        older=decision.older,
        why=decision.why if decision.withheld else "",
        found=kept.found if kept else NONE_FOUND,
        fault=decision.fault,
    )


def _remove(key: SheetKey, published: Published) -> None:
    """Remove a sheet and its entry; it may be a file that the manifest does not list."""
    folder = published.before.folder
    entry = published.entries.pop(key, None)
    own = [key.thumbnail, key.print_file, *(entry.products if entry else possible_products(key)), key.path]
    _delete([folder / name for name in own if not _shares(name, published)], published)


def _shares(name: str, published: Published) -> bool:
    """Return whether a file belongs to another sheet too."""
    return any(name in entry.products for entry in published.entries.values())


def _delete(paths: list[Path], published: Published) -> None:
    for path in paths:
        with _writing(published.before):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # other files may live there
            path.parent.rmdir()


def _publish(done: Proved | Refusal, published: Published) -> Result:
    """Write a sheet that passed its proof; if it did not, keep the old file."""
    if isinstance(done, Refusal):
        return _refused(done, published)
    job, printed = done.job, done.printed
    if has_errors(printed.problems):
        return _refused(Refusal.of(job, printed.problems), published)
    folder, before = published.before.folder, published.entries.get(job.key)
    with _known(_entry_of(job, printed), published), _writing(published.before):
        for name, content in job.products.items():
            write_whole(folder / name, content)
        write_whole(folder / job.key.thumbnail, printed.thumbnail)
        write_whole(folder / job.key.path, printed.content)
        _write_second(folder / job.key.print_file, printed.print_file)
    left = before.products.keys() - job.products.keys() if before else ()
    _delete([folder / name for name in left if not _shares(name, published)], published)
    return Result(
        key=job.key,
        outcome=Outcome.BUILT,
        pages=printed.pages,
        seconds=printed.seconds,
        memory=printed.memory,
        problems=printed.problems,
        found=job.facts.found,
    )


def _write_second(path: Path, content: bytes) -> None:
    """Write the second file of a booklet, or remove one of a sheet that is none any more."""
    if content:
        write_whole(path, content)
    else:
        path.unlink(missing_ok=True)


def _refused(refusal: Refusal, published: Published) -> Result:
    decision = refuse(refusal, published.before)
    _note(decision, published)
    return _result_of(decision)


def _note(decision: Decision, published: Published) -> None:
    """Set the entry of a sheet in the manifest."""
    if decision.entry:
        published.entries[decision.key] = decision.entry
    else:
        published.entries.pop(decision.key, None)


@contextmanager
def _known(entry: Entry, published: Published) -> Iterator[None]:
    """Record a sheet before it is written, so that after Ctrl-C the manifest misses no file."""
    entries, before = published.entries, published.entries.get(entry.key)
    entries[entry.key] = entry
    try:
        yield
    except BaseException:
        if not entry.describes(published.before.folder):
            entries.pop(entry.key)
            entries.update({before.key: before} if before else {})
        raise


@contextmanager
def _writing(output: OutputState) -> Iterator[None]:
    """Turn an error of writing into an OutputError that says what to do."""
    try:
        yield
    except OSError as fault:
        raise cannot_write(output.folder, fault) from fault


def _print_file_of(job: Job, printed: Printed) -> PrintFile | None:
    if not printed.print_file:
        return None
    return PrintFile(
        paper=job.sheet.format.sheet_paper,
        pages=printed.pages // 2,
        sha256=digest(printed.print_file),
        size=len(printed.print_file),
    )


def _entry_of(job: Job, printed: Printed) -> Entry:
    """Make the entry of a sheet that is about to be written."""
    return Entry(
        **fields_of(job.facts, Facts),
        fingerprint=job.fingerprint,
        inputs=dict(job.inputs),
        toolchain=job.toolchain,
        sha256=digest(printed.content),
        size=len(printed.content),
        pages=printed.pages,
        conformance=job.sheet.format.flavour.conformance,
        rung=printed.rung,
        fills=printed.fills,
        thumbnail=digest(printed.thumbnail),
        print_file=_print_file_of(job, printed),
        products=list_files(job.products),
        links=job.links,
        web=job.web,
        findings=note_problems(printed.problems),
    )
