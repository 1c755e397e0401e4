"""What `check` found, remembered until anything changes that a finding may depend on."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Self

from leafwright.build.dry_check import DryCheck
from leafwright.cache import cache_folder
from leafwright.cli.check_options import CheckOptions
from leafwright.library import Library
from leafwright.problems import Problem
from leafwright.seal import find_record, read_problem, survey_inputs, write_record
from leafwright.spelling import SpellCheckers

UNSURE: Final = frozenset({"font-too-large", "internal-fault", "picture-too-complex"})
"""Findings that may be of a machine short of time or memory, so the next check looks again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The problems of a check, the files that were read, and how many sheets can be built and are withheld.

    `read` is what they were found in; None if they were remembered. There are `spellers` if words were looked
    up.
    """

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    sheets: int
    withheld: int
    clinics: int
    read: tuple[Library, DryCheck] | None = field(default=None, repr=False)
    spellers: SpellCheckers | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMemory:
    """The file that remembers a check of a workspace with the same options, and the inputs of this one.

    The inputs are the content of every file of the workspace and the program, when each was put in its place,
    what is installed, the options and the day.
    """

    path: Path
    inputs: str

    @classmethod
    def of(cls, root: Path, options: CheckOptions) -> Self | None:
        """Survey the inputs of a check; None if it needs more than files that can be surveyed."""
        if not options.repeats:
            return None
        asked = json.dumps([str(root), options.topics, options.clinics, options.profile, options.rules])
        day = options.ask.as_of.isoformat()
        now, schemas = survey_inputs(root), hashlib.sha256()
        for path in sorted((root / "schema").glob("*")):
            with suppress(OSError):
                schemas.update(f"{path}\0".encode(errors="surrogateescape") + path.read_bytes())
        parts = (now.fingerprint, now.stamp, schemas.hexdigest(), asked, day)
        name = hashlib.sha256(asked.encode()).hexdigest()[:32]
        inputs = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        return cls(path=cache_folder() / "checks" / f"{name}.json", inputs=inputs)

    def find(self) -> Checked | None:
        """Return what was found in the same inputs."""
        if not (written := find_record(self.path, self.inputs)):
            return None
        return Checked(
            problems=tuple(map(read_problem, written["problems"])),
            files=tuple(written["files"]),
            sheets=written["sheets"],
            withheld=written["withheld"],
            clinics=written["clinics"],
        )

    def keep(self, checked: Checked) -> None:
        """Remember what was found; without a cache the next check starts over."""
        if any(problem.code in UNSURE for problem in checked.problems):
            return
        sealed = {
            "inputs": self.inputs,
            "problems": [asdict(problem) for problem in checked.problems],
            "files": checked.files,
            "sheets": checked.sheets,
            "withheld": checked.withheld,
            "clinics": checked.clinics,
        }
        with suppress(OSError):
            write_record(self.path, sealed)
