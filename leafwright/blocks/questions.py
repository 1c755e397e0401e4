"""Questions worth asking."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.text import Text


class Questions(BlockRecord):
    """Questions worth asking, and lines to write one's own."""

    kind: Literal["questions"]
    items: tuple[Text, ...] = ()
    lines: Annotated[int, Field(ge=0, le=12)] = 4
