"""How to reach the clinic."""

from typing import Literal

from leafwright.blocks.block import BlockRecord


class Contacts(BlockRecord):
    """The clinic's own contact card."""

    kind: Literal["contacts"]
