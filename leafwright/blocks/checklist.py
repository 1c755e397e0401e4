"""Things to tick off."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Texts
from leafwright.text import Text


class Checklist(BlockRecord):
    """Things to tick off."""

    kind: Literal["checklist"]
    lead: Text | None = None
    items: Texts
