"""A difference between averages."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.model.phrases import Certainty
from leafwright.model.record import Key
from leafwright.text import Text


class Difference(BlockRecord):
    """A difference between averages; never an icon array, for no person is counted by it."""

    kind: Literal["difference"]
    heading: Text
    finding: Text
    scale: Text
    time_frame: Text
    certainty: Certainty
    source: Annotated[tuple[Key, ...], Field(min_length=1)]
