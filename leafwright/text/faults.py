"""How a text is refused: with the character at fault, what is wrong and what would be right."""

from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.problems import Place
from leafwright.source import Scalar

_CUTS: Final = {
    "#": (
        "cut-by-comment",
        "the text ends here, for a # behind a space begins a comment",
        "put quotes around the text, or put a comment that is meant into a line of its own",
    ),
    ",": ("cut-by-comma", "a comma in brackets parts this number", "put quotes around the text"),
}
"""What is said of a text that YAML cut short at a sign."""


def fault(code: str, message: str, hint: str, at: int | Place = 0) -> PydanticCustomError:
    """Make a fault of a character of the text, or of a place in its file.

    The two texts are values of the template, so that a brace in the author's words stays a brace.
    """
    where = {"place": at} if isinstance(at, Place) else {"offset": at}
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, **where})


def refuse_cut(value: object) -> None:
    """Refuse words that YAML cut short; raises PydanticCustomError."""
    if isinstance(value, Scalar) and (cut := value.written.cut):
        place = Place(file=value.place.file, line=cut.line, column=cut.column)
        code, message, hint = _CUTS[cut.sign]
        raise fault(code, message, hint, place)
