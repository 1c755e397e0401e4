"""Translations: the texts of a handout by part and path, and a handout made of them in another language."""

from leafwright.translation.apply import State, apply, compare
from leafwright.translation.parts import Part, parts_of

__all__ = ["Part", "State", "apply", "compare", "parts_of"]
