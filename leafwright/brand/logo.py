"""The logo of a brand on each ground that a page has, and down to the smallest height it is printed at."""

from typing import Final

from leafwright.brand.record import LogoGround, LogoProof, LogoSize
from leafwright.colour import tint
from leafwright.library import ClinicFolder
from leafwright.text import phrase

HEIGHTS: Final = {14: "14 mm, as on every leaflet", 10: "10 mm", 7: "7 mm: can it still be read?"}
GREY_PERCENT: Final = 60


def prove_logo(folder: ClinicFolder) -> LogoProof:
    """Show the logo on paper, on a box, on the primary colour and on grey; then smaller and smaller."""
    page = folder.palette
    grounds = {
        "on paper, where leaflets print it": page.ground,
        "on a box": page.tint,
        "on the primary colour": page.primary,
        "on grey": tint("#000000", GREY_PERCENT),
    }
    return LogoProof(
        id="brand-logo",
        source=f"clinics/{folder.id}/{folder.brand.logo.path}",
        alt=folder.brand.logo.alt.plain,
        grounds=tuple(
            LogoGround(ground=ground, caption=phrase(caption)) for caption, ground in grounds.items()
        ),
        sizes=tuple(LogoSize(height=height, caption=phrase(text)) for height, text in HEIGHTS.items()),
    )
