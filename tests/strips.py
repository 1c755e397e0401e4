"""Reading what is printed as words: a font of its own for digits divides them into several strips."""

from dataclasses import replace

from leafwright.pdf.extract import Strip, read_strips

EM = 4 / 3
"""CSS pixels in a point."""
NEAR = 0.5
"""How far letters on one line end apart, and words beside each other are apart, at most, in ems."""


def read_whole(content: bytes) -> list[Strip]:
    """Read the strips of a PDF, each joined to those that continue it on its line in the same size."""
    whole: list[Strip] = []
    for strip in read_strips(content):
        if whole and _continues(whole[-1], strip):
            before = whole.pop()
            box = replace(before.box, right=strip.box.right)
            text = f"{before.text}{strip.text}".replace("  ", " ")
            strip = replace(before, box=box, text=text)  # noqa: PLW2901  # it is that strip, whole
        whole.append(strip)
    return whole


def _continues(before: Strip, strip: Strip) -> bool:
    one_line = before.box.page == strip.box.page and before.size == strip.size
    down, across = strip.box.bottom - before.box.bottom, strip.box.left - before.box.right
    return one_line and max(abs(down), abs(across)) < NEAR * EM * strip.size
