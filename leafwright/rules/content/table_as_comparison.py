"""A table compares choices."""

from typing import Final

from leafwright.blocks.table import Table
from leafwright.rules import Finding, Findings, Reader
from leafwright.text import Text

_QUESTIONS: Final = ("?", "؟")
_ENOUGH: Final = 2


def check(reader: Reader) -> Findings:
    """Report tables whose rows are questions and whose columns are what answers them."""
    for block in reader.blocks(Table):
        if block.column_count > _ENOUGH and _count_questions(block) >= _ENOUGH:
            yield Finding(
                place=block.place_of("head"),
                message="the rows of this table are questions, and its columns answer them",
                hint="write `kind: comparison`: it asks that every choice answers every question",
            )


def _count_questions(table: Table) -> int:
    first = (row[0] for row in table.rows)
    return sum(isinstance(cell, Text) and cell.plain.endswith(_QUESTIONS) for cell in first)
