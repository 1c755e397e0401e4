"""How one sheet is printed: its paper, margins, sizes of type, and the pages it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.flavours import FLAVOURS, FORM, Flavour
from leafwright.model.prints import Paper, PdfForm
from leafwright.model.record import Record, fault
from leafwright.phrasing.balance import letters_in
from leafwright.problems import Place

HalfPaper = Literal["A5", "Half-Letter"]
EditionPaper = Literal["A4", "A5", "Letter", "Legal", "Half-Letter"]
Order = Literal["as-written", "emergencies-first", "warnings-first"]
Control = Literal["full", "brief", "briefest"]

WIDTHS: Final = {"A4": 210.0, "A5": 148.0, "Letter": 215.9, "Legal": 215.9, "Half-Letter": 139.7}
"""How wide each paper is, in millimetres."""
HEIGHTS: Final = {"A4": 297.0, "A5": 210.0, "Letter": 279.4, "Legal": 355.6, "Half-Letter": 215.9}
"""How high it is."""
HALVED: Final[Mapping[EditionPaper, Paper]] = {"A5": "A4", "Half-Letter": "Letter"}
"""The papers that are half of another one, and that."""
HALF_OF: Final[Mapping[Paper, HalfPaper]] = {"A4": "A5", "Letter": "Half-Letter", "Legal": "Half-Letter"}
"""The pages of a booklet, by the clinic's paper; Letter folds to a handier one than Legal."""
WALLET: Final = 12.0
"""The largest text of a card that fits a wallet, in points."""
TWO_CARDS: Final = 170.0
"""How wide two sides of a card for a wallet are, in millimetres."""
PICTURE: Final = 60.0
"""How wide a picture is printed if it does not take the whole width, in millimetres."""
DRAWN: Final = 9.6
"""How large the letters in a picture of that width usually are, in points."""
TITLE: Final = 18.0
"""How much larger than running text a title is at most, in points."""
MESSAGE: Final = 2.0
"""How much larger than running text the message at a glance is at most, in points."""
FRAMED: Final = 12.0
"""How much of the width its box takes, in millimetres."""
LEAF: Final = 4
"""How many pages a folded sheet of paper has."""
WIDEST_PICTURE: Final = 120.0
"""How wide a picture is printed at most, in millimetres."""
NOWHERE: Final = Place(file="-")
"""The place of what no file says."""
SPACES: Final = (1.0, 0.84, 0.68, 0.6)
"""The shares of the space that are tried, from the loosest to the tightest."""
LEADINGS: Final = (1.0, 0.94)
"""The shares of the height of a line that are tried before the space: 17 and 16 points."""

Points = Annotated[float, Field(ge=1, le=100, allow_inf_nan=False)]
Millimetres = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0.3, le=2, allow_inf_nan=False)]
Shares = Annotated[tuple[Share, ...], Field(min_length=1)]


class Margins(Record):
    """The margins of a page, in millimetres."""

    side: Millimetres = 18
    """The margins at the sides, in millimetres."""
    first: Millimetres = 8
    """The space above the text of the first page, in millimetres."""
    head: Millimetres = 15
    """The margin at the head of the other pages, in millimetres."""
    foot: Millimetres = 18
    """The margin at the foot, in millimetres."""
    inner: Millimetres | None = None
    """The margin beside the fold, in millimetres, where pages face each other. Example: 18"""

    @property
    def both(self) -> float:
        """The margins beside the text together."""
        return self.side + (self.side if self.inner is None else self.inner)


