"""Check every file of an output folder against its manifest, and build some sheets again."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2

from leafwright.build import Drafts, Proved, Refusal, WorkerPool, run_jobs
from leafwright.build.lock import NAME as LOCK
from leafwright.build.outdated import WHY
from leafwright.build.products import link_products
from leafwright.files import digest, is_linked
from leafwright.manifest import MANIFEST, SUMS, Entry, OutputState, ProblemRecord, Reason, sums_of
from leafwright.problems import Advance, Place, Problem, Severity, unwatched
from leafwright.sheet import SheetKey

OWN: Final = frozenset({MANIFEST, SUMS, LOCK})
"""The files of the output folder that are not sheets."""


def verify(known: OutputState, advance: Advance = unwatched) -> Iterator[Problem]:
    """Check every file against the manifest: it is there, unchanged, has as many pages, and conforms.

    The engine must not have been loaded with other fonts before. `advance` counts each sheet.
    """
    output = known.folder
    if known.damage:
        yield known.damage
    elif not known.sums:
        yield _problem(MANIFEST, "no-manifest", "there is no manifest", "build the sheets")
    for entry in known.entries.values():
        advance()
        yield from _verify_sheet(entry, output)
    yield from _older(known)
    yield from _withheld(known)
    sheets = {entry.key.path for entry in known.entries.values()}
    for name in sorted(known.sums.keys() - sheets):
        yield from _verify_file(name, known.sums[name], output)
    if known.sums and sums_of(known, _content(output / MANIFEST)) != _content(output / SUMS).decode(
        errors="replace"
    ):
        yield _problem(SUMS, "changed-sums", "it does not say what the manifest says", "build again")
    yield from _strays(known)


def _older(known: OutputState) -> Iterator[Problem]:
    """Report the sheets whose newer version was refused, once for all that wait for the same correction."""
    waiting: dict[tuple[ProblemRecord, ...], list[str]] = {}
    for entry in known.entries.values():
        if entry.refused:
            waiting.setdefault(entry.refused, []).append(entry.key.path)
    for refused, (sheet, *others) in waiting.items():
        codes = ", ".join(sorted({f"{record.code} in {record.file}" for record in refused}))
        which = f"it and {len(others)} more are" if others else "it is"
        message = f"{which} older than the library, because a newer version was refused: {codes}"
        yield _warning(sheet, "older-sheet", message, "correct that, and build again")


def _withheld(known: OutputState) -> Iterator[Problem]:
    """Report the sheets that are withheld, once for each clinic, topic and language."""
    held: dict[tuple[str, str, str, Reason], list[str]] = {}
    for withheld in known.withheld:
        held.setdefault((withheld.clinic, withheld.topic, withheld.language, withheld.reason), []).append(
            withheld.key.path
        )
    for (*_, reason), (sheet, *others) in held.items():
        which = f"it and {len(others)} more are" if others else "it is"
        problem = _problem(
            sheet, "withheld-sheet", f"{which} withheld: {WHY[reason]}", "`check` says what to do"
        )
        yield replace(problem, severity=Severity.ADVICE)


def sample(entries: Mapping[SheetKey, Entry], most: int) -> dict[SheetKey, Entry]:
    """Choose sheets to build again by the hashes of their names, so that every machine chooses the same."""
    by_chance = sorted(entries, key=lambda key: digest(key.path.encode()))
    return {key: entries[key] for key in sorted(by_chance[:most])}


def reproduce(
    drafts: Drafts, entries: Mapping[SheetKey, Entry], pool: WorkerPool, advance: Advance = unwatched
) -> Iterator[Problem]:
    """Build sheets again, in memory, and compare their bytes with those that their entries record.

    A sheet whose inputs have changed since cannot be the same, and is reported as that. Raises as `run_jobs`
    does.
    """
    same = [job for job in drafts.jobs if entries[job.key].fingerprint == job.fingerprint]
    for key in sorted(entries.keys() - {job.key for job in same}):
        message = "its inputs changed since it was built"
        yield _warning(key.path, "stale-sheet", message, "build again first")
    for done in run_jobs(same, pool):
        advance()
        if isinstance(done, Refusal):
            yield from done.problems
        elif not _is_same(done, entries[done.job.key]):
            message = "built again from the same inputs, it has other bytes"
            hint = "compare the versions in the manifest with this machine's"
            yield _problem(done.job.key.path, "not-reproduced", message, hint)


def _is_same(proved: Proved, entry: Entry) -> bool:
    printed = proved.printed
    second = entry.print_file.sha256 if entry.print_file else digest(b"")
    products = {name: product.sha256 for name, product in entry.products.items()}
    linked = link_products(proved.job.products, entry.links)
    return (
        digest(printed.content) == entry.sha256
        and digest(printed.print_file) == second
        and {name: digest(content) for name, content in linked.items()} == products
    )


def _verify_sheet(entry: Entry, output: Path) -> Iterator[Problem]:
    name = entry.key.path
    if problems := list(_verify_file(name, entry.sha256, output)):
        yield from problems
        return
    content = _content(output / name)
    pages = _pages_of(content)
    if not pages:
        yield _problem(name, "no-pdf", "it cannot be read as a PDF", "build it again with --force")
        return
    from leafwright.pdf.conformance import check_conformance  # noqa: PLC0415  # the fonts have to come first

    if pages != entry.pages:
        message = f"it has {pages} pages, and {entry.pages} in the manifest"
        yield _problem(name, "wrong-pages", message, "build again")
    for profile, rule, message in check_conformance(content, entry.conformance):
        yield _problem(name, "not-conformant", f"{message} ({profile} {rule})", "build again")


def _verify_file(name: str, sha256: str, output: Path) -> Iterator[Problem]:
    """Check that a file is there, is no link, and is the one that was written."""
    if is_linked(output, name):
        hint = "delete the link, and build again"
        yield _problem(name, "linked-file", "it is a link, or is reached through one", hint)
    elif not (output / name).is_file():
        yield _problem(name, "missing-file", "it is in the manifest and not in the folder", "build again")
    elif digest(_content(output / name)) != sha256:
        yield _problem(name, "changed-file", "it is not the file that was built", "build again")


def _pages_of(content: bytes) -> int:
    """Count the pages of a PDF; 0 for a file that is not a PDF."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _strays(known: OutputState) -> Iterator[Problem]:
    """Report files that no build wrote, hidden or not, because staff may take them for proved sheets."""
    for name in sorted(known.files - known.sums.keys() - OWN):
        shown = os.fsencode(name).decode(errors="backslashreplace")
        yield _warning(shown, "stray-file", "no build wrote it", "take it out of the folder")


def _content(path: Path) -> bytes:
    """Read a file; empty if it cannot be read."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def _problem(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(place=Place(file=name), code=code, message=message, hint=hint)


def _warning(name: str, code: str, message: str, hint: str) -> Problem:
    return replace(_problem(name, code, message, hint), severity=Severity.WARNING)
