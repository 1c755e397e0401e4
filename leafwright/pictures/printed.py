"""How large pictures and logos are printed, in millimetres, as the styles say."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from leafwright.pictures.measure import PictureMeasure

INCH: Final = 25.4
WIDEST_LOGO: Final = 100.0
"""How wide a logo may be: `--logo-measure` in styles/tokens.css."""
LEAST_DOTS: Final = 150.0
"""The points an inch below which a laser printer shows steps at every edge."""
CRISP_DOTS: Final = 220.0
"""The points an inch from which on most readers see none."""


def logo_heights(logo: PictureMeasure, heights: Iterable[float]) -> list[float]:
    """List how high a logo is printed where formats ask for `heights`; less if it would be too wide."""
    most = WIDEST_LOGO * logo.height / logo.width
    return sorted(min(height, most) for height in heights)


def dots_across(picture: PictureMeasure, width: float) -> float | None:
    """Return how many points an inch a raster picture has at a width in millimetres; a drawing has none."""
    return None if picture.points is None else picture.width / width * INCH


def points_for(dots: float, width: float) -> int:
    """Return how many points across a picture needs for so many an inch at a width in millimetres."""
    return ceil(dots * width / INCH)
