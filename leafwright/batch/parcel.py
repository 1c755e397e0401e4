"""A job with all that it needs to be proved on a machine that shares no disk with this one."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final, Self

from leafwright import fonts
from leafwright.batch.changes import compare
from leafwright.batch.fingerprint import FONTS, machine
from leafwright.batch.planning import Job
from leafwright.batch.work import ClusterError, Printed, prove_job
from leafwright.files import digest, write_whole
from leafwright.html import pictures_of
from leafwright.workspace import Workspace

_ALONE: Final = Lock()
"""An engine is used by one thread at a time; a worker of a cluster may have several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A job, the files it is printed with, by value, and the versions it must be proved with."""

    job: Job
    common: Mapping[str, bytes] = field(repr=False)
    pictures: Mapping[str, bytes] = field(repr=False)
    machine: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, job: Job, workspace: Workspace) -> Self:
        """Pack a job: styles and icons, which all jobs have in common, and the pictures its page names."""
        found = {name: workspace.find(name) for name in pictures_of(job.html)}
        pictures = {name: path.read_bytes() for name, path in found.items() if path}
        machine = machine_here(job.sheet.dress.scripts)
        return cls(job=job, common=_common(workspace), pictures=pictures, machine=machine)


def prove_parcel(parcel: Parcel) -> Printed:
    """Prove a job on the machine it was sent to, in a folder of its own.

    Raises ClusterError when this machine would not give the same bytes, EngineError when it has no engine.
    """
    if different := tell_difference(parcel.machine, machine_here(parcel.job.sheet.dress.scripts)):
        raise ClusterError(different)
    with _ALONE:
        root = _unpack(parcel)
        return prove_job(parcel.job, Workspace(root=root))


@cache
def machine_here(scripts: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Name everything on this machine that has a hand in the bytes of a sheet: code, libraries and fonts.

    Fonts lent to scripts count for the sheets in them, and are missing here where they are not installed.
    """
    lent = {f"{FONTS}{script}": found for script, found in fonts.lent_fingerprints(scripts).items()}
    return {**machine(), "fonts": fonts.prepare(fonts.cache_folder()).fingerprint, **lent}


def tell_difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Say how two machines differ; nothing when they do not."""
    changes = ", ".join(
        f"{change.name} ({change.before} here, {change.after} there)" for change in compare(here, there)
    )
    return (
        f"a worker would not give the same bytes: {changes}; install the same lock there" if changes else ""
    )


@cache
def _common(workspace: Workspace) -> Mapping[str, bytes]:
    named = (*workspace.named("styles", "**/*.css"), *workspace.named("templates", "icons/*"))
    return {name: path.read_bytes() for name, path in named}


def _unpack(parcel: Parcel) -> Path:
    """Write a parcel's files; parcels with the same styles share a folder, and so an engine."""
    parts = (digest(f"{name} {digest(content)}".encode()) for name, content in sorted(parcel.common.items()))
    root = Path(_scratch().name) / digest("".join(parts).encode())[:32]
    if not root.exists():
        _write(root, parcel.common)
    _write(root, parcel.pictures)
    return root


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        write_whole(root / name, content)


@cache
def _scratch() -> "tempfile.TemporaryDirectory[str]":
    """Make the folder of this process, which goes when the process does."""
    return tempfile.TemporaryDirectory(prefix="leafwright-")
