"""The cells of a table as authors write them: words, or a cell to write in."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from leafwright.model.record import Record, fault
from leafwright.text import Text


class BlankCell(Record):
    """A cell to write in."""

    blank: Literal["true"]
    """Say `true` for a cell to write in."""


def _kind_of(cell: Any) -> str:
    return "blank" if isinstance(cell, dict | BlankCell) else "words"


def _without_empty(row: Any) -> Any:
    for cell in row if isinstance(row, list) else ():
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            place = getattr(cell, "place", getattr(row, "place", ""))
            hint = "write its words, or `{blank: true}` for a cell to write in"
            raise fault("empty", "a cell is empty", hint, at=place)
    return row


Cell = Annotated[Annotated[Text, Tag("words")] | Annotated[BlankCell, Tag("blank")], Discriminator(_kind_of)]
Row = Annotated[tuple[Cell, ...], BeforeValidator(_without_empty), Field(min_length=1)]
