"""Running text."""

from typing import Annotated, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Prose


class Paragraphs(BlockRecord):
    """Running text; a blank line begins the next paragraph."""

    kind: Literal["paragraphs"]
    text: Annotated[Prose, PassageKind.PARAGRAPH]
    """The text. A blank line begins the next paragraph."""
