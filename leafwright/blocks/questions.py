"""Questions worth asking, and lines to write more."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.text import Text


class Questions(BlockRecord):
    """Questions worth asking, and lines to write more."""

    continued: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.QUESTIONS,)

    kind: Literal["questions"]
    items: Annotated[tuple[Text, ...], PassageKind.QUESTION] = ()
    """Questions worth asking."""
    lines: Annotated[int, Field(ge=0, le=12)] = 4
    """How many lines there are for more questions."""

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        return self.lines > 0 or super().written_in

    def pieces(self) -> Mapping[str, str]:
        """Name the lines."""
        return {f"{self.id}-lines": f"the lines to write on of '{self.id}'"}
