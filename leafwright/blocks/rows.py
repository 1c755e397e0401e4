"""Rows of a picture and words, for readers who find reading hard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import KnownName, Record
from leafwright.problems import quoted
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRowView:
    """A picture and its words."""

    whole: ClassVar[bool] = True

    id: str
    source: str
    alt: str
    text: Text
    explain: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsView(BlockView):
    """Rows, each on one page."""

    kind = "rows"

    rows: tuple[PictureRowView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the rows."""
        return {row.id: f"the row {quoted(row.text.plain)} of '{self.id}'" for row in self.rows}


class PictureRow(Record):
    """An idea in words, with its picture."""

    file: KnownName
    """The picture, a file beside this one."""
    alt: Annotated[Text, PassageKind.ALT]
    """What the picture shows, for those who cannot see it."""
    text: Annotated[Text, PassageKind.ITEM]
    """The idea, in a short sentence."""
    explain: Annotated[Text | None, PassageKind.MEANING] = None
    """What a hard word in it means."""


class Rows(BlockRecord):
    """Easy read: one idea in each row, with a picture, which is printed 50 mm wide."""

    picture_width: ClassVar[float | None] = 50
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.ROWS,)

    kind: Literal["rows"]
    rows: Annotated[tuple[PictureRow, ...], Field(min_length=1, max_length=40)]
    """The ideas, each with its picture."""

    def pictures(self) -> Iterable[PictureRow]:
        """Go through the pictures."""
        return self.rows

    def view(self, context: BlockContext) -> RowsView:
        """Return the pictures under the names that a page loads."""
        rows = tuple(
            PictureRowView(
                id=f"{self.id}-{number}",
                source=context.picture(row.file),
                alt=row.alt.plain,
                text=row.text,
                explain=row.explain,
            )
            for number, row in enumerate(self.rows, start=1)
        )
        return RowsView(id=self.id, rows=rows)
