"""What every block has, and what may be asked of any; a kind that answers otherwise says so in its module."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import LeafletPart, Role
from leafwright.model.record import Key, Record, Silence
from leafwright.problems import Place
from leafwright.text import Text


class BlockTraits:
    """What a page asks of a block that it prints.

    Of a block that may be `continued` the next page says the heading and the lead again. In a bilingual sheet
    one to be printed `once` stands there in one language, and the source of one that `needs_width` stands
    below it rather than beside it.
    """

    role: ClassVar[Role] = "text"
    continued: ClassVar[bool] = False
    once: ClassVar[bool] = False
    needs_width: ClassVar[bool] = False

    @property
    def whole(self) -> bool:
        """Tell whether the block must lie on one page."""
        return False

    @property
    def unrolls(self) -> bool:
        """Tell whether its columns stand one below the other where a sheet has too little width for them.

        There it need not be whole.
        """
        return False

    def pieces(self) -> Mapping[str, str]:
        """Give the ids that parts of the block have on the page, and what messages call those parts."""
        return {}

    def continued_pieces(self) -> Mapping[str, Text]:
        """Give the parts that may be continued, by their ids, and what the next page says of each."""
        return {}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """List the heads of a table's columns, each with its name first; each page of it says them."""
        return ()

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers that must be read in the block, and nowhere else."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView(BlockTraits):
    """What is printed of a block, for the template of its `kind`: nothing in it is left to decide."""

    kind: ClassVar[str]

    id: str


class FiledPicture(Protocol):
    """A record with the name of a picture's file."""

    @property
    def file(self) -> str:
        """The name of the file."""

    def place_of(self, field: str) -> Place:
        """Return where a field is written."""


class BlockRecord(Record, BlockTraits):
    """A block as authors write it: it has an id for good, and perhaps rules that do not apply to it.

    `picture_width` is how wide its pictures are printed, in millimetres, where that is not what the sheet's
    format says.
    """

    picture_width: ClassVar[float | None] = None

    id: Key
    silence: tuple[Silence, ...] = ()
    kind: str

    def view(self, _context: BlockContext) -> "BlockView | BlockRecord":
        """Make what is printed of the block, whose words are spelled already; this is the block itself.

        Raises ContentError for what the clinic has not decided.
        """
        return self

    @property
    def column_count(self) -> int:
        """How many columns stand side by side."""
        return 1

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """What a leaflet has by having the block."""
        return ()

    def asked(self) -> Iterator[tuple[str, Place]]:
        """Go through the decisions that are left to the clinic, and where they are named."""
        return iter(())

    def pictures(self) -> Iterable[FiledPicture]:
        """Go through what prints a picture from a file beside its YAML file."""
        return ()

    def named_sources(self) -> Iterator[tuple[str, Place]]:
        """Go through the references in its field `source`, where it has one, and where each is written."""
        return self.placed("source") if "source" in type(self).model_fields else iter(())


PrintedBlock = BlockRecord | BlockView
"""A block as a sheet holds it."""
