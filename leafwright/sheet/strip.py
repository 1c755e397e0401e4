"""The contact strip: whom to phone, on page 1 of a sheet, so that nobody has to look for a number."""

from dataclasses import replace

from leafwright.blocks.contacts import ContactsView
from leafwright.sheet.sheet import ContactStrip, Sheet, SheetSection


def lift_numbers(sheet: Sheet) -> Sheet:
    """Move the numbers of the first contact card of a sheet into a strip, if its format has one.

    The card keeps the name and the addresses.
    """
    cards = (
        block for section in sheet.sections for block in section.blocks if isinstance(block, ContactsView)
    )
    card = next(cards, None)
    if card is None or not sheet.format.strip:
        return sheet
    urgent = tuple(line for line in card.phones if line.urgent)
    strip = ContactStrip(lines=tuple(line for line in card.phones if not line.urgent), urgent=urgent)
    sections = tuple(_without_numbers(section, card) for section in sheet.sections)
    return replace(sheet, strip=strip, sections=sections)


def _without_numbers(section: SheetSection, card: ContactsView) -> SheetSection:
    blocks = (replace(card, phones=()) if block is card else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))
