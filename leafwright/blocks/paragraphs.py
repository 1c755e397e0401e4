"""Running text."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Prose


class Paragraphs(BlockRecord):
    """Running text; a blank line begins the next paragraph."""

    kind: Literal["paragraphs"]
    text: Prose
