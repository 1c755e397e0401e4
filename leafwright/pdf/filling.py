"""Say how full each page is, and what was pushed to the next one."""

from leafwright.pdf.fit import MM
from leafwright.pdf.layout import Box
from leafwright.pdf.measure import Measured
from leafwright.sheet.page_fill import PageFill, PushedPart


def fills_of(measured: Measured) -> tuple[PageFill, ...]:
    """Return how full the pages of a sheet are, in order."""
    return tuple(
        PageFill(share=share, pushed=_pushed_from(measured, page, share))
        for page, share in enumerate(measured.layout.fills(), start=1)
    )


def _pushed_from(measured: Measured, page: int, share: float) -> PushedPart | None:
    """Find what begins the next page; None if the page is meant to end where it does."""
    if page >= measured.layout.text_pages or measured.layout.ends_by_style(page):
        return None
    name, box = _first_on(measured, page + 1)
    return PushedPart(
        name=measured.name_of(name),
        place=measured.place_of(name),
        need=(box.bottom - measured.areas[page].top) / MM,
        room=(1 - share) * measured.areas[page - 1].height / MM,
    )


def _first_on(measured: Measured, page: int) -> tuple[str, Box]:
    """Find the block that begins a page, or its piece if the block began before.

    What is no block, like the sources, is found by the first id there.
    """
    shown = {
        name: box
        for name, boxes in measured.boxes.items()
        for box in boxes
        if box.page == page and box.height > 0
    }
    before = {name for name in shown if page - 1 in measured.pages_of(name)}
    blocks = [part for part in measured.parts if part.is_block and part.id in shown]
    first = min(blocks, key=lambda part: shown[part.id].top, default=None)
    names = [name for name in shown if name not in before]
    if first:
        pieces = (part.id for part in measured.parts if part.block == first.id and not part.is_block)
        names = [first.id] if first.id not in before else [name for name in pieces if name in names]
        names = names or [first.id]
    name = min(names or shown, key=lambda name: (shown[name].top, -shown[name].height))
    return name, shown[name]
