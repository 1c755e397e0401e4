"""A harm that no number is known of."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.text import Text


class UnknownRisk(BlockRecord):
    """A harm known from reports only, so that no number can be given."""

    kind: Literal["unknown-risk"]
    heading: Text
    text: Text
