"""A whole sheet: everything that one PDF prints, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap
from typing import ClassVar, Final

from leafwright.blocks.block import BlockTraits, PrintedBlock
from leafwright.blocks.context import LabelledLine
from leafwright.blocks.qr import QRView
from leafwright.blocks.traits import Role
from leafwright.blocks.warning import EMERGENCY, WarningView
from leafwright.handout import Glance
from leafwright.model.phrases import Phrases
from leafwright.page_format import HALVED, Format
from leafwright.problems import Place
from leafwright.sheet.brand_theme import Theme
from leafwright.sheet.key import SheetKey
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSource:
    """One entry of the printed bibliography."""

    number: int
    text: Text
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPartner:
    """The logo of a partner: its file, its words, its size and the space around it, in millimetres.

    In a masthead it may need a white `plate`.
    """

    file: str
    alt: str
    width: float
    height: float
    clear: float
    plate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who hands out the sheet, in the `order` in which it is printed.

    A logo that could not be seen is on a white `plate`. Those of `partners` take `partners_size` mm together.
    """

    whole: ClassVar[bool] = True

    logo: str
    logo_alt: str
    plate: bool
    clinic: Text
    department: Text | None
    order: tuple[str, ...] = ()
    partners: tuple[PrintedPartner, ...] = ()
    partners_size: float = 0.0


ONLINE: Final = "sheet-online"
"""The id of the code that leads to the sheet online."""


LONG: Final = 160
"""How many letters of sources are not higher than a card, with the rest of the small print."""
MOST_BEFORE_NUMBERS: Final = 540
"""How many letters on the front of a large-print sheet leave room for the contact strip below them."""
SIDE_HEAD: Final = 15
"""How many letters of a heading a line beside the text holds, by the widest family."""


def _is_calm(block: PrintedBlock) -> bool:
    return isinstance(block, WarningView) and block.level != EMERGENCY


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A section with its blocks, each ready to print."""

    id: str
    heading: Text
    blocks: tuple[PrintedBlock, ...]

    def is_for(self, *roles: Role) -> bool:
        """Return whether all blocks of the section have one of some roles."""
        return all(block.role in roles for block in self.blocks)

    @property
    def is_a_warning(self) -> bool:
        """Whether it is one warning over the whole width, whose bar then has its heading."""
        return len(self.blocks) == 1 and isinstance(self.blocks[0], WarningView) and self.blocks[0].wide

    @property
    def head_lines(self) -> int:
        """The most lines that the heading takes beside the text."""
        return len(wrap(self.heading.plain, SIDE_HEAD))

    @property
    def levels(self) -> tuple[tuple[PrintedBlock, ...], ...]:
        """The warnings of the section in rows: two calm ones beside each other, an emergency alone."""
        rows: list[tuple[PrintedBlock, ...]] = []
        for block in self.blocks:
            if rows and len(rows[-1]) == 1 and _is_calm(rows[-1][0]) and _is_calm(block):
                rows[-1] += (block,)
            else:
                rows.append((block,))
        return tuple(rows)

    @property
    def is_cut_out(self) -> bool:
        """Whether something in the section is cut out and folded; then it comes last, on its own leaf."""
        return any(block.own_leaf for block in self.blocks)

    @property
    def is_form(self) -> bool:
        """Whether it is only filled in."""
        return all(block.kind == "fields" for block in self.blocks)

    @property
    def is_kept(self) -> bool:
        """Whether it has a card to keep, beside the small print."""
        return not self.is_cut_out and any(block.cut_out for block in self.blocks)


STRIP: Final = "sheet-strip"
"""The id of the contact strip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactStrip(BlockTraits):
    """The numbers of a clinic on page 1; those for emergencies come last, or in a panel it is `below`."""

    whole = True

    lines: tuple[LabelledLine, ...]
    urgent: tuple[LabelledLine, ...]
    below: bool = False

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List all numbers of the strip."""
        return (*self.lines, *self.urgent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The words at the foot of each page; its `status` is short, and the sheet's own language is `heard`."""

    code: Text
    clinic: Text
    status: Text
    heard: str
    page: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """What a translated sheet says beside its title: the source's title, and a stamp if it is outdated."""

    title: Text
    stamp: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that one PDF prints, in reading order; `beside` is the source in a bilingual edition.

    That source is `paired`. `page` is the address of its web page, if its clinic says where that is.
    """

    key: SheetKey
    direction: str
    format: Format
    theme: Theme
    masthead: Masthead
    kicker: Text
    status: Text
    edition_name: Text
    translated: Translated | None
    title: Text
    summary: Text
    mark: Text | None
    audience: Text | None
    glance: Glance | None
    strip: ContactStrip | None = None
    sections: tuple[SheetSection, ...]
    sources: tuple[PrintedSource, ...] = ()
    sources_note: Text | None = None
    control: tuple[LabelledLine, ...]
    page: str = ""
    online: QRView | None = None
    partners: tuple[PrintedPartner, ...] = ()
    disclaimer: Text
    foot: Foot
    phrases: Phrases
    keywords: tuple[str, ...]
    issued: date
    places: Mapping[str, Place] = field(repr=False)
    beside: "Sheet | None" = None
    paired: bool = False

    @property
    def flow(self) -> tuple[SheetSection, ...]:
        """The sections before the closing part."""
        return tuple(one for one in self.sections if one not in (*self.kept, *self.filled_in, *self.cut_out))

    @property
    def kept(self) -> tuple[SheetSection, ...]:
        """The sections with a card beside the small print, or below it on a leaf where the card is folded."""
        placed = self.format.folds_cards or not self.unrolled
        return tuple(part for part in self.sections if placed and part.is_kept and part not in self.filled_in)

    @property
    def leaves_room(self) -> bool:
        """Whether the page before the closing part is empty behind the card that is below that."""
        return self.format.folds_cards and bool(self.kept)

    @property
    def filled_in(self) -> tuple[SheetSection, ...]:
        """A form and the card after it, which are beside each other where there is room for both."""
        following = () if self.format.narrow else zip(self.sections, self.sections[1:], strict=False)
        return next((pair for pair in following if pair[0].is_form and pair[1].is_kept), ())

    @property
    def has_long_sources(self) -> bool:
        """Whether the sources would be higher than a card beside them."""
        return sum(len(source.text.plain) for source in self.sources) > LONG

    @property
    def cut_out(self) -> tuple[SheetSection, ...]:
        """The sections after it, each on its own leaf."""
        return tuple(section for section in self.sections if section.is_cut_out)

    @property
    def numbers_first(self) -> bool:
        """Whether whom to phone comes before what to know at a glance, as both might not fit on page 1."""
        glance = (self.glance.message, *self.glance.points) if self.glance else ()
        letters = sum(len(text.plain) for text in (self.summary, self.audience, *glance) if text)
        return self.format.paper in HALVED or (self.format.stacked and letters > MOST_BEFORE_NUMBERS)

    @property
    def unrolled(self) -> bool:
        """Whether the page is too narrow for columns, so that they are printed one below the other."""
        return self.format.narrow or self.paired or self.beside is not None
