"""What must be whole on one page, as the traits of blocks say; everything else may break."""

from collections.abc import Iterator
from itertools import chain

from leafwright.blocks.block import PrintedBlock
from leafwright.model.walk import leaves
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.sheet import Sheet


def whole_parts(sheet: Sheet) -> Iterator[str]:
    """Go through the ids of the blocks and pieces of blocks that must be whole."""
    for printed in (sheet, sheet.beside) if sheet.beside else (sheet,):
        for block in chain.from_iterable(section.blocks for section in printed.sections):
            yield from (id_of(part) for part in parts_with_id(block) if is_whole(sheet, part))


def is_whole(sheet: Sheet, part: object) -> bool:
    """Return whether a part must be on one page; columns printed one below the other need not be."""
    unrolled = sheet.unrolled or id_of(part).startswith(PREFIX)
    return bool(getattr(part, "whole", False)) and not (unrolled and getattr(part, "unrolls", False))


def parts_with_id(block: PrintedBlock) -> Iterator[object]:
    """Go through a block and its pieces with an id, the outermost first."""
    owners = (owner for spot, _ in leaves(block) for owner in spot.owners if id_of(owner))
    return iter({id(owner): owner for owner in owners}.values())


def id_of(part: object) -> str:
    """Return the id of a part, or nothing if it has none."""
    return str(getattr(part, "id", ""))
