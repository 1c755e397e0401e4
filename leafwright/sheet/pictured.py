"""Find pictures and the words they show, because readers look at both together."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.list import ListOf
from leafwright.blocks.paragraphs import Paragraphs
from leafwright.blocks.picture import PictureView
from leafwright.blocks.steps import Steps
from leafwright.model.walk import texts_of

WORDS = (Paragraphs, ListOf)
"""Blocks of text that a picture may be beside."""
MOST_BESIDE: Final = 360
"""The most letters of text beside a picture; longer text is much taller than it, and must stay whole."""
MOST_LARGE_BESIDE: Final = 300
"""The same in large print."""


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


def pictured_words(blocks: Sequence[PrintedBlock], most: int = MOST_BESIDE) -> Iterator[tuple[int, int]]:
    """Go through the pairs of a picture and words beside it.

    These are its steps, or the list after it, or the text before or after it, of at most so many letters.
    """
    pairs = list(pictured_steps(blocks))
    taken = {index for pair in pairs for index in pair}
    for index, block in enumerate(blocks):
        if isinstance(block, PictureView) and index not in taken:
            words = (
                other
                for other in _around(blocks, index)
                if other not in taken and _is_beside(blocks[other], most)
            )
            if (other := next(words, None)) is not None:
                taken |= {index, other}
                pairs.append((min(index, other), max(index, other)))
    yield from sorted(pairs)


def _around(blocks: Sequence[PrintedBlock], index: int) -> Iterator[int]:
    """Go through the blocks next to one; a list after it comes first, as it names what is drawn."""
    before, after = index - 1, index + 1
    if after < len(blocks) and isinstance(blocks[after], ListOf):
        yield after
    yield from (other for other in (before, after) if 0 <= other < len(blocks))


def _is_beside(block: PrintedBlock, most: int) -> bool:
    """Return whether a picture may be beside a block."""
    return isinstance(block, WORDS) and sum(len(text.plain) for text in texts_of(block)) <= most


def mark_pictured(
    blocks: Sequence[PrintedBlock], *, beside: bool, large: bool = False
) -> Iterator[tuple[PrintedBlock, bool, bool]]:
    """Go through blocks, and say of each whether it begins or ends a pair of a picture and what it shows.

    With pictures `beside` the words, such a pair may also be a picture and text.
    """
    most = MOST_LARGE_BESIDE if large else MOST_BESIDE
    pairs = list(pictured_words(blocks, most) if beside else pictured_steps(blocks))
    begins, ends = {begin for begin, _ in pairs}, {end for _, end in pairs}
    for index, block in enumerate(blocks):
        yield block, index in begins, index in ends
