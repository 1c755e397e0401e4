"""The contact strip: whom to phone, on page 1 of a sheet, so that nobody has to look for a number."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from leafwright.blocks.appointment import AppointmentView
from leafwright.blocks.block import BlockView, PrintedBlock
from leafwright.blocks.contacts import ContactsView, fill_card
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.warning import EMERGENCY, WarningView
from leafwright.model.words import Words
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.sheet.sheet import STRIP, ContactStrip, Sheet, SheetSection
from leafwright.text import Text, phrase

_Number: TypeAlias = tuple[Text, Text | None]
"""A number to phone and its extension."""
_NUMBERED: Final = re.compile(r"(?<=\d) (?=\w)|(?<=\w) (?=\d)")
"""A space beside the number of a house, a suite or a postcode."""


def lift_numbers(sheet: Sheet, context: BlockContext) -> Sheet:
    """Put the numbers of the first contact card, or else the clinic's usual ones, into a strip.

    The name and the addresses go to the document control; if that is brief, they stay on the card. Below the
    panel of an emergency it only says what that does not. A sheet whose format has no strip stays as it is.
    """
    if not sheet.format.strip:
        return sheet
    blocks = [block for section in sheet.sections for block in section.blocks]
    card = next((block for block in blocks if isinstance(block, ContactsView)), None)
    panel = _warned(_panel_of(sheet))
    strip = _strip_of(card or fill_card(STRIP, context), panel, _warned(blocks if panel else ()))
    sheet = replace(sheet, strip=strip if strip.telephones() else None)
    if card is None or not sheet.strip:
        return sheet
    if sheet.format.control == "brief":
        return _with(sheet, card, (replace(card, phones=()),))
    control = (*_places(card, context.words), *sheet.control)
    return replace(_with(sheet, card, ()), control=control)


def leave_out_repeated_phone(sheet: Sheet) -> Sheet:
    """Leave the number to phone out of an appointment if a warning has it, larger.

    In one column the warning may be on a later page, so only one before the appointment counts.
    """
    blocks = [block for section in sheet.sections for block in section.blocks]
    for at, block in enumerate(blocks):
        if not (isinstance(block, AppointmentView) and block.phone):
            continue
        if _key_of(block.phone) in _warned(blocks[:at] if sheet.format.stacked else blocks):
            sheet = _with(sheet, block, (replace(block, phone=None),))
    return sheet


def _strip_of(card: ContactsView, panel: Collection[_Number], warned: Collection[_Number]) -> ContactStrip:
    """Divide the numbers, without those for emergencies that are in the panel above.

    Of those that are in a warning it does not say again when they are answered.
    """
    lines = (line for line in card.phones if not line.urgent)
    urgent = tuple(line for line in card.phones if line.urgent and _key_of(line) not in panel)
    brief = (replace(line, note=None, relay=None) if _key_of(line) in warned else line for line in lines)
    return ContactStrip(lines=tuple(brief), urgent=urgent, below=bool(panel))


def _panel_of(sheet: Sheet) -> tuple[PrintedBlock, ...]:
    """Return the panel of an emergency where such panels begin a sheet, on the page of its title."""
    first = sheet.flow[0] if sheet.flow and sheet.format.order != "as-written" else None
    block = first.blocks[0] if first and first.is_a_warning else None
    return (block,) if isinstance(block, WarningView) and block.level == EMERGENCY else ()


def _warned(blocks: Iterable[PrintedBlock]) -> frozenset[_Number]:
    """Return the numbers that are in a warning."""
    warnings = (block for block in blocks if isinstance(block, WarningView))
    return frozenset(_key_of(line) for warning in warnings for line in warning.numbers)


def _key_of(line: LabelledLine) -> _Number:
    return line.text, line.extension


def _with(sheet: Sheet, old: BlockView, instead: tuple[BlockView, ...]) -> Sheet:
    """Return a sheet with something instead of a block, without a section that would be empty."""
    sections = (_changed(section, old, instead) for section in sheet.sections)
    return replace(sheet, sections=tuple(section for section in sections if section.blocks))


def _changed(section: SheetSection, old: BlockView, instead: tuple[BlockView, ...]) -> SheetSection:
    blocks = (instead if block is old else (block,) for block in section.blocks)
    return replace(section, blocks=tuple(block for parts in blocks for block in parts))


def _places(card: ContactsView, words: Words) -> Iterator[LabelledLine]:
    """Write where a clinic is, and its addresses online."""
    # An address in Latin letters has commas of its own, or its parts would be set from right to left.
    address = _NUMBERED.sub(NO_BREAK, ", ".join(line.plain for line in card.address))
    place = f"{words.comma} ".join(filter(None, (card.name.plain, address)))
    yield LabelledLine(label=words.phrases.control.find_us, text=phrase(place))
    yield from card.lines
