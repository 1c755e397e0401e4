"""The bilingual edition: the source of a translated sheet, ready to stand beside it item by item."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from leafwright.model.record import Record
from leafwright.sheet.sheet import Sheet

T = TypeVar("T")

PREFIX: Final = "beside-"
"""What the ids of the source begin with, so that every id stands once on a page."""

ONCE: Final = frozenset({"appointment", "label", "qr"})
"""Kinds of block that are filled in or looked up, and so stand on the sheet in one language only."""

ITEMISED: Final = frozenset(
    {"checklist", "decisions", "glossary", "list", "paragraphs", "questions", "steps", "timeline"}
)
"""Kinds of block made of items, each of which stands on one height with its source."""


def set_apart(sheet: Sheet) -> Sheet:
    """Give the sections and blocks of a sheet, and what blocks are made of, ids that no other sheet has."""
    places = {f"{PREFIX}{name}": place for name, place in sheet.places.items()}
    return replace(sheet, sections=_renamed(sheet.sections), places=places)


def _renamed(value: T) -> T:
    """Copy a value with the id of each record below it changed."""
    changed: Any = value
    match value:
        case tuple():
            changed = tuple(map(_renamed, value))
        case Record():
            changed = value.model_copy(update=_changes(value, list(type(value).model_fields)))
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = replace(value, **_changes(value, [field.name for field in fields(value)]))
    return changed  # type: ignore[no-any-return]  # the same type as came in


def _changes(record: object, names: list[str]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    below = {name: _renamed(value) for name, value in values.items() if name != "id"}
    return below | ({"id": f"{PREFIX}{values['id']}"} if values.get("id") else {})
