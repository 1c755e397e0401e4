"""What a clinic rule receives: a clinic's folder with what it prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Self

from leafwright.library import ClinicFolder, Library
from leafwright.model.handout import Handout, slots_of
from leafwright.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicReader(ClinicFolder):
    """A clinic's folder, the phrases it prints, and whether it prints a handout that is approved.

    `asked` are the decisions that its handouts leave to it; None where not all of them can be read.
    """

    words: tuple[Words, ...] = field(default=(), repr=False)
    approved: bool = False
    asked: frozenset[str] | None = None

    @classmethod
    def of(cls, folder: ClinicFolder, library: Library, *, whole: bool) -> Self:
        """Gather what a clinic prints, of a library that is `whole` or of a part of it."""
        clinic = folder.clinic
        handouts = [file.handout for file in library.handouts if clinic.prints_topic(file.topic)]
        broken = any(name.startswith("handouts/") for name in library.faults)
        names = dict.fromkeys(map(str, clinic.prints.languages))
        return cls(
            **{each.name: getattr(folder, each.name) for each in fields(ClinicFolder)},
            words=tuple(library.words[name] for name in names if name in library.words),
            approved=any(handout.status == "approved" for handout in handouts),
            asked=frozenset(_asked_in(handouts)) if whole and not broken else None,
        )


def _asked_in(handouts: Iterable[Handout]) -> Iterator[str]:
    for handout in handouts:
        for block in handout.blocks():
            yield from slots_of(block)
