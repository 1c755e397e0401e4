"""A space of 72 by 40 mm for a patient label."""

from typing import ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import Role


class Label(BlockRecord):
    """A space of 72 by 40 mm for a patient label."""

    role: ClassVar[Role] = "booking"
    whole: ClassVar[bool] = True
    wide: ClassVar[bool] = True
    once: ClassVar[bool] = True
    written_in: ClassVar[bool] = True

    kind: Literal["label"]
