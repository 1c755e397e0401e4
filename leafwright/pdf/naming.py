"""Name a part of a sheet for a message: by the id its author gave it, or in words.

Many parts have ids that no author wrote: the page's own parts, the rows of a table, a clinic's additions.
"""

from typing import Final

from leafwright.problems import Place, quoted
from leafwright.sheet import Sheet
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.ids import PAGE_PARTS

_SOURCE: Final = "source-"


def name_of(sheet: Sheet, name: str) -> str:
    """Return the name of the part with an id."""
    if name in sheet.places:
        return f"'{name}'"
    if name.startswith(PREFIX) and sheet.beside:
        return f"the source beside {name_of(sheet, name.removeprefix(PREFIX))}"
    if name.startswith(_SOURCE) and name.removeprefix(_SOURCE).isdigit():
        return f"source {name.removeprefix(_SOURCE)}"
    return PAGE_PARTS.get(name) or _pieces_of(sheet).get(name) or f"'{name}'"


def place_near(sheet: Sheet, name: str) -> Place | None:
    """Find the author's words nearest to a part of the page; None if they are a clinic's."""
    match name:
        case "opening":
            return sheet.title.place
        case "disclaimer" | "closing":
            return sheet.disclaimer.place
    return None


def _pieces_of(sheet: Sheet) -> dict[str, str]:
    """Name the parts without an author's id: pieces of blocks by their words, others by their heading."""
    names: dict[str, str] = {}
    for section in sheet.sections:
        names[section.id] = f"the section {quoted(section.heading.plain)}"
        for block in section.blocks:
            names[block.id] = f"a part of the section {quoted(section.heading.plain)}"
            names |= block.pieces()
    return names
