"""Check that each logo can be seen and read where it is printed: the clinic's own and those of partners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from leafwright.colour import contrast, over
from leafwright.model.brand import Brand
from leafwright.model.partners import Partner
from leafwright.pictures import PictureMeasure, check_picture, measure_picture
from leafwright.pictures.printed import INCH, LEAST_DOTS, WIDEST_PARTNER, partner_height
from leafwright.problems import ContentError, Place, Problem, problem_at
from leafwright.workspace import Workspace

LEAST_SEEN: Final = 1.5
"""The contrast with paper below which most readers do not see a logo, in colour or in grey."""
LEAST_LOGO: Final = 3.0
"""How many millimetres the drawing of a logo must have across and down, wherever it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLogo:
    """A logo as sheets print it: where it is named, its measure and its heights there, the lowest first."""

    place: Place
    file: str
    measure: PictureMeasure = field(repr=False)
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLogo(PrintedLogo):
    """The logo of a partner."""

    partner: Partner


def logo_file(brand: Brand) -> str:
    """Name the logo's file: it is beside the `_brand.yml` that names it."""
    return brand.logo.place_of("path").beside(brand.logo.path)


def check_logo(logo: PrintedLogo, ground: str) -> Iterator[Problem]:
    """Check whether a logo can be seen and read at its smallest and its largest, on paper of a colour."""
    place, measure, heights = logo.place, logo.measure, logo.heights
    across = heights[0] * measure.width / measure.height * measure.drawn_width
    down = heights[0] * measure.drawn_height
    if min(across, down) < LEAST_LOGO:
        message = f"what is drawn of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        hint = f"use a version of it of which at least {LEAST_LOGO:g} mm are drawn each way"
        yield Problem(place=place, code="tiny-logo", message=message, hint=hint)
    if measure.points is not None and (dots := measure.points / heights[-1] * INCH) < LEAST_DOTS:
        least = ceil(LEAST_DOTS * heights[-1] / INCH)
        message = f"the logo has {dots:.0f} pixels an inch at its largest"
        hint = f"use an SVG, or the same picture at least {least:,} points high"
        yield Problem(place=place, code="coarse-picture", message=message, hint=hint)
    best = max((contrast(over(colour, ground), ground) for colour in measure.colours), default=None)
    if best is not None and best < LEAST_SEEN:
        message = f"the logo cannot be told from the paper: {best:.2f}:1 at most, in colour and in grey"
        hint = "use the version of it that is made for white paper"
        yield Problem(place=place, code="invisible-logo", message=message, hint=hint)


def read_partner(partner: Partner, heights: Iterable[float], workspace: Workspace) -> PartnerLogo:
    """Measure the logo of a partner, which is at most as high as logos of some heights.

    Raises ContentError for a file that is unsafe, and for a logo that would be printed too low or too wide.
    """
    place = partner.place_of("path")
    folder = workspace.root / place.beside("")
    if problems := list(check_picture(folder, partner.path, place, workspace.read_file)):
        raise ContentError(problems)
    measure, least = measure_picture(folder / partner.path, workspace.read_file), partner.least_height
    printed = tuple(sorted(partner_height(measure, least, own) for own in (0.0, *heights)))
    if printed[0] < least:
        wide = least * measure.width / measure.height
        message = f"at its least height of {least:g} mm the logo is {wide:.0f} mm wide"
        hint = f"use a version of it that is at most {WIDEST_PARTNER:g} mm wide then"
        raise ContentError([problem_at(place, "wide-logo", message, hint)])
    return PartnerLogo(
        place=place, file=place.beside(partner.path), measure=measure, heights=printed, partner=partner
    )
