"""A box to write date, time, place and name in."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, Role


class Appointment(BlockRecord):
    """A box to write date, time, place and name in."""

    role: ClassVar[Role] = "booking"
    whole: ClassVar[bool] = True
    once: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.APPOINTMENT,)

    kind: Literal["appointment"]