class TypeSizes(Record):
    """How large text is, in points."""

    body: Points = 12
    """The size of running text, in points."""
    least: Points = 12
    """The smallest size that running text may become to make a sheet fit, in points."""
    smallest: Points = 9
    """Nothing on the page is smaller than this, in points."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if not self.smallest <= self.least <= self.body:
            message = f"{self.smallest:g}, {self.least:g} and {self.body:g} points are in no order"
            raise fault("bad-sizes", message, "smallest may be at most least, and least at most body")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a sheet may take: how many pages, and the share to which its type may be reduced.

    `place` is where `pages` is set; a handout may have it `raised` for a sheet, which is only a name there if
    it is `listed`. `spaces` and `leadings` are the shares of its space and of the height of its lines that
    are tried, from the loosest to the tightest. Pages for notes bring all pages to a `multiple`.
    """

    pages: int | None = None
    place: Place = NOWHERE
    raised: bool = False
    listed: bool = False
    least_type: float = 1.0
    spaces: tuple[float, ...] = SPACES
    leadings: tuple[float, ...] = LEADINGS
    multiple: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How one sheet is printed: its variant and its edition, settled for a paper.

    Lengths are in millimetres, sizes of type in points. A sheet is rendered by the first of its `templates`
    that there is. Its paper is turned for a block of `landscape_from` columns or more. An `untested` one says
    that readers have not tested it, one for `emergencies` must print the emergency number. An `imposed` one
    is a booklet, with a second file to print. A `fillable` one is a form. One of `samples` shows colours that
    nobody could read.
    """

    templates: tuple[str, ...]
    layout: str
    scale: str
    whole: bool
    strip: bool
    order: Order
    control: Control
    stacked: bool
    paper: EditionPaper
    margins: Margins
    type: TypeSizes
    limit: Limit
    logo: float
    full_width: bool
    landscape_from: int | None = None
    landscape: bool = False
    untested: bool = False
    emergencies: bool = False
    imposed: bool = False
    fillable: bool = False
    samples: bool = False
    pdf: PdfForm = "a-3a"

    @property
    def flavour(self) -> Flavour:
        """Which flavour of PDF it is."""
        return FORM if self.fillable else FLAVOURS[self.pdf]

    @property
    def page_size(self) -> str:
        """The paper as CSS writes it, which has no name for half a Letter."""
        return "5.5in 8.5in" if self.paper == "Half-Letter" else self.paper

    @property
    def sheet_paper(self) -> EditionPaper:
        """The paper in the printer: for a booklet, that of two of its pages."""
        return HALVED[self.paper] if self.imposed else self.paper

    @property
    def facing(self) -> bool:
        """Whether left and right pages differ, because they are bound."""
        return self.margins.inner is not None

    @property
    def narrow(self) -> bool:
        """Whether there is too little width for columns of numbers."""
        return self.stacked or self.paper in HALVED

    @property
    def wallet(self) -> bool:
        """Whether its text is small enough for a card that fits a wallet."""
        return self.type.smallest <= WALLET

    @property
    def folds_cards(self) -> bool:
        """Whether letters are too large for one side of a card, so that it is folded across the page."""
        return not self.wallet and self.measure >= TWO_CARDS

    @property
    def height(self) -> float:
        """How high an upright page is."""
        return HEIGHTS[self.paper]

    @property
    def measure(self) -> float:
        """How wide the text is between the margins of an upright page."""
        return WIDTHS[self.paper] - self.margins.both

    @property
    def letters_of_title(self) -> int:
        """How many letters of a title a line across the page holds, at least."""
        return 0 if self.landscape else letters_in(self.measure, self.type.body + TITLE)

    @property
    def letters_of_message(self) -> int:
        """How many letters of the message at a glance a line across the page holds, at least."""
        return 0 if self.landscape else letters_in(self.measure - FRAMED, self.type.body + MESSAGE)

    @property
    def picture(self) -> float:
        """How wide a picture is printed."""
        if self.full_width:
            return min(self.measure, WIDEST_PICTURE)
        return PICTURE * max(1, self.type.smallest / DRAWN)

    def turned_for(self, columns: int) -> Self:
        """Turn the paper if so many columns need its longer side; a picture keeps its width."""
        if self.imposed or self.landscape_from is None or columns < self.landscape_from:
            return self
        return replace(self, landscape=True, full_width=False)
