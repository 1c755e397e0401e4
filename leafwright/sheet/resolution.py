"""Pictures that have too few points for the width that a sheet prints them at."""

from collections.abc import Iterator

from leafwright.blocks.picture import Picture
from leafwright.pictures.printed import LEAST_DOTS, dots_across, points_for
from leafwright.problems import Problem
from leafwright.sheet.inputs import SheetInputs
from leafwright.source import Scalar


def find_coarse(inputs: SheetInputs) -> Iterator[Problem]:
    """Report pictures that an edition prints so wide that steps show at every edge."""
    key, handout = inputs.key, inputs.file.handout
    width = inputs.format.picture
    printed = handout.variants[key.variant].sections
    blocks = (block for section in handout.sections if section.id in printed for block in section.blocks)
    for block in blocks:
        if not isinstance(block, Picture) or str(block.file) not in inputs.file.pictures:
            continue
        dots = dots_across(inputs.file.pictures[str(block.file)], width)
        if dots is not None and dots < LEAST_DOTS:
            least = points_for(LEAST_DOTS, width)
            yield Problem(
                place=block.file.place if isinstance(block.file, Scalar) else block.place_of("file"),
                code="coarse-picture",
                message=f"'{block.file}' has {dots:.0f} pixels an inch in {key.edition}, {width:g} mm wide",
                hint=f"use an SVG, or the same picture at least {least:,} pixels across",
            )
