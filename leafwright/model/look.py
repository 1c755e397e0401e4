"""A look: how all sheets of a clinic are drawn, whatever kind they are."""

from typing import Literal

from leafwright.model.record import Record

Ground = Literal["paper", "box", "band"]
"""What stands behind the head of a sheet: nothing, the tint of boxes, or the brand's own colour."""
DEFAULT_LOOK = "band"
"""The look of a clinic that names none."""


class Look(Record):
    """What the style of a look cannot say; the rest of it is `styles/looks/NAME.css`."""

    masthead: Ground = "paper"
    """The ground that the masthead stands on. It decides the form of the logo that is printed."""
    marks: Literal["squares", "dots"] = "squares"
    """What stands for people where a thousand of them are drawn."""
    emergency_number: Literal["leading", "trailing"] = "trailing"
    """Where the emergency number is beside what to look for: before it, or after it."""
