"""Translations: the texts of a handout by part and path, and the handout in another language."""

from leafwright.translation.apply import TranslationState, apply, compare
from leafwright.translation.parts import Part, called, parts_of, written
from leafwright.translation.update import Draft, PartStatus, Update, update
from leafwright.translation.writing import TranslationFileText, check_page, read_page, write_page

__all__ = [
    "Draft",
    "Part",
    "PartStatus",
    "TranslationFileText",
    "TranslationState",
    "Update",
    "apply",
    "called",
    "check_page",
    "compare",
    "parts_of",
    "read_page",
    "update",
    "write_page",
    "written",
]
