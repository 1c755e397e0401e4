"""The seal of a whole build: while neither inputs nor outputs change, there is nothing to load and do.

A seal is kept in the user's cache, not beside the PDFs, because it records when files were written. Inputs
are compared by content, outputs by size and time. `verify`, which reads everything, finds an output that was
edited with the same size and time. Listings and fingerprints use the same files: `files_below` and
`program_files`.
"""

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from leafwright.files import read_sealed, write_sealed
from leafwright.paths import files_below, folders_below, names_below
from leafwright.problems import Place, Problem, Severity
from leafwright.resources import SHARED, program_files, shared

FORMAT: Final = 3
OWN: Final = ("handouts", "clinics", *SHARED)
LOCK: Final = ".lock"
"""The file that every build writes and none leaves behind."""
LOADER: Final = Path("/etc/ld.so.cache")
"""Every installation of a library on Linux changes this file, also of Pango and HarfBuzz."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """The result for a sheet of a clinic's variant, its pages, and what the rules find in its handout.

    `found` are errors and warnings by topic and language; empty if the handout is approved.
    """

    clinic: str
    variant: str
    outcome: str
    pages: int = 0
    found: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files that a build could read when it began: their content, and their time stamps."""

    fingerprint: str
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The inputs and the results of a whole build; a build with an error is never sealed.

    After the day `good_until`, the review of an approved handout is overdue, which may be an error.
    """

    inputs: str
    problems: tuple[Problem, ...]
    good_until: str = ""
    outputs: str = ""
    lines: tuple[SummaryLine, ...] = ()


def survey_inputs(root: Path) -> Inputs:
    """Fingerprint everything a build of the workspace reads, as it is now."""
    files = tuple(files_of(root))
    stamp, hashed = _stamp((*_folders(root), *files)), hashlib.sha256()
    for part in (*_machine(), *_contents(files)):
        hashed.update(part)
    return Inputs(fingerprint=hashed.hexdigest(), stamp=stamp)


def stamp_inputs(root: Path) -> str:
    """Return a hash of when each file and folder was put in its place.

    A file that was replaced and put back during a build has the same content, but another stamp. The
    program's own folders change when Python writes compiled code there, so they do not count.
    """
    return _stamp((*_folders(root), *files_of(root)))


def _stamp(paths: Iterable[Path]) -> str:
    hashed = hashlib.sha256()
    for path in paths:
        with suppress(OSError):
            state = path.stat()
            written = f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
            hashed.update(f"{path}\0{written}\n".encode(errors="surrogateescape"))
    return hashed.hexdigest()


def survey_outputs(output: Path) -> str:
    """Fingerprint the output folder: the names of all files, their sizes and the times they were written."""
    hashed = hashlib.sha256()
    for name in sorted({*names_below(output)} - {LOCK}):
        state = os.lstat(f"{output}/{name}")
        line = f"{name}\0{state.st_mode} {state.st_size} {state.st_mtime_ns}\n"
        hashed.update(line.encode(errors="surrogateescape"))
    return hashed.hexdigest()


def find_seal(cache: Path, output: Path, inputs: str) -> Seal | None:
    """Return the seal of an output folder if inputs and outputs still match it.

    A file that differs in any byte from what `write_seal` wrote is not a seal.
    """
    written = find_record(_path(cache, output), inputs)
    if not written:
        return None
    seal = _read(written)
    if seal.good_until and date.today().isoformat() > seal.good_until:  # noqa: DTZ011  # the author's own day
        return None
    return seal if seal.outputs == survey_outputs(output) else None


def write_seal(cache: Path, output: Path, seal: Seal) -> None:
    """Save a seal. Raises OSError if the cache cannot be written to."""
    write_record(_path(cache, output), asdict(seal))


def find_record(path: Path, inputs: str) -> dict[str, Any] | None:
    """Read a record that was written for the same inputs; None if there is none, or a byte was changed."""
    try:
        text = read_sealed(path)
    except (OSError, ValueError):
        return None
    written: dict[str, Any] = json.loads(text) if text else {}
    return written if written.get("inputs") == inputs else None


def write_record(path: Path, record: Mapping[str, Any]) -> None:
    """Write a record with its `inputs`. Raises OSError if the cache cannot be written to."""
    write_sealed(path, json.dumps(record, ensure_ascii=False))


def _path(cache: Path, output: Path) -> Path:
    return cache / "seals" / f"{hashlib.sha256(str(output).encode()).hexdigest()[:32]}.json"


def _machine() -> Iterator[bytes]:
    """List what is installed, by names only: Python, packages and, on Linux, the system's libraries."""
    yield f"{FORMAT} {sys.version} {platform.platform()}\n".encode()
    for folder in filter(os.path.isdir, sys.path):
        names = (entry.name for entry in os.scandir(folder) if entry.name.endswith(".dist-info"))
        yield "\n".join(sorted(names)).encode()
    if LOADER.exists():
        state = LOADER.stat()
        yield f"{state.st_size} {state.st_mtime_ns}\n".encode()


def _contents(files: Iterable[Path]) -> Iterator[bytes]:
    """Go through files, each with its name."""
    for path in files:
        content = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else b""
        yield f"{path}\0{len(content)}\0".encode(errors="surrogateescape")
        yield content


def files_of(root: Path) -> Iterator[Path]:
    """List every file that a build may read, in one order."""
    for folder in _tops(root):
        yield from sorted(files_below(folder, (root.resolve(), folder.resolve())), key=os.fspath)
    yield from program_files()


def _folders(root: Path) -> Iterator[Path]:
    for folder in _tops(root):
        yield from folders_below(folder, (root.resolve(), folder.resolve()))


def _tops(root: Path) -> dict[Path, None]:
    return dict.fromkeys([root / name for name in OWN] + [shared(name) for name in SHARED])


def _read(written: Mapping[str, Any]) -> Seal:
    lines = tuple(SummaryLine(**line) for line in written["lines"])
    return Seal(**{**written, "lines": lines, "problems": tuple(map(read_problem, written["problems"]))})


def read_problem(written: Mapping[str, Any]) -> Problem:
    """Read a problem that was written as a mapping."""
    place, severity = Place(**written["place"]), Severity(written["severity"])
    path = tuple(written["path"])
    return Problem(**{**written, "place": place, "severity": severity, "path": path})
