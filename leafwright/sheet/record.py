"""The parts a sheet is made of, as a template receives them: nothing in them is left to decide."""

from dataclasses import dataclass

from leafwright.model.phrases import Level
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SheetKey:
    """What a sheet is called: the five choices that make it."""

    clinic: str
    topic: str
    variant: str
    edition: str
    language: str

    @property
    def path(self) -> str:
        """The file of the sheet below output/, made of its choices so that staff can read it."""
        return f"{self.clinic}/{self._stem}.pdf"

    @property
    def thumbnail(self) -> str:
        """The small picture of its first page, below output/ and inside the clinic's folder."""
        return f"{self.clinic}/thumbnails/{self._stem}.webp"

    @property
    def _stem(self) -> str:
        return f"{self.topic}-{self.variant}-{self.edition}-{self.language}"

    def __str__(self) -> str:
        """Return the choices as one line."""
        return f"{self.clinic} {self.topic} {self.variant} {self.edition} {self.language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledLine:
    """A label and what it stands for; `address` makes it a link.

    Of a telephone number the `extension` is printed behind it, or in the next line.
    """

    label: Text
    text: Text
    address: str = ""
    extension: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSource:
    """One entry of the printed bibliography."""

    number: int
    text: Text
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A rectangle of figures in an icon array, in figures from the top."""

    x: int
    y: int
    width: int
    height: int
    affected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArray:
    """`n` of `of` figures, the affected ones first; the bands cover each figure exactly once."""

    id: str
    n: int
    of: int
    columns: int
    rows: int
    bands: tuple[Band, ...]
    alt: Text
    caption: Text
    group: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView:
    """A warning with the clinic's own numbers."""

    kind: str
    id: str
    level: Level
    label: Text
    heading: Text
    lead: Text | None
    signs: tuple[Text, ...]
    action: Text
    numbers: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A risk, said and drawn; every part comes from the one record."""

    kind: str
    id: str
    heading: Text
    statements: tuple[Text, ...]
    arrays: tuple[IconArray, ...]
    affected: Text | None
    spared: Text | None
    interpretation: Text | None
    facts: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An option's answer to a question."""

    option: Text
    text: Text
    figure: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A question and its answers in the order of the options."""

    id: str
    question: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An option's head."""

    name: Text
    definition: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """A comparison as a grid whose every cell is filled."""

    kind: str
    id: str
    options: tuple[OptionView, ...]
    rows: tuple[RowView, ...]
    matters: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A moment of the timeline with the clinic's decisions for it."""

    id: str
    when: Text
    items: tuple[Text, ...]
    decisions: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """What to do when; `mark` tells whose the decisions are, where there are any."""

    kind: str
    id: str
    events: tuple[EventView, ...]
    mark: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsView:
    """What the clinic decided, marked as its own."""

    kind: str
    id: str
    mark: Text
    lines: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsView:
    """The clinic's contact card."""

    kind: str
    id: str
    name: Text
    address: tuple[Text, ...]
    phones: tuple[LabelledLine, ...]
    lines: tuple[LabelledLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QRView:
    """A code as an SVG path on a grid of `size` modules, quiet zone included."""

    kind: str
    id: str
    label: Text
    address: str
    shown: Text
    size: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture and what it shows."""

    kind: str
    id: str
    source: str
    alt: str
    caption: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who hands the sheet out."""

    logo: str
    logo_alt: str
    clinic: Text
    department: Text
