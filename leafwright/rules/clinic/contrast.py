"""A colour of the brand has too little contrast with its background."""

from typing import Final

from leafwright.colour import contrast, floored, nearest_passing
from leafwright.integrity.logos import LEAST_SEEN, WHITE
from leafwright.rules import ClinicReader, Finding, Findings

HALF: Final = 0.5
"""The share of a logo that must be seen at least; a frame round white counts as whole."""


def check(folder: ClinicReader, *, text: float, logo: float) -> Findings:
    """Report text with a contrast under `text` to 1, and a logo with no colour of at least `logo` to 1.

    A logo is also reported if less than half of it can be seen on white paper.
    """
    page, brand = folder.palette, folder.brand
    worst = min((page.ground, page.tint), key=lambda ground: contrast(page.ink, ground))
    if (ratio := contrast(page.ink, worst)) < text:
        where = "on paper" if worst == page.ground else f"on the tint of boxes, {worst},"
        yield Finding(
            place=brand.color.place_of("foreground"),
            message=f"text in {page.ink} {where} has a contrast of {floored(ratio)}:1, under {text:g}:1",
            hint=f"the nearest colour that passes is {nearest_passing(page.ink, worst, text)}",
        )
    for shown in folder.logos:
        if (best := shown.contrast) is not None and best < logo:
            message = f"nothing of the logo stands out from {shown.on.name}: {floored(best)}:1 at most"
            yield Finding(place=shown.place, message=message, hint=shown.on.remedy)
        elif (seen := shown.measure.seen) < HALF and contrast(WHITE, shown.on.colour) < LEAST_SEEN:
            message = f"only {seen:.0%} of the logo can be told from {shown.on.name}: the rest is white"
            yield Finding(place=shown.place, message=message, hint=shown.on.remedy)
