"""How large pictures and logos are printed, in millimetres, as the styles say."""

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Final

from leafwright.pictures.measure import Measure

INCH: Final = 25.4
LOGO_HEIGHT: Final = 14.0
"""How high a logo is printed: `--logo` in styles/tokens.css."""
LOGO_OTHERWISE: Final[Mapping[str, float]] = {"comparison": 11.0, "large-print": 16.0}
"""Variants and editions whose styles bind it again."""
WIDEST_LOGO: Final = 100.0
"""How wide a logo may be: `--logo-measure`."""
PICTURE_WIDTH: Final = 88.0
"""How wide a picture is printed: `--picture-size`."""
FULL_WIDTH: Final = frozenset({"large-print", "bilingual"})
"""Editions whose styles print a picture as wide as the text."""
PAGE_SIDE: Final = 18.0
"""The margin on either side of a page: `--page-side`."""
SIDE_OTHERWISE: Final[Mapping[str, float]] = {"comparison": 15.0}
PAPERS: Final[Mapping[str, float]] = {"A4": 210.0, "Letter": 215.9}
LEAST_DOTS: Final = 150.0
"""The points an inch below which a laser printer shows steps at every edge."""
CRISP_DOTS: Final = 220.0
"""The points an inch from which on most readers see none."""


def logo_heights(logo: Measure, printed: Iterable[str]) -> list[float]:
    """List how high a logo is printed, in the variants and editions that are `printed`; less if too wide."""
    heights = [LOGO_HEIGHT, *(LOGO_OTHERWISE[name] for name in printed if name in LOGO_OTHERWISE)]
    most = WIDEST_LOGO * logo.height / logo.width
    return sorted(min(height, most) for height in heights)


def picture_width(variant: str, edition: str, paper: str) -> float:
    """Return how wide a picture is printed on a sheet."""
    if edition not in FULL_WIDTH:
        return PICTURE_WIDTH
    return PAPERS[paper] - 2 * SIDE_OTHERWISE.get(variant, PAGE_SIDE)


def dots_across(picture: Measure, width: float) -> float | None:
    """Return how many points an inch a raster picture has at a width in millimetres; a drawing has none."""
    return None if picture.points is None else picture.width / width * INCH


def points_for(dots: float, width: float) -> int:
    """Return how many points across a picture needs for so many an inch at a width in millimetres."""
    return ceil(dots * width / INCH)
