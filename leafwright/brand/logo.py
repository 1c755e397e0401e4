"""Show the logo of a brand as it is printed, on other backgrounds, and in smaller sizes."""

from collections.abc import Iterator
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
    printed, logo = folder.logo, folder.logo.measure
    (height,) = logo_heights(logo, [Variant().logo])
    ratio = logo.width / logo.height
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
        grounds=tuple(_grounds(folder)),
        sizes=tuple(sizes),
    )


def _grounds(folder: ClinicFolder) -> Iterator[LogoGround]:
    """Show the form that leaflets print on its own background, and the one for white paper on the others."""
    page, printed = folder.palette, folder.logo
    caption = f"on {printed.on.name}, where leaflets print it"
    yield LogoGround(ground=printed.on.colour, source=printed.file, caption=phrase(caption))
    others = {
        "on paper": page.ground,
        "on a box": page.tint,
        "on a band": page.band,
        "on grey": tint("#000000", GREY_PERCENT),
    }
    for caption, ground in others.items():
        if (ground, folder.logo_file) != (printed.on.colour, printed.file):
            yield LogoGround(ground=ground, source=folder.logo_file, caption=phrase(caption))
