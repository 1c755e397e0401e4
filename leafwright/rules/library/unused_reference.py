"""No handout cites a reference."""

from typing import Final

from leafwright.integrity import keys_of
from leafwright.library import Library
from leafwright.rules import Finding, Findings

KEPT_BY_HAND: Final = "handouts/references.yaml"


def check(library: Library) -> Findings:
    """Report references that nothing cites."""
    if library.problems:
        return
    cited = {key for file in library.handouts for key in keys_of(file.handout)}
    for entry in library.references.values():
        # A file that a program has exported may be of its whole library.
        if entry.place.file == KEPT_BY_HAND and entry.id not in cited:
            yield Finding(
                place=entry.place,
                message=f"'{entry.id}' is cited nowhere",
                hint="cite it with [@key], or take it out",
            )
