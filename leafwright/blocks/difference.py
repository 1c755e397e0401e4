"""A difference between averages."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import PassageKind
from leafwright.model.phrases import Certainty
from leafwright.model.record import Key
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView(BlockView):
    """A difference in words, never in figures."""

    kind = "difference"
    whole = True
    noted = True

    heading: Text
    finding: Text
    scale: LabelledLine
    facts: tuple[LabelledLine, ...]


class Difference(BlockRecord):
    """A difference between averages; never an icon array, because it counts no people."""

    kind: Literal["difference"]
    heading: Annotated[Text, PassageKind.HEADING]
    finding: Annotated[Text, PassageKind.PARAGRAPH]
    scale: Annotated[Text, PassageKind.MEANING]
    time_frame: Annotated[Text, PassageKind.FACT]
    certainty: Certainty
    source: Annotated[tuple[Key, ...], Field(min_length=1)]

    def view(self, context: BlockContext) -> DifferenceView:
        """Label the scale, and list how far the difference can be trusted."""
        return DifferenceView(
            id=self.id,
            heading=self.heading,
            finding=self.finding,
            scale=LabelledLine(label=context.words.phrases.risk.scale, text=self.scale),
            facts=context.list_evidence(self.time_frame, self.certainty, self.source),
        )
