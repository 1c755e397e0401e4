"""A difference between averages."""

from dataclasses import dataclass
from typing import Annotated, Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import PassageKind
from leafwright.model.block_phrases import Certainty
from leafwright.model.names import Sources
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
    """The heading of the block."""
    finding: Annotated[Text, PassageKind.PARAGRAPH]
    """What was found, in a sentence."""
    scale: Annotated[Text, PassageKind.MEANING]
    """What the numbers mean, so that a reader can judge the difference."""
    time_frame: Annotated[Text, PassageKind.FACT]
    """When it was measured."""
    certainty: Certainty
    """How sure research is."""
    source: Sources
    """The references that the number comes from, by their ids."""

    def view(self, context: BlockContext) -> DifferenceView:
        """Label the scale, and list how far the difference can be trusted."""
        return DifferenceView(
            id=self.id,
            heading=self.heading,
            finding=self.finding,
            scale=LabelledLine(label=context.words.phrases.risk.scale, text=self.scale),
            facts=context.list_evidence(self.time_frame, self.certainty, self.source),
        )
