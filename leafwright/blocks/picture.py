"""A picture beside the YAML file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import KnownName
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView(BlockView):
    """A picture and what it shows."""

    kind = "picture"
    whole = True

    source: str
    alt: str
    caption: Text | None


class Picture(BlockRecord):
    """A picture beside the YAML file, with what it shows in words for those who cannot see it."""

    kind: Literal["picture"]
    file: KnownName
    """The picture, a file beside this one: SVG, PNG or JPEG."""
    alt: Annotated[Text, PassageKind.ALT]
    """What the picture shows, for those who cannot see it."""
    caption: Annotated[Text | None, PassageKind.CAPTION] = None
    """The words below the picture."""

    def pictures(self) -> Iterable["Picture"]:
        """Go through the one picture."""
        return (self,)

    def view(self, context: BlockContext) -> PictureView:
        """Return the picture under the name that a page loads."""
        source = context.picture(self.file)
        return PictureView(id=self.id, source=source, alt=self.alt.plain, caption=self.caption)
