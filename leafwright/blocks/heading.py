"""A heading inside a section."""

from typing import Annotated, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.text import Text


class Heading(BlockRecord):
    """A heading inside a section."""

    kind: Literal["heading"]
    text: Annotated[Text, PassageKind.HEADING]
    """The words of the heading."""
