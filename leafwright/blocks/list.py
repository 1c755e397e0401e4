"""A list whose order does not matter."""

from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Texts
from leafwright.text import Run, Text


class ListOf(BlockRecord):
    """A list whose order does not matter."""

    continued: ClassVar[bool] = True

    kind: Literal["list"]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    """The words before the list."""
    items: Annotated[Texts, PassageKind.ITEM]
    """The items, in any order."""

    @property
    def led(self) -> bool:
        """Whether each item begins in bold, so that its beginning is seen without a bullet."""
        return all(isinstance(first := item.spans[0], Run) and first.strong for item in self.items)
