"""Propose the colours that a new clinic prints: those of its brand or its logo, dark enough to be read."""

from collections.abc import Mapping
from typing import Final, Literal

from leafwright.colour import as_hex, chroma, contrast, is_colour, nearest_passing, over
from leafwright.integrity.clinics import LEAST_CONTRAST
from leafwright.model.brand import BrandColour
from leafwright.palette import make_palette
from leafwright.problems import ContentError

Role = Literal["background", "foreground", "primary"]
ROLES: Final[tuple[Role, ...]] = ("background", "foreground", "primary")
PAPER: Final = "#ffffff"
LEAST_CHROMA: Final = 0.05
"""The least chroma of a colour that is no grey."""


def fit_for_paper(color: BrandColour) -> tuple[dict[Role, str], tuple[str, ...]]:
    """Return the colours that must differ in print, by their roles, and a line on each."""
    written = {role: _written(color, role) for role in ROLES}
    printed = {role: colour or str(getattr(BrandColour(), role)) for role, colour in written.items()}
    if not _is_light(printed):
        printed |= {
            "background": PAPER,
            "foreground": nearest_passing(printed["background"], PAPER, LEAST_CONTRAST),
        }
    ground = printed["background"]
    for role in ROLES[1:]:
        printed[role] = nearest_passing(printed[role], ground, LEAST_CONTRAST)
    changed = {role: colour for role, colour in printed.items() if colour != written[role]}
    account = [
        f"{role} {_explain(str(getattr(color, role)), written[role], changed[role], ground)}"
        for role in ROLES
        if role in changed
    ]
    return changed, tuple(account)


def colour_of_logo(colours: tuple[str, ...]) -> str:
    """Choose the brand's colour among those of its logo, the most common first; empty if all are greys."""
    opaque = [colour for written in colours if (colour := as_hex(written))]
    return next((colour for colour in opaque if chroma(colour) >= LEAST_CHROMA), "")


def _written(color: BrandColour, role: Role) -> str:
    """Read a colour of the brand; empty if it is none."""
    try:
        return color.hex_of(role)
    except ContentError:
        value = str(getattr(color, role))
        return over(value, PAPER) if is_colour(value) else ""


def _is_light(printed: Mapping[Role, str]) -> bool:
    try:
        make_palette(printed["foreground"], printed["background"], printed["primary"])
    except ValueError:
        return False
    return True


def _explain(written: str, readable: str, printed: str, ground: str) -> str:
    """Say why another colour is printed than the one that is written."""
    if not readable:
        return f"'{written}' is no colour, so pages print {printed}"
    if ground == printed:
        return f"{readable} is too dark for paper, so pages print {printed}"
    ratios = [f"{contrast(colour, ground):.2f}:1" for colour in (readable, printed)]
    return f"{readable} has {ratios[0]} on {ground}, so pages print {printed}, which has {ratios[1]}"
