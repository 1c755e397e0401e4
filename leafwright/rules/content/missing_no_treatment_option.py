"""A comparison does not offer to do nothing for now."""

import re
from typing import Final

from leafwright.blocks.comparison import Comparison
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.kinds import offers_choice

_NOTHING: Final = re.compile(
    r"\b(?:no\s+(?:treatment|operation|surgery|injection)|do(?:ing)?\s+nothing|wait(?:ing)?|watchful)\b",
    re.IGNORECASE,
)


def check(reader: Reader) -> Findings:
    """Report comparisons without an option of no treatment."""
    for block in reader.blocks(Comparison):
        declined = any(option.no_treatment for option in block.options)
        if not declined and offers_choice(reader.handout, block):
            meant = next((option for option in block.options if _NOTHING.search(option.name.plain)), None)
            hint = f"is it '{meant.name}'? mark it with" if meant else "add one, marked with"
            yield Finding(
                place=block.place_of("options"),
                message="no option is to have no treatment for now",
                hint=f"{hint} `no-treatment: true`",
            )
