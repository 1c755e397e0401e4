"""A sheet does not say whom to phone."""

from collections.abc import Sequence
from typing import Final

from leafwright.blocks.contacts import Contacts
from leafwright.blocks.kinds import Block
from leafwright.blocks.questionnaire import Questionnaire
from leafwright.blocks.warning import EMERGENCY, LINES, WarningBlock
from leafwright.blocks.zones import Zones
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.kinds import sheet_demands

_NUMBER: Final = "-number"
_ALL: Final = frozenset({"department", "out-of-hours", "emergency"})


def check(reader: Reader) -> Findings:
    """Report sheets that lack a number which the record of their variant asks for."""
    for sheet in sheet_demands(reader):
        printed = frozenset[str]().union(*map(_printed, sheet.blocks))
        asked = [demand.removesuffix(_NUMBER) for demand in sheet.demands if demand.endswith(_NUMBER)]
        missing = [number for number in asked if number not in printed]
        if missing:
            yield Finding(
                place=sheet.place,
                message=f"the {sheet.name} sheet prints no {' and no '.join(missing)} number",
                hint=_remedy(missing),
            )


def _remedy(missing: Sequence[str]) -> str:
    """Say what prints the numbers that are missing, besides a contact card."""
    levels = [level for level, numbers in LINES.items() if set(missing) <= set(numbers)]
    warning = f"a warning of level {' or '.join(levels)}, " if levels else ""
    return f"add a block `kind: contacts`, {warning}or a warning with `lines: [{', '.join(missing)}]`"


def _printed(block: Block) -> frozenset[str]:
    """Return which of the clinic's numbers are printed with a block."""
    match block:
        case Contacts() | WarningBlock() | Zones() | Questionnaire():
            keys = frozenset(block.line_keys)
            return keys | _stands_for(block) if keys - _ALL else keys
    return frozenset()


def _stands_for(block: Block) -> frozenset[str]:
    """Return which numbers a further line of the clinic stands for."""
    always = isinstance(block, WarningBlock) and block.level == EMERGENCY
    return frozenset({"department", "out-of-hours"} if always else {"department"})
