"""What all blocks share: their defaults, which a kind overrides in its own module."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import CountedEvent, LeafletPart, Role
from leafwright.model.record import Key, Record, Silence
from leafwright.model.walk import texts_of
from leafwright.problems import Place
from leafwright.text import Blank, Text


class BlockTraits:
    """How a page prints a block.

    If a `continued` block breaks, the next page repeats its heading and lead. A bilingual sheet prints a
    block `once` in one language only, and the source of one that `needs_width` below it instead of beside it.
    A `noted` one begins below its heading, because its notes are where that would be.
    Where headings are beside the text, one that is `wide` goes below them, over the whole page. The other
    side of a page has a hole where something is `cut_out`; what has its `own_leaf` is the last thing of a
    sheet, on a page whose back is empty. What is `expendable` may be cut away.
    """

    role: ClassVar[Role] = "text"
    continued: ClassVar[bool] = False
    once: ClassVar[bool] = False
    cut_out: ClassVar[bool] = False
    noted: ClassVar[bool] = False

    @property
    def wide(self) -> bool:
        """Whether the block takes the whole width of the page."""
        return self.needs_width

    @property
    def needs_width(self) -> bool:
        """Whether half of the width is too little for the block."""
        return False

    @property
    def own_leaf(self) -> bool:
        """Whether the block is on a page whose back is empty."""
        return False

    @property
    def expendable(self) -> bool:
        """Whether the other side of the block may be cut out."""
        return False

    @property
    def whole(self) -> bool:
        """Whether the block must be on one page."""
        return False

    @property
    def unrolls(self) -> bool:
        """Whether it is one long column on a narrow sheet and in two languages; then it need not be whole."""
        return False

    def pieces(self) -> Mapping[str, str]:
        """Return the ids of parts of the block, and what messages call those parts."""
        return {}

    def continued_pieces(self) -> Mapping[str, Text]:
        """Return the parts that may continue on the next page, by id, and what it repeats for each."""
        return {}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """List the column heads of a table, each after its name; every page of the table repeats them."""
        return ()

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that the block asks for."""
        return ()

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers that must be printed in the block, and nowhere else."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView(BlockTraits):
    """What is printed of a block, for the template of its `kind`, with everything decided."""

    kind: ClassVar[str]

    id: str


class FiledPicture(Protocol):
    """A record with the name of a picture's file."""

    @property
    def file(self) -> str:
        """The name of the file."""

    def place_of(self, field: str) -> Place:
        """Return the place of a field in the file."""


class BlockRecord(Record, BlockTraits):
    """A block as authors write it, with an id that never changes, and perhaps rules that do not apply to it.

    `picture_width` is how wide its pictures are printed, in millimetres, if not as the sheet's format says.
    """

    picture_width: ClassVar[float | None] = None

    id: Key
    """A name of its own for the block. It never changes, because translations know it too."""
    silence: tuple[Silence, ...] = ()
    """Rules that do not apply in this block."""
    kind: str
    """Which kind of block it is."""

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        return any(isinstance(span, Blank) for text in texts_of(self) for span in text.spans)

    def view(self, _context: BlockContext) -> "BlockView | BlockRecord":
        """Make what is printed of the block, whose words are already spelled; by default the block itself.

        Raises ContentError for what the clinic has not decided.
        """
        return self

    def is_printed(self, _context: BlockContext) -> bool:
        """Return whether a sheet prints the block."""
        return True

    @property
    def column_count(self) -> int:
        """How many columns are side by side."""
        return 1

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """List the parts of a leaflet that the block provides."""
        return ()

    def counted(self) -> Iterable[CountedEvent]:
        """Go through what the block says happens to how many people, in numbers of their own fields."""
        return ()

    def named_decisions(self) -> Iterator[tuple[str, Place]]:
        """Go through the decisions that are left to the clinic, each with its place."""
        return iter(())

    def pictures(self) -> Iterable[FiledPicture]:
        """Go through the records that print a picture from a file beside the YAML file."""
        return ()

    def named_sources(self) -> Iterator[tuple[str, Place]]:
        """Go through the references in its field `source`, if it has one, each with its place."""
        return self.placed("source") if "source" in type(self).model_fields else iter(())


PrintedBlock = BlockRecord | BlockView
"""A block as a sheet contains it."""
