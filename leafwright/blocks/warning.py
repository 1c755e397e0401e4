"""What to watch for and what to do then."""

from typing import Literal

from leafwright.blocks.block import BlockRecord
from leafwright.model.phrases import Level
from leafwright.text import Text


class Warning(BlockRecord):  # noqa: A001  # the field's own term
    """What to watch for and what to do, at one of three levels; the clinic's number is printed with it."""

    kind: Literal["warning"]
    level: Level
    heading: Text
    lead: Text | None = None
    signs: tuple[Text, ...] = ()
    action: Text
