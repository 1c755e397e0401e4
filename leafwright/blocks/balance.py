"""Benefits and harms side by side."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Texts


class Balance(BlockRecord):
    """Possible benefits and possible harms, side by side."""

    kind: Literal["balance"]
    benefits: Texts
    risks: Texts
