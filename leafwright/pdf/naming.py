"""What a message calls a part of a sheet: by the id its author gave it, or in words.

Much of a page has an id that nobody wrote: the page's own parts, the rows of a table, what a clinic adds.
"""

from typing import Final

from leafwright.blocks.questions import Questions
from leafwright.problems import Place
from leafwright.sheet import Sheet
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.ids import PAGE_PARTS
from leafwright.sheet.record import ComparisonView, RiskView, TimelineView

_SOURCE: Final = "source-"


def name_of(sheet: Sheet, name: str) -> str:
    """Say what stands under an id."""
    if name in sheet.places:
        return f"'{name}'"
    if name.startswith(PREFIX) and sheet.beside:
        return f"the source beside {name_of(sheet, name.removeprefix(PREFIX))}"
    if name.startswith(_SOURCE) and name.removeprefix(_SOURCE).isdigit():
        return f"source {name.removeprefix(_SOURCE)}"
    return PAGE_PARTS.get(name) or _pieces_of(sheet).get(name) or f"'{name}'"


def place_near(sheet: Sheet, name: str) -> Place | None:
    """Find the nearest words that an author wrote to a part of the page; None where a clinic's are."""
    match name:
        case "opening":
            return sheet.title.place
        case "disclaimer" | "closing":
            return sheet.disclaimer.place
    return None


def quoted(words: str, most: int = 60) -> str:
    """Quote words, cut short where they run on."""
    plain = " ".join(words.split())
    return f"'{plain if len(plain) <= most else plain[: most - 1].rstrip() + '…'}'"


def _pieces_of(sheet: Sheet) -> dict[str, str]:
    """Name what has no id of an author's: pieces of blocks by their words, the rest by its heading."""
    names: dict[str, str] = {}
    for section in sheet.sections:
        names[section.id] = f"the section {quoted(section.heading.plain)}"
        for block in section.blocks:
            names[str(getattr(block, "id", ""))] = f"a part of the section {quoted(section.heading.plain)}"
            names |= _pieces_within(block)
    return names


def _pieces_within(block: object) -> dict[str, str]:
    match block:
        case ComparisonView(id=owner, rows=rows):
            named = {row.id: f"the row {quoted(row.question.plain)} of '{owner}'" for row in rows}
            return named | {f"{owner}-matters": f"the list `matters` of '{owner}'"}
        case TimelineView(id=owner, events=events):
            return {event.id: f"{quoted(event.when.plain)} of '{owner}'" for event in events}
        case RiskView(id=owner, arrays=arrays):
            return {
                array.id: f"picture {number} of '{owner}'" for number, array in enumerate(arrays, start=1)
            }
        case Questions(id=owner):
            return {f"{owner}-lines": f"the lines to write on of '{owner}'"}
    return {}
