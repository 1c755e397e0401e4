"""What to do in order."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Texts
from leafwright.text import Text


class Steps(BlockRecord):
    """What happens or what to do, in order."""

    kind: Literal["steps"]
    lead: Text | None = None
    items: Texts
