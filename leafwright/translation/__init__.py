"""Translations: the texts of a handout by part and path, and the handout in another language."""

from leafwright.translation.apply import TranslationState, apply, compare
from leafwright.translation.parts import Part, called, is_of_a_part, parts_of, written
from leafwright.translation.update import Draft, PartStatus, Update, update
from leafwright.translation.writing import (
    TranslationFileText,
    check_translation_text,
    read_translation_text,
    write_translation_text,
)
