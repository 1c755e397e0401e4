"""The clinic's own decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.model.record import Key
from leafwright.problems import Place
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsView(BlockView):
    """The clinic's decisions, marked as its own; what the mark means is said where there are several."""

    kind = "decisions"
    continued = True

    mark: Text | None
    lines: tuple[LabelledLine, ...]


class Decisions(BlockRecord):
    """The clinic's own decisions; each slot must be answered in its clinic.yaml."""

    kind: Literal["decisions"]
    slots: Annotated[tuple[Key, ...], Field(min_length=1)]
    """What each clinic answers for itself, by the keys below `decisions:` in its clinic.yaml."""

    def view(self, context: BlockContext) -> DecisionsView:
        """Look up the answers."""
        answers = context.decide(self.slots, self.place)
        lines = tuple(answers[slot] for slot in self.slots)
        return DecisionsView(id=self.id, mark=context.mark if len(lines) > 1 else None, lines=lines)

    def named_decisions(self) -> Iterator[tuple[str, Place]]:
        """Go through the slots."""
        return self.placed("slots")
