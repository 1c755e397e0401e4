"""The clinic's own contact card."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.model.localised import name_in
from leafwright.model.record import Keys, Record, is_blank
from leafwright.phrasing.phrases import shown_address
from leafwright.text import Text, curl, phrase

LINES: Final = ("department", "out-of-hours", "emergency")
"""The lines of a clinic that a card prints, if it names none."""


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
    """The clinic's own contact card.

    `lines` names the lines of the clinic that it prints, by their keys in its `phones:`, in this order.
    """

    kind: Literal["contacts"]
    lines: Annotated[Keys, Field(min_length=1)] = LINES

    def view(self, context: BlockContext) -> ContactsView:
        """Fill in the card."""
        return fill_card(self.id, context, self.lines, self)


def fill_card(
    name: str, context: BlockContext, keys: tuple[str, ...] = LINES, block: Record | None = None
) -> ContactsView:
    """Make the contact card of a clinic, under an id; `block` is the record that names its lines."""
    words, clinic = context.words.phrases.contact, context.clinic
    web, mail = phrase(shown_address(clinic.web)), phrase(clinic.email)
    return ContactsView(
        id=name,
        name=curl(name_in(clinic.department, context.words.language)),
        address=tuple(map(curl, clinic.address)),
        phones=context.phone_lines(keys, block, words),
        lines=(
            LabelledLine(label=words.email, text=mail, address=_link_to(clinic.email, "mailto:")),
            LabelledLine(label=words.web, text=web, address=_link_to(clinic.web)),
        ),
    )


def _link_to(value: str, scheme: str = "") -> str:
    """Return the address of a link; empty for a placeholder in square brackets."""
    return "" if is_blank(value) else f"{scheme}{value}"
