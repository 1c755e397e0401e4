"""The one thing to remember."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.text import Text


class KeyMessage(BlockRecord):
    """The one thing to remember of a section."""

    kind: Literal["key-message"]
    text: Text
