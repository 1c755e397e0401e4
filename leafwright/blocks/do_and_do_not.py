"""What to do, and beside it what not to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Record
from leafwright.problems import quoted
from leafwright.text import Text

MOST_ITEMS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One of the two lists, with its heading."""

    whole: ClassVar[bool] = True

    id: str
    name: Literal["do", "do-not"]
    heading: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoAndDoNotView(BlockView):
    """Both lists, each with its heading and its mark."""

    kind = "do-and-do-not"

    sides: tuple[SideView, SideView]

    def pieces(self) -> Mapping[str, str]:
        """Name the lists."""
        return {side.id: f"{quoted(side.heading.plain)} of '{self.id}'" for side in self.sides}


class Side(Record):
    """One of the two lists; without a `heading` it has the usual words, such as Do or Do not."""

    heading: Annotated[Text | None, PassageKind.HEADING] = None
    """The heading of the list, in place of the usual words."""
    items: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(min_length=1, max_length=MOST_ITEMS)]
    """What to do or not to do, at most 12 items."""


class DoAndDoNot(BlockRecord):
    """What to do, with a tick, and beside it what not to do, with a cross; at most 12 items each."""

    kind: Literal["do-and-do-not"]
    do: Side
    """What to do."""
    do_not: Side
    """What not to do."""

    def view(self, context: BlockContext) -> DoAndDoNotView:
        """Give each list its heading."""
        usual = context.words.phrases.do_and_do_not
        do = self._show("do", self.do, usual.do)
        return DoAndDoNotView(id=self.id, sides=(do, self._show("do-not", self.do_not, usual.do_not)))

    def _show(self, name: Literal["do", "do-not"], side: Side, usual: Text) -> SideView:
        return SideView(id=f"{self.id}-{name}", name=name, heading=side.heading or usual, items=side.items)
