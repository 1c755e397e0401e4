"""A field is too small to write in."""

from typing import Final

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.fields import Fields
from leafwright.blocks.form import WIDTHS, FormField
from leafwright.blocks.questionnaire import Questionnaire
from leafwright.rules import Finding, Findings, Reader

_MOST: Final = 4
_WHOLE: Final = 174.0
"""How wide a row is on A4, in millimetres."""
_GAP: Final = 6.0
_LETTER: Final = 2.0
"""How wide a letter of a label is on average, in millimetres."""


def check(reader: Reader) -> Findings:
    """Report crowded rows, and labels that their lines are too short for."""
    for row in (row for block in reader.handout.blocks() for row in _rows(block)):
        if len(row) > _MOST:
            yield Finding(
                place=row[0].place,
                message=f"the row has {len(row)} fields",
                hint=f"write at most {_MOST} in a row: part it into two",
            )
        else:
            yield from _long_labels(row)


def _rows(block: BlockRecord) -> tuple[tuple[FormField, ...], ...]:
    match block:
        case Fields():
            return block.rows
        case Questionnaire():
            return block.staff
    return ()


def _long_labels(row: tuple[FormField, ...]) -> Findings:
    room = _WHOLE - _GAP * (len(row) - 1)
    shares = sum(WIDTHS[field.width] for field in row)
    for field in row:
        most = int(room * WIDTHS[field.width] / shares / _LETTER)
        if field.label and len(field.label.plain) > most:
            yield Finding(
                place=field.place,
                message=f"the label '{field.label}' is longer than its line",
                hint=f"about {most} letters fit: shorten it, or give the field more width or its own row",
            )
