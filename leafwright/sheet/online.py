"""The web page of a sheet: its address, and the code that leads to it."""

from dataclasses import replace

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.qr import LONGEST, QRView, draw_code
from leafwright.model.online import address_in
from leafwright.problems import refusal_at
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import ONLINE, Sheet


def page_address(inputs: SheetInputs) -> str:
    """Return the address of the page of a sheet; empty if its clinic does not say where it is.

    Raises ContentError for an address that is too long for a code.
    """
    clinic, key = inputs.folder.clinic, inputs.key
    page = key.product(".html", beside=inputs.beside is not None)
    names = {"topic": key.topic, "variant": key.variant, "language": key.language}
    address = address_in(clinic.web_base, page, **names)
    if len(address) > LONGEST:
        message = f"the address of this sheet has {len(address)} signs"
        hint = f"at most {LONGEST}, or its code would be too fine for paper"
        raise refusal_at(clinic.place_of("web_base"), "bad-value", message, hint)
    return address


def with_page(sheet: Sheet, inputs: SheetInputs) -> Sheet:
    """Add the address of its page to a sheet, and a code that leads there.

    It has no code at its end if one of its blocks is that code, or if there is no room.
    """
    page = page_address(inputs)
    blocks = tuple(block for section in sheet.sections for block in section.blocks)
    shown = any(isinstance(block, QRView) and block.address == page for block in blocks)
    if not page or shown or not _has_room(inputs, blocks):
        return replace(sheet, page=page)
    small = inputs.format.control == "briefest"
    return replace(
        sheet, page=page, online=draw_code(ONLINE, page, sheet.phrases.control.online, small=small)
    )


def _has_room(inputs: SheetInputs, blocks: tuple[PrintedBlock, ...]) -> bool:
    """Return whether a code fits at the end of a sheet.

    A short control has none in large print or in two languages, or with a card beside it.
    """
    printed = inputs.format
    narrow = printed.stacked or inputs.beside is not None or any(block.cut_out for block in blocks)
    return printed.control != "brief" or not narrow
