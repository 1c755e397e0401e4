"""Things to tick off, or to answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.form import TickBox, name_answers, tick_boxes
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import Keys, Texts
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item, and the boxes of its answers if it asks."""

    text: Text
    boxes: tuple[TickBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView(BlockView):
    """A checklist, which may ask for answers."""

    kind = "checklist"
    continued: ClassVar[bool] = True

    lead: Text | None
    items: tuple[ItemView, ...]


class Checklist(BlockRecord):
    """Things to tick off, or questions with boxes for their answers."""

    continued: ClassVar[bool] = True
    written_in: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.BRING,)

    kind: Literal["checklist"]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    """The words before the list."""
    items: Annotated[Texts, PassageKind.ITEM]
    """The things to tick off."""
    answers: Annotated[Keys, Field(min_length=2, max_length=4)] | None = None
    """The answers that each item has a box for, as the words file names them."""

    def view(self, context: BlockContext) -> ChecklistView:
        """Name the answers; a screen reader reads each with its item."""
        answers = name_answers(self.answers or (), context, self.place_of("answers"))
        items = (ItemView(text=item, boxes=tick_boxes(item, answers, context)) for item in self.items)
        return ChecklistView(id=self.id, lead=self.lead, items=tuple(items))
