"""The contact strip: whom to phone, on page 1 of a sheet, so that nobody has to look for a number."""

from dataclasses import replace

from leafwright.blocks.contacts import ContactsView, fill_card
from leafwright.blocks.context import BlockContext
from leafwright.sheet.sheet import STRIP, ContactStrip, Sheet, SheetSection


def lift_numbers(sheet: Sheet, context: BlockContext) -> Sheet:
    """Put the numbers of the first contact card, or else the clinic's usual ones, into a strip.

    The card keeps the name and the addresses. A sheet whose format has no strip stays as it is.
    """
    if not sheet.format.strip:
        return sheet
    blocks = (block for section in sheet.sections for block in section.blocks)
    card = next((block for block in blocks if isinstance(block, ContactsView)), None)
    strip = _strip_of(card or fill_card(STRIP, context))
    sections = tuple(_without_numbers(section, card) for section in sheet.sections)
    return replace(sheet, strip=strip if strip.telephones() else None, sections=sections)


def _strip_of(card: ContactsView) -> ContactStrip:
    urgent = tuple(line for line in card.phones if line.urgent)
    return ContactStrip(lines=tuple(line for line in card.phones if not line.urgent), urgent=urgent)


def _without_numbers(section: SheetSection, card: ContactsView | None) -> SheetSection:
    blocks = (
        replace(block, phones=()) if isinstance(block, ContactsView) and block is card else block
        for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))
