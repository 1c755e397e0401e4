"""A harm that is known only from reports."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.text import Text


class UnknownRisk(BlockRecord):
    """A harm that is known only from reports, so that no number can be given."""

    whole: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.RISKS,)

    kind: Literal["unknown-risk"]
    heading: Annotated[Text, PassageKind.HEADING]
    """The heading of the block."""
    text: Annotated[Text, PassageKind.PARAGRAPH]
    """What is known about the harm, without a number."""
