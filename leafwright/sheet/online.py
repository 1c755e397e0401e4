"""The web page of a sheet: its address, and the code that leads to it."""

from dataclasses import replace

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
    """Add the address of its page to a sheet, and a code that leads there, unless one of its blocks is it.

    It is small on a page that has to be full, and below a short control in large print.
    """
    page, printed = page_address(inputs), inputs.format
    blocks = (block for section in sheet.sections for block in section.blocks)
    if not page or any(isinstance(block, QRView) and block.address == page for block in blocks):
        return replace(sheet, page=page)
    small = not inputs.beside and (
        printed.control == "briefest" or (printed.stacked and printed.control == "brief")
    )
    online = draw_code(ONLINE, page, sheet.phrases.control.online, small=small)
    return replace(sheet, page=page, online=online)
