"""What a build is told beside its plan."""

from dataclasses import dataclass
from pathlib import Path

from leafwright.batch.running import Crew
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Where to and how: `force` builds unchanged sheets too, `prune` removes what is no longer planned."""

    workspace: Workspace
    output: Path
    crew: Crew
    force: bool = False
    prune: bool = False
