"""Possible benefits and possible harms, side by side."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import Texts


class Balance(BlockRecord):
    """Possible benefits and possible harms, side by side."""

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.BENEFITS, LeafletPart.RISKS)

    whole: ClassVar[bool] = True
    unrolls: ClassVar[bool] = True
    wide: ClassVar[bool] = True

    kind: Literal["balance"]
    benefits: Annotated[Texts, PassageKind.ITEM]
    """What may get better."""
    risks: Annotated[Texts, PassageKind.ITEM]
    """What may go wrong."""
