"""A card to cut out: who its holder is and whom to ring, on two sides that are folded or on one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.form import FieldRowView, FormField, show_rows
from leafwright.blocks.traits import PassageKind
from leafwright.model.names import LineKey
from leafwright.model.record import Record, fault
from leafwright.text import Text

FACE: Final = (85, 55)
"""How wide and how high a side of the folded card is, in millimetres: as large as a bank card."""
INSET: Final = 3
"""How far its words stay from the edges, in millimetres."""

CardRow = Annotated[tuple[FormField, ...], Field(min_length=1, max_length=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFaceView:
    """A side of the card: its head, and what is written on it or read there."""

    id: str
    heading: Text | None
    text: Text | None = None
    rows: tuple[FieldRowView, ...] = ()
    signs: tuple[Text, ...] = ()
    numbers: tuple[LabelledLine, ...] = ()
    urgent: tuple[LabelledLine, ...] = ()
    folded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView(BlockView):
    """A card below what to do with it; one without a back is beside a form, or the small print."""

    kind = "card"
    whole = True
    cut_out = True

    cut: Text
    front: CardFaceView
    back: CardFaceView | None

    @property
    def own_leaf(self) -> bool:
        """Whether it is folded; then it is too large for a page of text."""
        return self.back is not None

    @property
    def needs_width(self) -> bool:
        """Whether it is as wide as two sides."""
        return self.own_leaf

    def pieces(self) -> Mapping[str, str]:
        """Name its sides."""
        rows = {row.id: f"a row of '{self.id}'" for row in self.front.rows}
        back = {self.back.id: f"the back of '{self.id}'"} if self.back else {}
        return {self.front.id: f"the front of '{self.id}'"} | back | rows

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers on it."""
        sides = [side for side in (self.front, self.back) if side]
        return tuple(line for side in sides for line in (*side.urgent, *side.numbers))


class CardFront(Record):
    """The front of a card."""

    heading: Annotated[Text, PassageKind.NAME]
    """The heading of the front."""
    text: Annotated[Text | None, PassageKind.PARAGRAPH] = None
    """What the front says, in place of fields."""
    rows: Annotated[tuple[CardRow, ...], Field(max_length=4)] = ()
    """Rows of one or two fields to fill in."""
    lines: Annotated[tuple[LineKey, ...], Field(max_length=3)] = ()
    """The clinic's lines on a card without a back."""

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        if not (self.text or self.rows):
            raise fault("empty", "the front of the card says nothing", "write `text:` or `rows:`")
        for name in ("lines", "box", "circle", "signature"):
            if any(getattr(field, name) for row in self.rows for field in row):
                hint = "write a `label:`, perhaps with `choose:`; a card has no room for more"
                raise fault("bad-field", f"'{name}' does not fit on a card", hint, at="rows")
        return self


class CardBack(Record):
    """The back of a card."""

    heading: Annotated[Text | None, PassageKind.NAME] = None
    """The heading of the back."""
    signs: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(max_length=6)] = ()
    """What to look out for, at most six signs."""
    lines: Annotated[tuple[LineKey, ...], Field(min_length=1, max_length=3)] = ("department",)
    """The clinic's lines on the back."""


class WalletCard(BlockRecord):
    """A card of 85 by 55 mm to cut out. One with a `back` is folded; its section is last, on its own leaf.

    One without is beside the form before it, or the small print; in two languages it says everything twice.
    Where there is no room for that, on narrow paper, it is not cut out. In large print, a card with a back is
    as wide as the text, and for a bag; one without is folded between its words and its numbers, below the
    small print.
    """

    kind: Literal["card"]
    front: CardFront
    """The side with the name and the facts of its holder."""
    back: CardBack | None = None
    """The side with the numbers. With it the card is folded."""

    @model_validator(mode="after")
    def _check_lines(self) -> Self:
        if self.back and self.front.lines:
            hint = "move its `lines:` to the back, or take `back:` out"
            raise fault("bad-field", "the numbers of a folded card are on its back", hint, at="front")
        return self

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        return self.back.lines if self.back else self.front.lines

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        return bool(self.front.rows) or super().written_in

    def view(self, context: BlockContext) -> CardView:
        """Add what is done with the card, and the numbers."""
        words = context.words.phrases.card
        return CardView(
            id=self.id,
            cut=words.cut if self.back or context.folds_cards else words.keep,
            front=self._show_front(f"{self.id}-front", context),
            back=self._show_back(self.back, context) if self.back else None,
        )

    def _show_front(self, name: str, context: BlockContext) -> CardFaceView:
        front = self.front
        lines = context.phone_lines(front.lines, front, context.words.phrases.contact)
        shown = tuple(replace(line, note=None) for line in lines)  # a card has no room for hours
        return CardFaceView(
            id=name,
            heading=front.heading,
            text=front.text,
            rows=show_rows(front.rows, name, context),
            numbers=tuple(line for line in shown if not line.urgent),
            urgent=tuple(line for line in shown if line.urgent),
            folded=self.back is not None,
        )

    def _show_back(self, back: CardBack, context: BlockContext) -> CardFaceView:
        return CardFaceView(
            id=f"{self.id}-back",
            heading=back.heading,
            signs=back.signs,
            numbers=context.phone_lines(back.lines, back),
        )
