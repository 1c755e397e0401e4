"""What the clinic decides for itself."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Key


class Decisions(BlockRecord):
    """What the clinic decides for itself; each slot must be answered in its clinic.yaml."""

    kind: Literal["decisions"]
    slots: Annotated[tuple[Key, ...], Field(min_length=1)]
