"""What a clinic rule receives: a clinic's folder, and facts about what the clinic prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Self

from leafwright.handout import Handout
from leafwright.library import ClinicFolder, Library
from leafwright.model.clinic import Clinic


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicReader(ClinicFolder):
    """A clinic's folder, and whether it prints an approved handout.

    `slots` are, by topic, the decisions that the clinic's sheets ask it for; None when not every handout can
    be read. `departments` are those that its topics belong to.
    """

    approved: bool = False
    slots: Mapping[str, frozenset[str]] | None = None
    departments: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: ClinicFolder, library: Library, *, whole: bool) -> Self:
        """Gather what a clinic prints; `whole` says whether the library has all handouts."""
        clinic = folder.clinic
        files = [file for file in library.handouts if clinic.prints_topic(file.topic)]
        broken = any(name.startswith("handouts/") for name in library.faults)
        return cls(
            **{field.name: getattr(folder, field.name) for field in fields(ClinicFolder)},
            approved=any(file.handout.status == "approved" for file in files),
            slots={file.topic: _asked_in(file.handout, clinic) for file in files}
            if whole and not broken
            else None,
            departments={file.topic: folder.department_of(file) for file in files},
        )


def _asked_in(handout: Handout, clinic: Clinic) -> frozenset[str]:
    """Return the decisions that a handout asks a clinic for in the variants that the clinic prints."""
    blocks = handout.blocks_of(*handout.sheets_of(clinic.prints.variants))
    return frozenset(slot for block in blocks for slot, _ in block.named_decisions())
