"""Show the colours of a brand, each with its contrast on each background."""

from collections.abc import Iterator
from typing import Final

from leafwright.brand.record import ColourPair, ColoursProof, Swatch
from leafwright.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, floored, nearest_passing
from leafwright.library import ClinicFolder
from leafwright.palette import Palette
from leafwright.problems import ContentError
from leafwright.text import phrase

USES: Final = {
    "primary": "bars and areas",
    "primary_ink": "headings and links",
    "rule": "lines and shapes",
    "tint": "boxes and every other row",
    "figure": "figures that are counted, and pictures",
    "middle": "areas of pictures",
    "unfilled": "all other figures",
    "band": "bands and solid heads",
    "on_band": "text on a band",
    "ink": "running text",
    "ground": "the paper",
}
"""The use of each colour of the page, by its name in the palette."""

GROUNDS: Final = ("ground", "tint", "primary")
MEETING: Final = (
    ("ink", "ground", TEXT_CONTRAST),
    ("ink", "tint", TEXT_CONTRAST),
    ("primary_ink", "ground", TEXT_CONTRAST),
    ("primary_ink", "tint", TEXT_CONTRAST),
    ("rule", "ground", GRAPHIC_CONTRAST),
    ("rule", "tint", GRAPHIC_CONTRAST),
    ("figure", "unfilled", GRAPHIC_CONTRAST),
    ("on_band", "band", TEXT_CONTRAST),
)
"""The pairs of colours on a page: ink, background, and the least contrast they need."""


def prove_colours(folder: ClinicFolder) -> ColoursProof:
    """Show the colours of pages, and the contrast of each of the brand's own colours on each background."""
    swatches = tuple(
        Swatch(
            name=phrase(_spoken(name).capitalize()),
            value=phrase(getattr(folder.palette, name)),
            use=phrase(use),
        )
        for name, use in USES.items()
    )
    return ColoursProof(
        id="brand-colours", sample=phrase("Sample 123"), swatches=swatches, pairs=tuple(_pairs(folder))
    )


def _pairs(folder: ClinicFolder) -> Iterator[ColourPair]:
    """Go through the pairs of a page, then through every named colour of the brand on every background."""
    page = folder.palette
    for ink, ground, least in MEETING:
        yield _pair(_spoken(ink).capitalize(), getattr(page, ink), (ground, page), least)
    for name in folder.brand.color.palette:
        value = _colour_of(folder, name)
        for ground in GROUNDS if value else ():
            if value != getattr(page, ground):
                yield _pair(f"Your “{name}”", value, (ground, page), TEXT_CONTRAST)


def _colour_of(folder: ClinicFolder, name: str) -> str:
    """Resolve a name of the palette; empty for an unused name that is not a readable colour."""
    try:
        return folder.brand.color.model_copy(update={"primary": name}).hex_of("primary")
    except ContentError:
        return ""


def _pair(name: str, ink: str, on: tuple[str, Palette], least: float) -> ColourPair:
    ground = getattr(on[1], on[0])
    ratio = contrast(ink, ground)
    return ColourPair(
        ink=ink,
        ground=ground,
        name=phrase(f"{name} on {_spoken(on[0])}"),
        ratio=phrase(f"{floored(ratio)} to 1"),
        verdict=phrase(_verdict(ink, ground, least)),
        passes=ratio >= least,
    )


def _verdict(ink: str, ground: str, least: float) -> str:
    """Return what a pair can be used for, or the nearest colour that passes."""
    use = "text" if least == TEXT_CONTRAST else "shapes"
    ratio = contrast(ink, ground)
    if ratio >= least:
        return f"passes for {use} ({least:g} to 1)"
    shapes = "shapes only; " if ratio >= GRAPHIC_CONTRAST else "fails; "
    return f"{shapes}the nearest that passes for {use} is {nearest_passing(ink, ground, least)}"


def _spoken(name: str) -> str:
    return {"ground": "paper", "tint": "box"}.get(name, name.replace("_", " "))
