"""The sizes at which pictures and logos are printed, in millimetres, as the styles define them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from leafwright.pictures.measure import PictureMeasure
from leafwright.problems import Place, Problem, Severity

INCH: Final = 25.4
WIDEST_LOGO: Final = 100.0
"""The greatest width of a logo: `--logo-measure` in styles/tokens.css."""
WIDEST_PARTNER: Final = 60.0
"""The greatest width of a partner's logo."""
LEAST_DOTS: Final = 150.0
"""Pixels an inch; below that a laser printer shows steps at every edge."""
CRISP_DOTS: Final = 220.0
"""Pixels an inch; from there on most readers see no steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWidth:
    """The width of a picture on a page, in millimetres, and where that is, for messages.

    `wider` are the editions that print it wider, and how wide; `asked` are the pixels an inch to ask for.
    """

    width: float
    where: str = "where it is printed"
    wider: Iterable[tuple[str, float]] = ()
    asked: float = CRISP_DOTS


def logo_heights(logo: PictureMeasure, heights: Iterable[float]) -> list[float]:
    """List the heights at which a logo is printed: those of the formats, or less if it would be too wide."""
    most = WIDEST_LOGO * logo.height / logo.width
    return sorted(min(height, most) for height in heights)


def partner_height(logo: PictureMeasure, least: float, wanted: float) -> float:
    """Return how high a partner's logo is printed: as wanted, but not under its least height.

    One that would be too wide is printed lower still.
    """
    return min(max(least, wanted), WIDEST_PARTNER * logo.height / logo.width)


def dots_across(picture: PictureMeasure, width: float) -> float | None:
    """Return the pixels an inch of a raster picture at a width in millimetres; a drawing has none."""
    return None if picture.points is None else picture.width / width * INCH


def points_for(dots: float, width: float) -> int:
    """Return how many pixels across a picture needs for `dots` an inch at a width in millimetres."""
    return ceil(dots * width / INCH)


def find_coarse(picture: PictureMeasure, name: str, place: Place, at: PrintedWidth) -> Iterator[Problem]:
    """Report a picture with too few pixels for a width: an error if steps show, otherwise a warning."""
    dots = dots_across(picture, at.width)
    if dots is None or dots >= CRISP_DOTS:
        return
    refused = dots < LEAST_DOTS
    least = points_for(at.asked, at.width)
    needs = {name: points_for(LEAST_DOTS, width) for name, width in at.wider}
    more = ", ".join(f"{points:,} for {name}" for name, points in needs.items() if points > least)
    more = f" ({more})" if more else ""
    yield Problem(
        place=place,
        code="coarse-picture",
        message=f"'{name}' has {dots:.0f} pixels an inch {at.where} {at.width:g} mm wide",
        hint=f"use an SVG, or the same picture at least {least:,} pixels across{more}",
        severity=Severity.ERROR if refused else Severity.WARNING,
    )
