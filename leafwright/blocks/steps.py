"""What happens or what to do, in order."""

from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Texts
from leafwright.text import Text


class Steps(BlockRecord):
    """What happens or what to do, in order."""

    continued: ClassVar[bool] = True

    kind: Literal["steps"]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    """The words before the steps."""
    items: Annotated[Texts, PassageKind.ITEM]
    """The steps, in their order."""
