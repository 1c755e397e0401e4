"""The bilingual edition: prepare the source of a translated sheet, to be printed beside it item by item."""

from dataclasses import replace
from typing import Any, Final

from leafwright.model.walk import rewrite
from leafwright.sheet.sheet import Sheet

PREFIX: Final = "beside-"
"""How the ids of the source begin, so that every id on a page is unique."""


def prefix_ids(sheet: Sheet) -> Sheet:
    """Give the sections and blocks of a sheet, and their pieces, ids that no other sheet has."""
    places = {f"{PREFIX}{name}": place for name, place in sheet.places.items()}
    return replace(sheet, sections=rewrite(sheet.sections, _renamed), places=places, paired=True)


def _renamed(path: str, leaf: Any) -> Any:
    return f"{PREFIX}{leaf}" if leaf and path.rpartition(".")[2] == "id" else leaf
