"""An output folder held against its manifest, everything read again; and some of it built again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2

from leafwright.batch import Order, Plan, Refusal, run
from leafwright.files import digest
from leafwright.manifest import NAME, SUMS, Entry, read_manifest, sums_of
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet import SheetKey

INDEX: Final = "index.html"
BRAND: Final = "brand"
"""The folder of the brand proofs, which are no sheets."""


def verify(output: Path) -> Iterator[Problem]:
    """Hold every file against the manifest: there, unchanged, as many pages, and conformant.

    The engine must not have been loaded with other fonts before.
    """
    entries = read_manifest(output)
    if not entries:
        yield _problem(NAME, "no-manifest", "there is no manifest that can be read", "build the sheets")
    for entry in entries.values():
        yield from _verify_sheet(entry, output)
        if entry.refused:
            codes = ", ".join(sorted({found.code for found in entry.refused}))
            message = f"it is older than what the library says, for its newer version was refused: {codes}"
            yield _warning(entry.key.path, "older-sheet", message, "mend that, and build again")
    if entries and sums_of(entries.values()) != _text(output / SUMS):
        yield _problem(SUMS, "changed-sums", "it does not say what the manifest says", "build again")
    yield from _strays(entries, output)


def sample(entries: Mapping[SheetKey, Entry], most: int) -> dict[SheetKey, Entry]:
    """Choose sheets to build again: by the hashes of their names, so the same ones on every machine."""
    by_chance = sorted(entries, key=lambda key: digest(key.path.encode()))
    return {key: entries[key] for key in sorted(by_chance[:most])}


def reproduce(planned: Plan, entries: Mapping[SheetKey, Entry], order: Order) -> Iterator[Problem]:
    """Build sheets again, in memory, and compare their bytes with what their entries say was built.

    A sheet whose inputs changed since cannot be the same and is told so. Raises as `batch.run` does.
    """
    same = [job for job in planned.jobs if entries[job.key].fingerprint == job.fingerprint]
    for key in sorted(entries.keys() - {job.key for job in same}):
        message = "its inputs changed since it was built"
        yield _warning(key.path, "stale-sheet", message, "build again first")
    for done in run(same, order.workspace, order.crew):
        if isinstance(done, Refusal):
            yield from done.problems
        elif digest(done.printed.content) != entries[done.job.key].sha256:
            message = "built again from the same inputs, it has other bytes"
            hint = "compare the versions in the manifest with this machine's"
            yield _problem(done.job.key.path, "not-reproduced", message, hint)


def _verify_sheet(entry: Entry, output: Path) -> Iterator[Problem]:
    name = entry.key.path
    try:
        content = (output / name).read_bytes()
    except OSError:
        yield _problem(name, "missing-file", "it is in the manifest and not in the folder", "build again")
        return
    if (len(content), digest(content)) != (entry.size, entry.sha256):
        yield _problem(name, "changed-file", "it is not the file that was built", "build again")
        return
    from leafwright.pdf.conformance import check_conformance  # noqa: PLC0415  # the fonts have to come first

    pages = _pages_of(content)
    if pages != entry.pages:
        message = f"it has {pages} pages, and {entry.pages} in the manifest"
        yield _problem(name, "wrong-pages", message, "build again")
    for profile, rule, message in check_conformance(content):
        yield _problem(name, "not-conformant", f"{message} ({profile} {rule})", "build again")


def _pages_of(content: bytes) -> int:
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def _strays(entries: Mapping[SheetKey, Entry], output: Path) -> Iterator[Problem]:
    """Report files that no build wrote: staff may take them for sheets that were proved."""
    known = {name for key in entries for name in (key.path, key.thumbnail)} | {NAME, SUMS}
    for path in sorted(path for path in output.rglob("*") if path.is_file()):
        name = path.relative_to(output).as_posix()
        own = path.name == INDEX or path.name.startswith(".") or name.startswith(f"{BRAND}/")
        if name not in known and not own:
            message = "no build wrote it"
            yield _warning(name, "stray-file", message, "take it out of the folder")


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _problem(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(place=Place(file=name), code=code, message=message, hint=hint)


def _warning(name: str, code: str, message: str, hint: str) -> Problem:
    return replace(_problem(name, code, message, hint), severity=Severity.WARNING)
