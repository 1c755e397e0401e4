"""The seal of a whole build: while neither inputs nor outputs have changed, there is nothing to load and do.

A seal is kept in the user's cache, not beside the PDFs, for it knows when files were written. Inputs are
known by content, outputs by size and the time they were written. An output edited so that both stay as they
were is found by `verify`, which reads everything. Every file counts, whatever its name: a logo may be hidden.
"""

import hashlib
import json
import os
import platform
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from leafwright.files import write_whole
from leafwright.problems import Place, Problem, Severity
from leafwright.resources import PACKAGE, shared

FORMAT: Final = 2
OWN: Final = ("handouts", "clinics", "templates", "styles", "words")
SHARED: Final = ("templates", "styles", "words")
COMPILED: Final = "__pycache__"
LOCK: Final = ".lock"
"""Written by every build, and nothing that one leaves behind."""
LOADER: Final = Path("/etc/ld.so.cache")
"""Changed by every installation of a library on Linux, Pango and HarfBuzz among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCount:
    """The sheets and pages of one clinic's variant, and the findings in handouts that are not approved."""

    clinic: str
    variant: str
    sheets: int
    pages: int
    found: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What there was to read when a build began: its content, and when it was put there."""

    fingerprint: str
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a whole build was made of and what it ended with; a build with an error is never sealed.

    After the day it is `good_until`, the review of an approved handout is overdue, which may be an error.
    """

    inputs: str
    problems: tuple[Problem, ...]
    good_until: str = ""
    outputs: str = ""
    counts: tuple[SheetCount, ...] = ()


def survey_inputs(root: Path) -> Inputs:
    """Fingerprint everything a build of the workspace reads, as it is now."""
    stamp, found = stamp_inputs(root), hashlib.sha256()
    for part in (*_machine(), *_contents(root)):
        found.update(part)
    return Inputs(fingerprint=found.hexdigest(), stamp=stamp)


def stamp_inputs(root: Path) -> str:
    """Tell when each file and folder was put where it is.

    A file that was replaced while a build ran and then put back has the same content, and another stamp.
    The program's own folders change when Python puts compiled code there.
    """
    found = hashlib.sha256()
    for folder in _input_folders(root):
        for path in (folder, *_walk(folder, _within(root, folder))):
            with suppress(OSError):
                state = path.stat()
                if folder == PACKAGE and stat.S_ISDIR(state.st_mode):
                    continue
                written = f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
                found.update(f"{path}\0{written}\n".encode(errors="surrogateescape"))
    return found.hexdigest()


def survey_outputs(output: Path) -> str:
    """Fingerprint the output folder: the names of all files, their sizes and the times they were written."""
    found = hashlib.sha256()
    for path in _walk(output):
        name, state = path.relative_to(output).as_posix(), path.lstat()
        if name != LOCK and not stat.S_ISDIR(state.st_mode):
            told = f"{name}\0{state.st_mode} {state.st_size} {state.st_mtime_ns}\n"
            found.update(told.encode(errors="surrogateescape"))
    return found.hexdigest()


def find_seal(cache: Path, output: Path, inputs: str) -> Seal | None:
    """Return the seal of an output folder when both inputs and outputs are still what it says."""
    try:
        written = json.loads(_path(cache, output).read_text("utf-8"))
        if (written["format"], written["inputs"]) != (FORMAT, inputs):
            return None
        seal = _read(written)
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None
    if seal.good_until and date.today().isoformat() > seal.good_until:  # noqa: DTZ011  # the author's own day
        return None
    return seal if seal.outputs == survey_outputs(output) else None


def write_seal(cache: Path, output: Path, seal: Seal) -> None:
    """Keep a seal. Raises OSError when the cache cannot be written to."""
    text = json.dumps({"format": FORMAT, **asdict(seal)}, ensure_ascii=False)
    write_whole(_path(cache, output), text.encode())


def _path(cache: Path, output: Path) -> Path:
    return cache / "seals" / f"{hashlib.sha256(str(output).encode()).hexdigest()[:32]}.json"


def _machine() -> Iterator[bytes]:
    """Name what is installed, from names alone: Python, packages and, on Linux, the system's libraries."""
    yield f"{FORMAT} {sys.version} {platform.platform()}\n".encode()
    for folder in filter(os.path.isdir, sys.path):
        names = (entry.name for entry in os.scandir(folder) if entry.name.endswith(".dist-info"))
        yield "\n".join(sorted(names)).encode()
    if LOADER.exists():
        state = LOADER.stat()
        yield f"{state.st_size} {state.st_mtime_ns}\n".encode()


def _contents(root: Path) -> Iterator[bytes]:
    """Go through the files of the workspace, of the shared folders and of the program, each with its name."""
    for folder in _input_folders(root):
        for path in _walk(folder, _within(root, folder)):
            content = path.read_bytes() if _is_readable(path) else b""
            yield f"{path}\0{len(content)}\0".encode(errors="surrogateescape")
            yield content


def _input_folders(root: Path) -> Iterable[Path]:
    folders = [root / name for name in OWN] + [shared(name) for name in SHARED] + [PACKAGE]
    return dict.fromkeys(folders)


def _within(root: Path, folder: Path) -> tuple[Path, ...]:
    """Name the folders that a link may lead into: the workspace, and the folder that it lies in."""
    return root.resolve(), folder.resolve()


def _is_readable(path: Path) -> bool:
    return path.is_file() and os.access(path, os.R_OK)


def _walk(folder: Path, within: tuple[Path, ...] = (), above: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Go through all that lies below a folder in one order.

    A link to a folder is followed where it leads into one of the folders `within`, and once on each way down.
    Compiled code is nobody's input.
    """
    real = os.path.realpath(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if real not in above else []
    except OSError:
        return
    for entry in entries:
        if entry.name == COMPILED and folder.is_relative_to(PACKAGE):
            continue
        yield Path(entry.path)
        if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and _leads_into(within, entry.path)):
            yield from _walk(Path(entry.path), within, above | {real})


def _leads_into(within: tuple[Path, ...], link: str) -> bool:
    """Tell whether a link leads to a folder that lies in one of these."""
    # pathlib raises for a link to itself
    return any(map(Path(os.path.realpath(link)).is_relative_to, within)) and os.path.isdir(link)  # noqa: PTH112  # as above


def _read(written: Mapping[str, Any]) -> Seal:
    return Seal(
        inputs=str(written["inputs"]),
        outputs=str(written["outputs"]),
        counts=tuple(_read_counts(written["counts"])),
        problems=tuple(_read_problems(written["problems"])),
        good_until=str(written["good_until"]),
    )


def _read_counts(written: Iterable[Mapping[str, Any]]) -> Iterator[SheetCount]:
    for count in written:
        yield SheetCount(
            clinic=str(count["clinic"]),
            variant=str(count["variant"]),
            sheets=int(count["sheets"]),
            pages=int(count["pages"]),
            found={str(name): (int(e), int(w)) for name, (e, w) in count["found"].items()},
        )


def _read_problems(written: Iterable[Mapping[str, Any]]) -> Iterator[Problem]:
    for found in written:
        place = found["place"]
        yield Problem(
            place=Place(file=str(place["file"]), line=int(place["line"]), column=int(place["column"])),
            code=str(found["code"]),
            message=str(found["message"]),
            hint=str(found["hint"]),
            severity=Severity(found["severity"]),
        )
