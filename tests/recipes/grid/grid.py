"""A grid of words."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Texts, fault
from leafwright.text import Text


class Grid(BlockRecord):
    """Words in rows, below the heads of their columns."""

    kind: Literal["grid"]
    caption: Annotated[Text, PassageKind.CAPTION]
    """What the grid shows."""

    columns: Annotated[Texts, PassageKind.NAME]
    """The heads of the columns."""

    rows: Annotated[tuple[Texts, ...], Field(min_length=1), PassageKind.CELL]
    """A cell for each column, row by row."""

    @model_validator(mode="after")
    def _check_cells(self) -> Self:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise fault("empty-cell", "a row has not a cell for each column", "fill every cell", at="rows")
        return self

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Head each column with its name."""
        return tuple((name,) for name in self.columns)
