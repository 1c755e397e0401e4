"""Every id on a page is unique: an author's id must not be one that the page gives to a part of its own."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.problems import Problem
from leafwright.sheet.sheet import Sheet

PAGE_PARTS: Final = {
    "masthead": "the head with the logo",
    "opening": "the title and what is below it",
    "glance": "the box 'At a glance'",
    "sheet-strip": "the contact strip",
    "closing": "the end of the sheet",
    "sources": "the list of sources",
    "control": "the document control",
    "sheet-online": "the code that leads to the sheet online",
    "disclaimer": "the disclaimer",
    "sheet-end": "the end of the sheet",
}
"""The parts of every page, by the ids in its templates, with their names."""
PAGE_IDS: Final = re.compile(rf"{'|'.join(PAGE_PARTS)}|source-\d+|beside-.*")
"""The ids in templates of parts that are not blocks."""


def find_clashes(sheet: Sheet) -> Iterator[Problem]:
    """Report each section and block whose id the page uses for something else."""
    blocks = [block for section in sheet.sections for block in section.blocks]
    pieces = {piece for block in blocks for piece in block.pieces()}
    for name in [part.id for part in (*sheet.sections, *blocks)]:
        if name in pieces or PAGE_IDS.fullmatch(name):
            message = f"the page itself uses the id '{name}'"
            yield Problem(
                place=sheet.places[name], code="reserved-id", message=message, hint="choose another"
            )
