"""Every id stands once on a page: an author's may not be one that the page gives to a part of its own."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.blocks.questions import Questions
from leafwright.problems import Problem
from leafwright.sheet.record import ComparisonView, RiskView, TimelineView
from leafwright.sheet.sheet import Sheet

PAGE_PARTS: Final = {
    "masthead": "the head with the logo",
    "opening": "the title and what stands below it",
    "glance": "the box 'At a glance'",
    "closing": "the end of the sheet",
    "sources": "the list of sources",
    "control": "the document control",
    "disclaimer": "the disclaimer",
    "sheet-end": "the end of the sheet",
}
"""The parts that each page has by the ids its templates give them, and what they are called."""
PAGE_IDS: Final = re.compile(rf"{'|'.join(PAGE_PARTS)}|source-\d+|beside-.*")
"""The ids that templates give to what is no block."""


def find_clashes(sheet: Sheet) -> Iterator[Problem]:
    """Report each section and block whose id the page needs for something else."""
    blocks = [block for section in sheet.sections for block in section.blocks]
    pieces = {piece for block in blocks for piece in ids_within(block)}
    names = [
        *(section.id for section in sheet.sections),
        *(str(getattr(block, "id", "")) for block in blocks),
    ]
    for name in names:
        if name in pieces or PAGE_IDS.fullmatch(name):
            message = f"the page itself uses the id '{name}'"
            yield Problem(
                place=sheet.places[name], code="reserved-id", message=message, hint="choose another"
            )


def ids_within(block: object) -> Iterator[str]:
    """List the ids that a block's own parts are given on the page."""
    match block:
        case RiskView(arrays=arrays):
            yield from (array.id for array in arrays)
        case ComparisonView(id=name, rows=rows):
            yield from (row.id for row in rows)
            yield f"{name}-matters"
        case TimelineView(events=events):
            yield from (event.id for event in events)
        case Questions(id=name):
            yield f"{name}-lines"
