"""A sheet for before or after a procedure does not say when to get help."""

from typing import Final

from leafwright.blocks.kinds import Block
from leafwright.blocks.warning import EMERGENCY, WarningBlock
from leafwright.blocks.zones import Zones
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.kinds import sheet_demands

PRINTED: Final = {
    "warning-to-call": (("call", "today"), "Phone us"),
    "warning-of-emergency": (("emergency",), "Get help now"),
}
"""The levels that answer each demand of a variant for a warning, and the name of the first on the sheet."""


def check(reader: Reader) -> Findings:
    """Report sheets that lack a warning which the record of their variant asks for."""
    for sheet in sheet_demands(reader):
        levels = frozenset[str]().union(*map(_levels, sheet.blocks))
        for answers, printed in (PRINTED[demand] for demand in sheet.demands if demand in PRINTED):
            if not levels & {*answers}:
                hint = f"add a block `kind: warning`, `level: {answers[0]}`: what to look for, and what to do"
                message = f"the {sheet.name} sheet has no '{printed}' warning"
                yield Finding(place=sheet.place, message=message, hint=hint)


def _levels(block: Block) -> frozenset[str]:
    """Return the levels of warning that a block is."""
    match block:
        case WarningBlock():
            return frozenset({block.level})
        case Zones():
            return frozenset(
                zone.level if zone.level == EMERGENCY else "call" for zone in block.zones if zone.line_keys
            )
    return frozenset()
