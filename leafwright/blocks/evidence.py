"""How far a number can be trusted: its time frame, how sure it is, and where it comes from."""

from collections.abc import Iterator
from typing import Protocol

from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.model.phrases import Certainty
from leafwright.text import Citation, Text


class Evidence(Protocol):
    """A block that gives a number."""

    @property
    def time_frame(self) -> Text:
        """When or for how long it was counted."""

    @property
    def certainty(self) -> Certainty:
        """How sure it is."""

    @property
    def source(self) -> tuple[str, ...]:
        """The references it is from."""


def list_evidence(block: Evidence, context: BlockContext) -> Iterator[LabelledLine]:
    """Write what stands below a number; its references only where the clinic prints them."""
    phrases = context.words.phrases.risk
    yield LabelledLine(label=phrases.time_frame, text=block.time_frame)
    yield LabelledLine(label=phrases.certainty_label, text=phrases.certainty[block.certainty])
    if context.cited:
        yield LabelledLine(label=phrases.source, text=Text(spans=(Citation(keys=block.source),)))
