"""A job with everything that is needed to prove it on a machine without a shared disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Final, Self

from leafwright import fonts
from leafwright.build.fingerprint import FONTS, compare, machine
from leafwright.build.record import ClusterError, Job, Printed
from leafwright.build.work import prove_job
from leafwright.cache import cache_folder

_ALONE: Final = Lock()
"""Only one thread at a time may use an engine, and a worker of a cluster may have several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteJob:
    """A job with the files it is printed with, and the versions it must be proved with."""

    job: Job
    machine: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, job: Job) -> Self:
        """Pack a job."""
        return cls(job=job, machine=machine_here(job.sheet.theme.scripts))


def prove_remote_job(remote_job: RemoteJob) -> Printed:
    """Prove a job on the machine it was sent to.

    Raises ClusterError if this machine would not give the same bytes, EngineError if it has no engine.
    """
    if different := describe_difference(remote_job.machine, machine_here(remote_job.job.sheet.theme.scripts)):
        raise ClusterError(different)
    with _ALONE:
        return prove_job(remote_job.job)


@cache
def machine_here(scripts: tuple[str, ...] = ()) -> Mapping[str, str]:
    """List what the bytes of a sheet depend on here: code, libraries and fonts.

    The fallback font of a script counts for the sheets in it, and is missing here where it is not installed.
    """
    made = fonts.fallback_fingerprints(scripts)
    fallbacks = {f"{FONTS}{script}": fingerprint for script, fingerprint in made.items()}
    return {**machine(), "fonts": fonts.prepare(cache_folder()).fingerprint, **fallbacks}


def describe_difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Say how two machines differ; empty if they do not."""
    changes = ", ".join(
        f"{name} ({ours} here, {theirs} there)" for name, ours, theirs in compare(here, there)
    )
    return (
        f"a worker would not give the same bytes: {changes}; install the same lock there" if changes else ""
    )
