"""Find names in the packs of clinics that are no sheets of theirs."""

from collections.abc import Iterator

from leafwright.build.outdated import list_all
from leafwright.build.selection import Selection
from leafwright.decode import suggest
from leafwright.library import Library
from leafwright.problems import Problem


def find_unknown_sheets(library: Library, selection: Selection) -> Iterator[Problem]:
    """Report names in packs that no sheet of the clinic has; a pack from above it may have other sheets.

    The library is the whole one, whatever is chosen: a pack has sheets of any topic.
    """
    chosen = selection.clinics or tuple(folder.id for folder in library.clinics)
    folders = [one for one in library.clinics if one.clinic.packs and one.id in chosen]
    if not folders or library.faults:
        return
    known = sorted({key.path for key in list_all(library)})
    for folder in folders:
        prefix = f"{folder.id}/"
        there = tuple(path[len(prefix) : -len(".pdf")] for path in known if path.startswith(prefix))
        for pack in folder.clinic.packs.values():
            for name, place in pack.placed("sheets"):
                if name not in there and place.file == folder.name:
                    message = f"{folder.id} prints no sheet '{name}'"
                    hint = suggest(str(name), there)
                    yield Problem(place=place, code="unknown-name", message=message, hint=hint)
