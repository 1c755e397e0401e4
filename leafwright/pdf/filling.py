"""Say how full each page is, and what was pushed to the next one."""

from collections.abc import Iterable, Iterator, Mapping

from leafwright.pdf.box import Box
from leafwright.pdf.fit import MM
from leafwright.pdf.margins import TOLERANCE
from leafwright.pdf.measure import Measured
from leafwright.sheet.beside import PREFIX
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
    shown = dict(_shown_on(measured, page + 1))
    if not shown:
        return None
    name = _first_of(measured, shown)
    # A part and its source are one row.
    row = [shown[one] for one in (name, PREFIX + name, name.removeprefix(PREFIX)) if one in shown]
    return PushedPart(
        name=measured.name_of(name),
        place=measured.place_of(name),
        need=(max(box.bottom for box in row) - measured.areas[page].top) / MM,
        room=(1 - share) * measured.areas[page - 1].height / MM,
    )


def _shown_on(measured: Measured, page: int) -> Iterator[tuple[str, Box]]:
    """Go through the parts on a page, without the sections around them."""
    sections = {section.id for section in measured.sheet.sections}
    for name in measured.boxes.keys() - sections:
        yield from ((name, box) for box in measured.boxes[name] if box.page == page and box.height > 0)


def _first_of(measured: Measured, shown: Mapping[str, Box]) -> str:
    """Find the part that begins a page, or what begins there inside it if the part itself began before."""

    def first(names: Iterable[str]) -> str:
        return min(names, key=lambda name: (shown[name].top, -shown[name].height, name))

    outer = first(shown)
    new = [name for name, box in shown.items() if box.page - 1 not in measured.pages_of(name)]
    inside = [name for name in new if shown[outer].holds(shown[name], TOLERANCE)]
    return first(inside) if outer not in new and inside else outer
