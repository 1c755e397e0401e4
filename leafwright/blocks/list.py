"""A list in no order."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Texts
from leafwright.text import Text


class ListOf(BlockRecord):
    """A list whose order does not matter."""

    kind: Literal["list"]
    lead: Text | None = None
    items: Texts
