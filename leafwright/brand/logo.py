"""Show the logo of a brand as it is printed, on other backgrounds, and in smaller sizes."""

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
    """Show the logo as on a leaflet, then for white paper on each background, then smaller."""
    page, printed, logo = folder.palette, folder.logo, folder.logo.measure
    (height,) = logo_heights(logo, [Variant().logo])
    ratio = logo.width / logo.height
    others = {
        "on paper": page.ground,
        "on a box": page.tint,
        "on a band": page.band,
        "on grey": tint("#000000", GREY_PERCENT),
    }
    caption = f"on {printed.on.name}, where leaflets print it"
    grounds = [LogoGround(ground=printed.on.colour, source=printed.file, caption=phrase(caption))]
    grounds += [
        LogoGround(ground=ground, source=folder.logo_file, caption=phrase(caption))
        for caption, ground in others.items()
        if (ground, folder.logo_file) != (printed.on.colour, printed.file)
    ]
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
        source=printed.file,
        alt=folder.brand.logo.alt.plain,
        wide=height * ratio > WIDE,
        grounds=tuple(grounds),
        sizes=tuple(sizes),
    )
