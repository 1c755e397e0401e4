"""The logo is printed too small, or its picture has too few pixels."""

from math import ceil
from typing import Final

from leafwright.integrity import PartnerLogo, PrintedLogo
from leafwright.pictures import PictureMeasure
from leafwright.pictures.printed import INCH, WIDEST_LOGO
from leafwright.rules import ClinicReader, Finding, Findings

_MARGINS: Final = 0.7
"""The drawn share of a side below which the margins make the logo small."""


def check(folder: ClinicReader, *, least: float, dots: float) -> Findings:
    """Report a logo whose drawn part is under `least` mm, or with fewer than `dots` pixels an inch."""
    for shown in folder.logos:
        # What is printed of a partner's logo is at least as high as the partner asks for.
        yield from _check(shown, 0.0 if isinstance(shown, PartnerLogo) else least, dots)


def _check(shown: PrintedLogo, least: float, dots: float) -> Findings:
    logo, place, (across, down) = shown.measure, shown.place, shown.drawn
    if min(across, down) < least:
        message = f"the drawn part of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        yield Finding(place=place, message=message, hint=_remedy(logo, least))
    if shown.dots is not None and shown.dots < dots:
        message, needed = (
            f"the logo has {shown.dots:.0f} pixels an inch at its largest",
            shown.heights[-1] / INCH,
        )
        hint = f"use an SVG, or the same picture at least {ceil(dots * needed):,} pixels high"
        yield Finding(place=place, message=message, hint=hint)


def _remedy(logo: PictureMeasure, least: float) -> str:
    if min(logo.drawn_width, logo.drawn_height) < _MARGINS:
        return "cut the empty margin off the file"
    if logo.width < logo.height:
        return "use a version of the logo that is wider than high"
    return f"use a version of the logo that is at most {WIDEST_LOGO / least:.0f} times as wide as high"
