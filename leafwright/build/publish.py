"""A plan to files: what has not changed is left alone, what passes its proof is published."""

import os
from collections.abc import Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

from leafwright.build.books import Books, Outcome, Result, noted, refuse, writing
from leafwright.build.clearing import clear, list_held, mark, unmark
from leafwright.build.draft import Drafts, Job, Refusal
from leafwright.build.freshness import reason_to_build
from leafwright.build.lagging import list_lagging
from leafwright.build.request import BuildRequest
from leafwright.build.run import Proved, WorkerPool, local_pool, run_jobs
from leafwright.build.work import LIMITS, Limits, Printed
from leafwright.files import digest, write_whole
from leafwright.manifest import Entry, read_manifest, read_toolchains, read_withheld, write_manifest
from leafwright.problems import has_errors

MOST_WORKERS: Final = 61
"""More processes than this Windows cannot wait for."""

# Starting a process and loading the engine in it takes half a second longer than a single sheet.
SOLO: Final = WorkerPool(size=1, open=ThreadPoolExecutor)


def default_pool(limits: Limits = LIMITS) -> WorkerPool:
    """Make a pool of as many processes as this one may use cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return local_pool(min(cores, MOST_WORKERS), limits)


def build_sheets(drafts: Drafts, request: BuildRequest) -> Generator[Result]:
    """Build a plan, sheet by sheet; stopping at any point leaves whole files and a manifest that knows them.

    Raises OutputError when nothing can be written, EngineError or FontError when nothing can be proved.
    """
    before = read_manifest(request.output)
    held = read_withheld(request.output)
    same = frozenset(job.key for job in drafts.jobs if _is_same(job, before.get(job.key)))
    books = Books(output=request.output, entries=dict(before), toolchain=_toolchain_of(drafts), same=same)
    lagging = tuple(list_lagging(drafts, before))
    withheld = list_held(held, drafts, lagging, request)
    try:
        # What is older goes or is marked first: nobody should print it while the others are built.
        unmark(drafts, books)
        yield from mark(lagging, drafts.selection, books)
        yield from clear(drafts, lagging, request, books)
        for refusal in drafts.refusals:
            yield refuse(refusal, books)
        for key in drafts.kept:
            yield _leave(replace(before[key], refused=()), books)
        stale: list[Job] = []
        for job in drafts.jobs:
            if (entry := before.get(job.key)) and not reason_to_build(job, entry, request):
                yield _leave(_renewed(entry, job, books), books)
            else:
                stale.append(job)
        for done in run_jobs(stale, request.pool if len(stale) > 1 else SOLO):
            yield _publish(done, books)
    finally:
        if books.entries != before or withheld != held:
            toolchains = {**read_toolchains(request.output), **_told(drafts)}
            with writing(request.output):
                write_manifest(request.output, books.entries.values(), toolchains, withheld)


def _is_same(job: Job, entry: Entry | None) -> bool:
    return entry is not None and entry.fingerprint == job.fingerprint


def _renewed(entry: Entry, job: Job, books: Books) -> Entry:
    """Note what an unchanged sheet is made of now: it need not show what its handout is called, say."""
    return replace(entry, facts=job.facts, inputs=job.inputs, toolchain=books.toolchain, refused=())


def _leave(entry: Entry, books: Books) -> Result:
    """Leave a sheet alone that is what the library says."""
    books.entries[entry.key] = entry
    return Result(key=entry.key, outcome=Outcome.UNCHANGED, pages=entry.pages, found=entry.facts.found)


def _toolchain_of(drafts: Drafts) -> str:
    return drafts.toolchain.fingerprint if drafts.toolchain else ""


def _told(drafts: Drafts) -> dict[str, Mapping[str, str]]:
    return {drafts.toolchain.fingerprint: drafts.toolchain.told} if drafts.toolchain else {}


def _publish(done: Proved | Refusal, books: Books) -> Result:
    """Write a sheet that passed its proof; one that did not leaves the old file where it is."""
    if isinstance(done, Refusal):
        return refuse(done, books)
    job, printed = done.job, done.printed
    if has_errors(printed.problems):
        return refuse(Refusal(key=job.key, problems=printed.problems), books)
    entry = _entry_of(job, printed, books)
    with noted(entry, books), writing(books.output):
        write_whole(books.output / job.key.thumbnail, printed.thumbnail)
        write_whole(books.output / job.key.path, printed.content)
    return Result(
        key=job.key,
        outcome=Outcome.BUILT,
        pages=printed.pages,
        seconds=printed.seconds,
        memory=printed.memory,
        problems=printed.problems,
        found=job.facts.found,
    )


def _entry_of(job: Job, printed: Printed, books: Books) -> Entry:
    """Note all that is known of a sheet that is about to be written."""
    return Entry(
        key=job.key,
        facts=job.facts,
        fingerprint=job.fingerprint,
        inputs=job.inputs,
        toolchain=books.toolchain,
        sha256=digest(printed.content),
        size=len(printed.content),
        pages=printed.pages,
        rung=printed.rung,
        thumbnail=digest(printed.thumbnail),
        findings=printed.problems,
    )
