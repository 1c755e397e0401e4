"""What a build is told beside its plan."""

from dataclasses import dataclass
from pathlib import Path

from leafwright.build.run import WorkerPool
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """Where to and how: `force` builds unchanged sheets too, `prune` removes what nobody prints any more."""

    workspace: Workspace
    output: Path
    pool: WorkerPool
    force: bool = False
    prune: bool = False
