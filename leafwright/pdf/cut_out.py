"""Check what is cut out of a sheet: nothing is lost with it, and it is no larger than it should be."""

from collections.abc import Iterator
from typing import Final

from leafwright.blocks.block import BlockTraits
from leafwright.blocks.card import FACE, INSET, CardFaceView
from leafwright.pdf.fit import MM
from leafwright.pdf.measure import Measured, millimetres
from leafwright.problems import Problem, quoted

ROOM: Final = (FACE[1] - 2 * INSET) * MM
"""How high what a side of a card says may be."""


def find_behind(measured: Measured) -> Iterator[Problem]:
    """Report text on the other side of a leaf that something is cut out of, wherever it is there."""
    for part in measured.parts:
        if not (isinstance(part.record, BlockTraits) and part.record.cut_out):
            continue
        backs = {page + 1 if page % 2 else page - 1 for page in measured.pages_of(part.id)}
        behind = [strip for strip in measured.strips if measured.is_body(strip) and strip.box.page in backs]
        if behind:
            first, name = behind[0], measured.name_of(part.id)
            yield Problem(
                place=part.place,
                code="text-behind-cut",
                message=f"{quoted(first.words)} on page {first.box.page} is behind {name}, which is cut out",
                hint="let its section take one page: shorten it, or move its other blocks to another section",
            )


def find_tall_card(measured: Measured) -> Iterator[Problem]:
    """Report a side of a card that is higher than a wallet allows; in large print it is for a bag."""
    for part in measured.parts:
        height = measured.height(part.id)
        if isinstance(part.record, CardFaceView) and height > ROOM and measured.sheet.format.wallet:
            takes = f"{measured.name_of(part.id)} takes {millimetres(height)}"
            yield Problem(
                place=part.place,
                code="card-too-full",
                message=f"{takes}, and there are {millimetres(ROOM)}",
                hint=_how_to_shorten(part.record),
            )


def _how_to_shorten(face: CardFaceView) -> str:
    """Name what fills a side of a card: lines to write on, signs and numbers, or words alone."""
    if face.rows:
        return "shorten it: a few words, and at most three lines to write on"
    if face.signs:
        numbers = f", or fewer than the {len(face.numbers)} numbers" if len(face.numbers) > 1 else ""
        fewer = f", or write fewer than {len(face.signs)}" if len(face.signs) > 1 else ""
        return f"shorten the signs{fewer}{numbers}"
    return "shorten it: a few words"
