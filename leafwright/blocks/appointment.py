"""A box to write an appointment in."""

from typing import Literal

from leafwright.blocks.block import BlockRecord


class Appointment(BlockRecord):
    """A box to write date, time, place and name in."""

    kind: Literal["appointment"]
