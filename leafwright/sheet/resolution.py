"""Find pictures that have too few pixels for the width at which a sheet prints them."""

from collections.abc import Iterator

from leafwright.blocks.block import FiledPicture
from leafwright.pictures.printed import LEAST_DOTS, dots_across, points_for
from leafwright.problems import Problem
from leafwright.sheet.inputs import SheetInputs
from leafwright.source import Scalar


def find_coarse(inputs: SheetInputs) -> Iterator[Problem]:
    """Report pictures that an edition prints so wide that single pixels are visible."""
    key, handout = inputs.key, inputs.file.handout
    blocks = (block for section in handout.sections_of(key.variant) for block in section.blocks)
    for picture, width in ((shown, block.picture_width) for block in blocks for shown in block.pictures()):
        yield from _coarse(inputs, picture, width or inputs.format.picture)


def _coarse(inputs: SheetInputs, picture: FiledPicture, width: float) -> Iterator[Problem]:
    measure = inputs.file.pictures.get(str(picture.file))
    dots = dots_across(measure, width) if measure else None
    if dots is not None and dots < LEAST_DOTS:
        least = points_for(LEAST_DOTS, width)
        edition = inputs.key.edition
        yield Problem(
            place=picture.file.place if isinstance(picture.file, Scalar) else picture.place_of("file"),
            code="coarse-picture",
            message=f"'{picture.file}' has {dots:.0f} pixels an inch in {edition}, {width:g} mm wide",
            hint=f"use an SVG, or the same picture at least {least:,} pixels across",
        )
