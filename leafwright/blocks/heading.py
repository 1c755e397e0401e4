"""A heading inside a section."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.text import Text


class Heading(BlockRecord):
    """A heading inside a section."""

    kind: Literal["heading"]
    text: Text
