"""Labelled lines to write on, choices to tick or circle, boxes and signatures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.form import FieldRowView, FormRow, check_signatures, show_rows
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsView(BlockView):
    """Rows of fields, each of which stays whole."""

    kind = "fields"
    wide = True

    lead: Text | None
    rows: tuple[FieldRowView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the rows."""
        return {row.id: f"row {number} of '{self.id}'" for number, row in enumerate(self.rows, start=1)}


class Fields(BlockRecord):
    """Fields to fill in on paper, in rows."""

    written_in: ClassVar[bool] = True

    kind: Literal["fields"]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    """The words before the fields."""
    rows: Annotated[tuple[FormRow, ...], Field(min_length=1, max_length=30)]
    """Rows of fields side by side. Rows with as many fields have the same columns."""

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        check_signatures(self.rows, "rows")
        return self

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """Say whether anybody signs."""
        if any(field.signature for row in self.rows for field in row):
            yield LeafletPart.SIGNATURES

    def view(self, context: BlockContext) -> FieldsView:
        """Show each field as what it is."""
        return FieldsView(id=self.id, lead=self.lead, rows=show_rows(self.rows, f"{self.id}-row", context))
