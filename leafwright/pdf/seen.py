"""Check that each text can be seen: it has enough contrast, and no picture is in its place."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from leafwright.colour import contrast
from leafwright.pdf.box import Box
from leafwright.pdf.measure import Measured
from leafwright.pdf.overprint import place_of_piece
from leafwright.pdf.pieces import Colour, Piece
from leafwright.problems import Place, Problem, quoted

LEAST_CONTRAST: Final = 3.0
"""Source: WCAG 2.2, 1.4.3, for large text; a brand's own colours keep 4.5 to 1."""
_CORE: Final = 0.25
"""The space above and below the letters of a line, as a share of its height."""


def find_unseen(measured: Measured) -> Iterator[Problem]:
    """Report each text in nearly the colour of its background, and each in the same place as a picture.

    A text is reported once, however many lines it takes.
    """
    problems: dict[Place, Problem] = {}
    pictures = [piece.box for piece in measured.pieces if piece.is_picture]
    for piece in measured.pieces:
        if piece.is_picture:
            continue
        ratio = _contrast(piece.ink, piece.ground)
        if ratio < LEAST_CONTRAST and not measured.sheet.format.samples:
            problem = _unseen(measured, piece, f"has a contrast of {ratio:.1f} to its background")
            problems.setdefault(problem.place, problem)
        elif any(_meet(piece.box, picture) for picture in pictures):
            problem = _unseen(measured, piece, "is in the same place as a picture")
            problems.setdefault(problem.place, problem)
    yield from problems.values()


@cache
def _contrast(ink: Colour, ground: Colour) -> float:
    return contrast(_hex(ink), _hex(ground))


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def _meet(text: Box, picture: Box) -> bool:
    most = _CORE * text.height
    return (
        text.page == picture.page
        and text.left + most < picture.right
        and picture.left < text.right - most
        and text.top + most < picture.bottom
        and picture.top < text.bottom - most
    )


def _unseen(measured: Measured, piece: Piece, fault: str) -> Problem:
    return Problem(
        place=place_of_piece(measured, piece),
        code="unseen-text",
        message=f"{quoted(piece.text)} on page {piece.box.page} {fault}",
        hint="look at your own templates and styles",
    )
