"""A space for a patient label."""

from typing import Literal

from leafwright.blocks.block import BlockRecord


class Label(BlockRecord):
    """A space of 72 by 40 mm for a patient label."""

    kind: Literal["label"]
