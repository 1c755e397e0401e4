"""The clinic's own contact card."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.model.localised import name_in
from leafwright.model.names import LineKeys
from leafwright.model.record import is_blank
from leafwright.phrasing.phrases import shown_address
from leafwright.phrasing.spacing import quote
from leafwright.text import Text, phrase

LINES: Final = ("department", "out-of-hours", "emergency")
"""The lines that a card prints if it names none, as far as the clinic has them.

Where it has none for its department, all lines with names of their own take that place.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsView(BlockView):
    """The clinic's contact card."""

    kind = "contacts"
    role = "contact"
    whole = True

    name: Text
    address: tuple[Text, ...]
    phones: tuple[LabelledLine, ...]
    lines: tuple[LabelledLine, ...]

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List all numbers of the card."""
        return self.phones


class Contacts(BlockRecord):
    """The clinic's own contact card."""

    kind: Literal["contacts"]
    lines: Annotated[LineKeys, Field(min_length=1)] | None = None
    """The clinic's lines that the card prints, in this order, in place of the usual ones.

    Example: [department, helpline]
    """

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        return LINES if self.lines is None else self.lines

    def view(self, context: BlockContext) -> ContactsView:
        """Fill in the card."""
        return fill_card(self.id, context, self)


def fill_card(name: str, context: BlockContext, block: Contacts | None = None) -> ContactsView:
    """Make the contact card of a clinic, under an id; `block` may name its lines."""
    clinic, language = context.clinic, context.words.language
    usual = (*clinic.phones.by_day, *LINES[1:])
    whose = name_in(clinic.department, language) if clinic.department else clinic.name
    keys = block.lines if block and block.lines else context.usual_lines(usual, block)
    return ContactsView(
        id=name,
        name=quote(whose, context.words),
        address=tuple(quote(line, context.words) for line in clinic.address),
        phones=context.phone_lines(keys, block, context.words.phrases.contact),
        lines=tuple(_addresses(context)),
    )


def _addresses(context: BlockContext) -> Iterator[LabelledLine]:
    words, clinic = context.words.phrases.contact, context.clinic
    if clinic.email:
        yield LabelledLine(
            label=words.email, text=phrase(clinic.email), address=_link_to(clinic.email, "mailto:")
        )
    if clinic.web:
        shown = phrase(shown_address(clinic.web))
        yield LabelledLine(label=words.web, text=shown, address=_link_to(clinic.web))


def _link_to(value: str, scheme: str = "") -> str:
    """Return the address of a link; empty for a placeholder in square brackets."""
    return "" if is_blank(value) else f"{scheme}{value}"
