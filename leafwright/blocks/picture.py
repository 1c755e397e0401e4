"""A picture with its description."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import KnownName
from leafwright.text import Text


class Picture(BlockRecord):
    """A picture beside the YAML file, with what it shows in words for those who cannot see it."""

    kind: Literal["picture"]
    file: KnownName
    alt: Text
    caption: Text | None = None
