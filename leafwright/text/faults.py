"""Refuse a text, with the wrong character, what is wrong and what would be right."""

from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.problems import Place
from leafwright.source import Scalar

_CUTS: Final = {
    "#": (
        "cut-by-comment",
        "the text ends here, because a # after a space begins a comment",
        "put quotes around the text, or move the comment to its own line",
    ),
    ",": ("cut-by-comma", "a comma in brackets splits this number", "put quotes around the text"),
}
"""Code, message and hint for a text that YAML cut short at a sign."""


def fault(code: str, message: str, hint: str, at: int | Place = 0) -> PydanticCustomError:
    """Make a fault of a character of the text, or of a place in its file.

    The two texts are values of a template, so that a brace in the author's words stays a brace.
    """
    where = {"place": at} if isinstance(at, Place) else {"offset": at}
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, **where})


def refuse_cut(value: object) -> None:
    """Refuse words that YAML cut short; raises PydanticCustomError."""
    if isinstance(value, Scalar) and (cut := value.written.cut):
        place = Place(file=value.place.file, line=cut.line, column=cut.column)
        code, message, hint = _CUTS[cut.sign]
        raise fault(code, message, hint, place)
