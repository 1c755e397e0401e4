"""Check that each text is inside its box, and that no other text is printed over it."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from leafwright.blocks.answers import RowView
from leafwright.pdf.box import Box
from leafwright.pdf.extract import Strip
from leafwright.pdf.margins import TOLERANCE
from leafwright.pdf.measure import Measured, millimetres
from leafwright.pdf.pieces import Piece
from leafwright.pdf.placement import WIDE_SWING
from leafwright.problems import Place, Problem, quoted
from leafwright.sheet.inventory import PrintedPart, bare, columns_of, printed, printed_texts, texts_in
from leafwright.text import Text

TOUCH: Final = 0.05
"""How far letters of two texts may overlap, in ems: touching is fine."""
ROOM: Final = "shorten the longest word, or write a soft hyphen (U+00AD) where it may break"


def find_overprinted(measured: Measured) -> Iterator[Problem]:
    """Report each text that leaves its cell or box, and each that is printed over another one.

    A text that leaves its box is reported once, and not again for what it covers.
    """
    problems: dict[tuple[Place, str], Problem] = {}
    leaving = [piece for piece in measured.pieces if piece.beyond > TOLERANCE]
    for piece in leaving:
        fault = f"{quoted(piece.text)} reaches {millimetres(piece.beyond)} out of"
        problem = _problem(measured, piece, fault)
        problems.setdefault((problem.place, where_of(measured, piece)), problem)
    for below, above in overlapping(measured.strips, measured.sheet.theme.fallbacks):
        pieces = measured.piece_of(below), measured.piece_of(above)
        if not any(piece in leaving for piece in pieces):
            fault = f"{quoted(above.words)} lies over {quoted(below.words)} in"
            problem = _problem(measured, pieces[1], fault)
            problems.setdefault((problem.place, where_of(measured, pieces[1])), problem)
    yield from problems.values()


def overlapping(strips: Iterable[Strip], swinging: Iterable[str] = ()) -> Iterator[tuple[Strip, Strip]]:
    """Go through the pairs of texts whose letters overlap, each pair in the order it was drawn.

    The letters of `swinging` families reach far beyond their lines, like those of Arabic.
    """
    families = frozenset(swinging)
    cores = [
        (strip.core(WIDE_SWING if strip.family in families else TOUCH), index, strip)
        for index, strip in enumerate(strips)
        if _has_letters(strip.text)
    ]
    passing: list[tuple[Box, int, Strip]] = []
    for core, index, strip in sorted(cores, key=lambda item: (item[0].page, item[0].top, item[1])):
        # Down the page: a text that ends above this one also ends above all later ones.
        passing = [item for item in passing if item[0].page == core.page and item[0].bottom > core.top]
        for other_core, other_index, other in passing:
            beside = core.right <= other_core.left or other_core.right <= core.left
            if not beside and not _is_one_text(strip, other):
                yield (other, strip) if other_index < index else (strip, other)
        passing.append((core, index, strip))


def _has_letters(text: str) -> bool:
    """Return whether a strip is more than a mark, which may stand close to the line above its letter."""
    return any(unicodedata.category(sign)[0] not in "MZ" for sign in text.strip())


def _is_one_text(strip: Strip, other: Strip) -> bool:
    """Return whether two strips are parts of one text: marks above letters are drawn separately."""
    return strip.mark == other.mark >= 0


def _problem(measured: Measured, piece: Piece, fault: str) -> Problem:
    message = f"{fault} {where_of(measured, piece)} on page {piece.box.page}"
    hint = f"{ROOM}, or have fewer columns: in a comparison, fewer options" if piece.column > 0 else ROOM
    return Problem(place=place_of_piece(measured, piece), code="overprinted-text", message=message, hint=hint)


def where_of(measured: Measured, piece: Piece) -> str:
    """Name what a piece stands in: the row and the column of a table, the part, or the margin."""
    part = _part(measured, piece)
    match part.record if part else None:
        case RowView(question=question) as row:
            if cell := row.cell_at(piece.column):
                name = cell.options[0]
                return f"column {piece.column} ({quoted(name.plain)}) of the row {quoted(question.plain)}"
            return f"the head of the row {quoted(question.plain)}"
    if part and (heads := [head for head in columns_of(part)[: piece.column + 1] if head]):
        within = "the head of " if any(bare(piece.text) in bare(text.plain) for text in heads[-1]) else ""
        return f"{within}column {len(heads)} ({quoted(heads[-1][0].plain)})"
    return f"its box in {measured.name_of(piece.owner)}" if piece.owner else "its box in the head or the foot"


def place_of_piece(measured: Measured, piece: Piece) -> Place:
    """Find where a piece was written: the line of its text, or that of its part."""
    words, part = bare(piece.text), _part(measured, piece)
    for text in _texts(measured, part):
        if text.place and words in bare(printed(text)):
            return text.place
    return measured.place_of(piece.owner)


def _texts(measured: Measured, part: PrintedPart | None) -> Iterator[Text]:
    if part:
        yield from texts_in(part.record)
    else:
        yield from (
            printed_text.text for printed_text in printed_texts(measured.sheet) if printed_text.part is None
        )


def _part(measured: Measured, piece: Piece) -> PrintedPart | None:
    return next((part for part in measured.parts if part.id == piece.owner), None)
