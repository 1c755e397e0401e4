"""A look: how all sheets of a clinic are drawn, whatever kind they are."""

from typing import Literal

from leafwright.model.record import Record

Ground = Literal["paper", "box", "band"]
"""What stands behind the head of a sheet: nothing, the tint of boxes, or the brand's own colour."""
DEFAULT_LOOK = "band"
"""The look of a clinic that names none."""


class Look(Record):
    """What the style of a look cannot say; the rest of it is `styles/looks/NAME.css`.

    The `masthead` stands on a ground, which decides the form of the logo that is printed. `marks` stand for
    people where a thousand are drawn. The `emergency-number` leads or follows what to look for beside it.
    """

    masthead: Ground = "paper"
    marks: Literal["squares", "dots"] = "squares"
    emergency_number: Literal["leading", "trailing"] = "trailing"
