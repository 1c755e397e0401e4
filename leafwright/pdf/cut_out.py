"""Check what is cut out of a sheet: nothing is lost with it, and it is no larger than it should be."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from leafwright.blocks.block import BlockTraits
from leafwright.blocks.card import FACE, INSET, CardFaceView, CardView
from leafwright.blocks.warning import WarningView
from leafwright.pdf.box import Box
from leafwright.pdf.fit import MM
from leafwright.pdf.measure import Measured, millimetres
from leafwright.problems import Problem, quoted

SHIFT: Final = 2 * MM
"""How far the two sides of a leaf may be out of line once they are printed."""
ROOM: Final = (FACE[1] - 2 * INSET) * MM
"""How high what a side of a card says may be."""

LEAF: Final = "let its section take one page: shorten it, or move its other blocks to another section"
FLOW: Final = "give it a `back:`, and it has a leaf of its own; or put it on a sheet of one leaf"


def find_behind(measured: Measured) -> Iterator[Problem]:
    """Report text on the other side of what is cut out; what is only good to know may be cut away."""
    for part in measured.parts:
        record = part.record
        if not isinstance(record, CardView):
            continue
        hint = LEAF if record.own_leaf else FLOW
        holes = _holes(measured, record)
        for page, lost in islice(((hole.page, lost) for hole in holes for lost in _lost(measured, hole)), 1):
            yield Problem(
                place=part.place,
                code="text-behind-cut",
                message=f"{lost} on page {page} is behind {measured.name_of(part.id)}, which is cut out",
                hint=hint,
            )


def _holes(measured: Measured, card: CardView) -> Iterator[Box]:
    """Go through the holes in the other side of a leaf, which is turned like that of a book.

    A leaf of its own counts as a whole, because not every printer turns it like that, and none prints exactly
    where it should. A card that a sheet keeps makes no hole.
    """
    printed = measured.sheet.format
    cut = card.own_leaf or printed.folds_cards or not printed.narrow
    for box in measured.boxes.get(card.front.id, ()) if cut else ():
        page, paper = box.page + 1 if box.page % 2 else box.page - 1, measured.papers[box.page - 1]
        hole = paper if card.own_leaf else _grown(_turned(_face(box), paper))
        yield replace(hole, page=page)


def _face(words: Box) -> Box:
    """Return the card around its words."""
    top, inset = words.top - INSET * MM, INSET * MM
    return replace(
        words, left=words.left - inset, top=top, right=words.right + inset, bottom=top + FACE[1] * MM
    )


def _turned(box: Box, paper: Box) -> Box:
    return replace(box, left=paper.right - box.right, right=paper.right - box.left)


def _grown(hole: Box) -> Box:
    """Return a hole with all that it takes where the sides of a leaf are out of line."""
    top, bottom = hole.top - SHIFT, hole.bottom + SHIFT
    return replace(hole, left=hole.left - SHIFT, top=top, right=hole.right + SHIFT, bottom=bottom)


def _lost(measured: Measured, hole: Box) -> Iterator[str]:
    """Say what is in a hole, text and the frames of warnings, without what is expendable."""
    spared = [
        box
        for part in measured.parts
        if isinstance(part.record, BlockTraits) and part.record.expendable
        for box in measured.boxes.get(part.id, ())
    ]
    for strip in filter(measured.is_body, measured.strips):
        if hole.meets(strip.box) and not any(box.holds(strip.box, MM) for box in spared):
            yield quoted(measured.piece_of(strip).text)
    for part in measured.parts:
        framed = isinstance(part.record, WarningView) and not part.record.expendable
        if framed and any(map(hole.meets, measured.boxes.get(part.id, ()))):
            yield measured.name_of(part.id)


def find_tall_card(measured: Measured) -> Iterator[Problem]:
    """Report a side of a card that is higher than a wallet allows.

    In large print one with a back is for a bag.
    """
    for part in measured.parts:
        height = measured.height(part.id)
        if isinstance(part.record, CardFaceView) and height > ROOM and _is_cut(measured, part.record):
            takes = f"{measured.name_of(part.id)} takes {millimetres(height)}"
            yield Problem(
                place=part.place,
                code="card-too-full",
                message=f"{takes}, and there are {millimetres(ROOM)}",
                hint=_how_to_shorten(part.record),
            )


def _is_cut(measured: Measured, face: CardFaceView) -> bool:
    printed = measured.sheet.format
    return printed.folds_cards != face.folded if not printed.wallet else face.folded or not printed.narrow


def _how_to_shorten(face: CardFaceView) -> str:
    """Name what fills a side of a card: lines to write on, signs and numbers, or words alone."""
    if face.rows:
        return "shorten it: a few words, and at most three lines to write on"
    if face.signs:
        numbers = f", or fewer than the {len(face.numbers)} numbers" if len(face.numbers) > 1 else ""
        fewer = f", or write fewer than {len(face.signs)}" if len(face.signs) > 1 else ""
        return f"shorten the signs{fewer}{numbers}"
    return "shorten it: a few words"
