"""A harm known from reports only."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.text import Text


class UnknownRisk(BlockRecord):
    """A harm known from reports only, so that no number can be given."""

    whole: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.RISKS,)

    kind: Literal["unknown-risk"]
    heading: Annotated[Text, PassageKind.HEADING]
    text: Annotated[Text, PassageKind.PARAGRAPH]
