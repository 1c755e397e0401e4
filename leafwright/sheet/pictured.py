"""Find pictures and the steps they show, because readers look at both together."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.picture import PictureView
from leafwright.blocks.steps import Steps


def pictured_steps(blocks: Sequence[PrintedBlock]) -> Iterator[tuple[int, int]]:
    """Go through the pairs of a picture and the steps next to it, by their positions in a section.

    A picture between two lists of steps shows those after it.
    """
    last = -1
    for index, (block, following) in enumerate(pairwise(blocks)):
        after = blocks[index + 2] if index + 2 < len(blocks) else None
        shows = isinstance(block, PictureView) and isinstance(following, Steps)
        shown = isinstance(block, Steps) and isinstance(following, PictureView)
        if index > last and (shows or (shown and not isinstance(after, Steps))):
            last = index + 1
            yield index, last


def mark_pictured(blocks: Sequence[PrintedBlock]) -> Iterator[tuple[PrintedBlock, bool, bool]]:
    """Go through blocks, and say of each whether it begins or ends a pair of picture and steps."""
    pairs = list(pictured_steps(blocks))
    begins, ends = {begin for begin, _ in pairs}, {end for _, end in pairs}
    for index, block in enumerate(blocks):
        yield block, index in begins, index in ends
