"""What a clinic rule receives: a clinic's folder with what it prints."""

from dataclasses import dataclass, field, fields
from typing import Self

from leafwright.library import ClinicFolder, Library
from leafwright.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicReader(ClinicFolder):
    """A clinic's folder, the phrases it prints, and whether it prints a handout that is approved."""

    words: tuple[Words, ...] = field(default=(), repr=False)
    approved: bool = False

    @classmethod
    def of(cls, folder: ClinicFolder, library: Library) -> Self:
        """Gather what a clinic prints."""
        clinic = folder.clinic
        names = dict.fromkeys(map(str, clinic.prints.languages))
        return cls(
            **{each.name: getattr(folder, each.name) for each in fields(ClinicFolder)},
            words=tuple(library.words[name] for name in names if name in library.words),
            approved=any(
                file.handout.status == "approved" and clinic.prints_topic(file.topic)
                for file in library.handouts
            ),
        )
