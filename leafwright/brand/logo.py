"""Show the logo of a brand on each background of a page, and in smaller sizes."""

from typing import Final

from leafwright.brand.record import LogoGround, LogoProof, LogoSize
from leafwright.colour import tint
from leafwright.formats import Variant
from leafwright.library import ClinicFolder
from leafwright.pictures.printed import logo_heights
from leafwright.text import phrase

SHARES: Final = {
    1.0: "{height} mm high, as on every leaflet",
    0.7: "{height} mm",
    0.5: "{height} mm: can it still be read?",
}
"""The sizes shown, each as a share of the size on a leaflet."""

GREY_PERCENT: Final = 60
WIDE: Final = 70.0
"""The width, in millimetres, above which the logo has its own row on each background."""


def prove_logo(folder: ClinicFolder) -> LogoProof:
    """Show the logo as on a leaflet: on paper, a box, the primary colour and grey; then smaller."""
    page, logo = folder.palette, folder.logo.measure
    (height,) = logo_heights(logo, [Variant().logo])
    ratio = logo.width / logo.height
    grounds = {
        "on paper, where leaflets print it": page.ground,
        "on a box": page.tint,
        "on the primary colour": page.primary,
        "on grey": tint("#000000", GREY_PERCENT),
    }
    sizes = [
        LogoSize(
            height=round(height * share, 2),
            width=round(height * share * ratio, 2),
            caption=phrase(caption.format(height=f"{height * share:.3g}")),
        )
        for share, caption in SHARES.items()
    ]
    return LogoProof(
        id="brand-logo",
        source=folder.logo_file,
        alt=folder.brand.logo.alt.plain,
        wide=height * ratio > WIDE,
        grounds=tuple(
            LogoGround(ground=ground, caption=phrase(caption)) for caption, ground in grounds.items()
        ),
        sizes=tuple(sizes),
    )
