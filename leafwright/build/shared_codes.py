"""Find sheets that would have the same code at their foot."""

from collections.abc import Iterator

from leafwright.build.requested import list_requested
from leafwright.build.selection import ANY, Selection
from leafwright.library import Library
from leafwright.problems import Problem, Severity
from leafwright.sheet import SheetKey


def find_shared_codes(library: Library, selection: Selection) -> Iterator[Problem]:
    """Warn of chosen sheets that have the code of another one: their clinics or variants look alike in it."""
    known: dict[str, SheetKey] = {}
    for inputs in list_requested(library, ANY):
        code = inputs.key.code_of(inputs.file.handout.reference)
        other = known.setdefault(code, inputs.key)
        if other != inputs.key and selection.chooses(inputs.key):
            yield Problem(
                place=inputs.folder.clinic.prints.place,
                code="shared-code",
                message=f"{code} is at the foot of {inputs.key.path} and of {other.path}",
                hint="rename a folder or a sheet, so that its initials differ",
                severity=Severity.WARNING,
            )
