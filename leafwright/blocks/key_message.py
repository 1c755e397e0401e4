"""The one thing to remember from a section."""

from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.text import Text


class KeyMessage(BlockRecord):
    """The one thing to remember from a section."""

    whole: ClassVar[bool] = True

    kind: Literal["key-message"]
    text: Annotated[Text, PassageKind.MESSAGE]
    """The message, in a sentence."""
