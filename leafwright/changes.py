"""Find what this release would print differently from the sheets of an output folder, by sheet and page."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import pypdfium2

from leafwright.build import Drafts, Job, Refusal, WorkerPool, run_jobs
from leafwright.files import digest
from leafwright.manifest import BRAND, PACK, OutputState
from leafwright.problems import Advance, unwatched
from leafwright.sheet.key import TWO_UP

SCALE: Final = 100 / 72
"""Pages are drawn with 100 dots to the inch: finer than an eye sees at arm's length."""


class ChangeKind(StrEnum):
    """How a sheet would differ."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    REFUSED = "refused"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChange:
    """A sheet that would be another: the numbers of its pages, before and after, and of those that differ.

    A page whose words differ is not also in `ink`. If no page is in either, only what no reader sees differs.
    """

    path: str
    kind: ChangeKind = ChangeKind.CHANGED
    before: int = 0
    after: int = 0
    words: tuple[int, ...] = ()
    ink: tuple[int, ...] = ()
    why: str = ""

    @property
    def shows(self) -> bool:
        """Whether a reader could notice."""
        return self.kind is not ChangeKind.CHANGED or bool(self.words or self.ink)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a reader notices of a page."""

    words: tuple[str, ...]
    drawn: bytes


def changing(drafts: Drafts, output: OutputState) -> tuple[Job, ...]:
    """List the drafts that may print something else than the folder has; the others have the same inputs."""
    return tuple(job for job in drafts.jobs if not _is_known(job, output))


def find_changes(
    drafts: Drafts, output: OutputState, pool: WorkerPool, advance: Advance = unwatched
) -> Iterator[SheetChange]:
    """Build each sheet that may differ, in memory, and compare its pages; `advance` counts each.

    Raises as `run_jobs` does.
    """
    for done in run_jobs(changing(drafts, output), pool):
        advance()
        if isinstance(done, Refusal):
            yield _refused(done)
        else:
            yield from _compare(
                done.job.key.path, _content(output.folder / done.job.key.path), done.printed.content
            )
    yield from map(_refused, drafts.refusals)
    withheld = {sheet.key.path for sheet in drafts.withheld}
    for path in sorted(_sheets_in(output) - {key.path for key in drafts.keys}):
        yield SheetChange(path=path, kind=ChangeKind.WITHHELD if path in withheld else ChangeKind.GONE)


def _sheets_in(output: OutputState) -> set[str]:
    """Name the sheets of a folder; if its manifest is of another release, by its files alone."""
    if output.entries:
        return {key.path for key in output.entries}
    pages = (name for name in output.files if name.endswith(".pdf"))
    return {name for name in pages if not name.startswith(f"{BRAND}/") and not name.endswith((TWO_UP, PACK))}


def _is_known(job: Job, output: OutputState) -> bool:
    entry = output.entries.get(job.key)
    return (
        entry is not None
        and entry.fingerprint == job.fingerprint
        and digest(_content(output.folder / job.key.path)) == entry.sha256
    )


def _refused(refusal: Refusal) -> SheetChange:
    codes = ", ".join(sorted({problem.code for problem in refusal.problems}))
    return SheetChange(path=refusal.key.path, kind=ChangeKind.REFUSED, why=codes)


def _compare(path: str, before: bytes, after: bytes) -> Iterator[SheetChange]:
    if before == after:
        return
    old, new = _pages(before), _pages(after)
    if not old:
        yield SheetChange(path=path, kind=ChangeKind.NEW, after=len(new))
        return
    numbers = range(1, max(len(old), len(new)) + 1)
    pairs = {number: (old[number - 1 : number], new[number - 1 : number]) for number in numbers}
    words = tuple(number for number, (one, other) in pairs.items() if _words(one) != _words(other))
    ink = tuple(number for number, (one, other) in pairs.items() if one != other and number not in words)
    yield SheetChange(path=path, before=len(old), after=len(new), words=words, ink=ink)


def _words(pages: list[_Page]) -> tuple[str, ...] | None:
    """Return the words of a page; None if there is no such page."""
    return pages[0].words if pages else None


def _pages(content: bytes) -> list[_Page]:
    """Read and draw every page of a PDF; none of a file that is not a PDF."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            return [_read(page) for page in document]
    except pypdfium2.PdfiumError:
        return []


def _read(page: pypdfium2.PdfPage) -> _Page:
    words = page.get_textpage().get_text_range().split()
    return _Page(tuple(words), digest(bytes(page.render(scale=SCALE).buffer)).encode())


def _content(path: Path) -> bytes:
    """Read a file; empty if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
