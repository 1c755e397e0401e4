"""A card to cut out and fold: on its front who its holder is, on its back whom to ring."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.form import FieldRowView, FormField, show_rows
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import Key, Record, fault
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView(BlockView):
    """A card below what to do with it."""

    kind = "card"
    whole = True
    cut_out = True
    needs_width = True

    cut: Text
    front: CardFaceView
    back: CardFaceView

    def pieces(self) -> Mapping[str, str]:
        """Name the two sides."""
        rows = {row.id: f"a row of '{self.id}'" for row in self.front.rows}
        return {self.front.id: f"the front of '{self.id}'", self.back.id: f"the back of '{self.id}'"} | rows

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers on its back."""
        return self.back.numbers


class CardFront(Record):
    """The front of a card: a heading, and `text` or `rows` of fields, each a line or a few boxes to tick."""

    heading: Annotated[Text, PassageKind.NAME]
    text: Annotated[Text | None, PassageKind.PARAGRAPH] = None
    rows: Annotated[tuple[CardRow, ...], Field(max_length=4)] = ()

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
    """The back of a card: perhaps a heading and `signs`, and `lines`, the numbers of the clinic to ring."""

    heading: Annotated[Text | None, PassageKind.NAME] = None
    signs: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(max_length=6)] = ()
    lines: Annotated[tuple[Key, ...], Field(min_length=1, max_length=3)] = ("department",)


class WalletCard(BlockRecord):
    """A card of 85 by 55 mm to cut out and fold. Its section is last, on a leaf with an empty back.

    In large print the card is as wide as the text, because letters of that size do not fit a wallet.
    """

    kind: Literal["card"]
    front: CardFront
    back: CardBack

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        return self.back.lines

    def view(self, context: BlockContext) -> CardView:
        """Add what is done with the card, and the numbers."""
        front, back, name = self.front, self.back, f"{self.id}-front"
        return CardView(
            id=self.id,
            cut=context.words.phrases.card.cut,
            front=CardFaceView(
                id=name, heading=front.heading, text=front.text, rows=show_rows(front.rows, name, context)
            ),
            back=CardFaceView(
                id=f"{self.id}-back",
                heading=back.heading,
                signs=back.signs,
                numbers=context.phone_lines(back.lines, back),
            ),
        )
