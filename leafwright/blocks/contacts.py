"""The clinic's own contact card."""

from dataclasses import dataclass
from typing import Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.model.clinic import name_in
from leafwright.model.record import is_blank
from leafwright.phrasing.phrases import shown_address
from leafwright.text import Text, curl, phrase


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

    def view(self, context: BlockContext) -> ContactsView:
        """Fill in the card."""
        return fill_card(self.id, context)


def fill_card(name: str, context: BlockContext) -> ContactsView:
    """Make the contact card of a clinic, under an id."""
    words, clinic, phones = context.words.phrases.contact, context.clinic, context.clinic.phones
    web, mail = phrase(shown_address(clinic.web)), phrase(clinic.email)
    return ContactsView(
        id=name,
        name=curl(name_in(clinic.department, context.words.language)),
        address=tuple(map(curl, clinic.address)),
        phones=(
            context.phone_line(words.department, phones.department),
            context.phone_line(words.out_of_hours, phones.out_of_hours),
            context.phone_line(words.emergency, phones.emergency),
        ),
        lines=(
            LabelledLine(label=words.email, text=mail, address=_link_to(clinic.email, "mailto:")),
            LabelledLine(label=words.web, text=web, address=_link_to(clinic.web)),
        ),
    )


def _link_to(value: str, scheme: str = "") -> str:
    """Return the address of a link; empty for a placeholder in square brackets."""
    return "" if is_blank(value) else f"{scheme}{value}"
