"""Things to tick off."""

from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import Texts
from leafwright.text import Text


class Checklist(BlockRecord):
    """Things to tick off."""

    continued: ClassVar[bool] = True
    leaflet_parts = (LeafletPart.BRING,)

    kind: Literal["checklist"]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    items: Annotated[Texts, PassageKind.ITEM]
