"""Reading what is printed as words: a font of its own for digits divides them into several strips."""

from dataclasses import replace

from leafwright.pdf.extract import Strip, read_strips

LEVEL = 6.0
"""CSS pixels: how far the middles of strips on one line are apart at most."""
SPACE = 0.5
"""How wide a space is at most, in ems."""


def read_whole(content: bytes) -> list[Strip]:
    """Read the strips of a PDF, each joined to those that continue it on its line in the same size."""
    whole: list[Strip] = []
    for strip in read_strips(content):
        if whole and _continues(whole[-1], strip):
            before = whole.pop()
            box = replace(before.box, right=strip.box.right)
            strip = replace(before, box=box, text=before.text + strip.text)  # noqa: PLW2901  # it is that strip, whole
        whole.append(strip)
    return whole


def _continues(before: Strip, strip: Strip) -> bool:
    level = before.box.page == strip.box.page and abs(before.box.middle - strip.box.middle) < LEVEL
    gap = strip.box.left - before.box.right
    return level and before.size == strip.size and -SPACE < gap / (strip.size * 4 / 3) < SPACE
