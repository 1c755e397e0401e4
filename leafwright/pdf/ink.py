"""Find how far down a page is filled, and whether a style ends it there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from weasyprint.formatting_structure import boxes

from leafwright.pdf.box import Box

THINNEST: Final = 2
"""What is narrower, in CSS pixels, is a line."""
_FRAME: Final = ("bottom", "left", "right")
_FORCED: Final = frozenset({"page", "always", "left", "right", "recto", "verso"})


def lowest_ink(page: Any) -> float:
    """Return the lowest ink in the text of the engine's page, without its head and foot; 0 if it has none.

    Ink is words, pictures, frames and grounds.

    The engine has no public names for the boxes of a page; its version is pinned.
    """
    inside = (box for box in page._page_box.children if not isinstance(box, boxes.MarginBox))  # noqa: SLF001  # there is no public name
    return max((end for box in inside for end in _ends(box)), default=0.0)


def begins_by_style(before: Any, page: Any) -> bool:
    """Return whether a style asks for a break between two of the engine's pages."""
    ends, begins = ({id(box.element): box for box in _chain(*at)} for at in ((before, -1), (page, 0)))
    breaks = [box.style["break_after"] for name, box in ends.items() if name not in begins]
    breaks += [box.style["break_before"] for name, box in begins.items() if name not in ends]
    return not _FORCED.isdisjoint(breaks)


def _chain(page: Any, side: int) -> Iterator[Any]:
    """Go through the boxes that are first or last on a page, from the outermost to the innermost."""
    box = page._page_box  # noqa: SLF001  # there is no public name
    while box is not None:
        flow = [
            child
            for child in getattr(box, "children", ())
            if not isinstance(child, boxes.MarginBox) and child.is_in_normal_flow()
        ]
        box = flow[side] if flow else None
        if box is not None:
            yield box


def _ends(wrapped: Any) -> Iterator[float]:
    box = getattr(wrapped, "_box", wrapped)  # the engine wraps what is positioned
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            yield box.position_y + box.height
    elif isinstance(box, boxes.ReplacedBox) or _is_drawn(box):
        yield box.border_box_y() + box.border_height()
    elif not isinstance(box, boxes.LineBox) and box.border_top_width > 0:
        # A box that goes on overleaf reaches the page's foot, but a line above it is only where it is drawn.
        yield box.border_box_y() + box.border_top_width
    for child in getattr(box, "children", ()):
        yield from _ends(child)


def _is_rule(size: Any) -> bool:
    """Return whether a ground of a size is only the line between columns, which goes on below their words."""
    across: Any = size[0] if isinstance(size, tuple) else size
    return getattr(across, "unit", None) == "px" and bool(across.value < THINNEST)


def _is_drawn(box: Any) -> bool:
    """Return whether a box has a ground, or a frame beside or below it; a picture may be the ground."""
    if isinstance(box, boxes.LineBox):
        return False
    style = box.style
    ground = style["background_color"]
    if ground == "currentcolor" or ground.alpha > 0:
        return True
    pictures = zip(style["background_image"], style["background_size"], strict=False)
    if any(kind != "none" and not _is_rule(size) for (kind, _), size in pictures):
        return True
    return any(getattr(box, f"border_{side}_width") > 0 for side in _FRAME)


def text_area(page: Any, number: int = 1) -> Box:
    """Return the area inside the margins of one of the engine's pages."""
    # The engine has no public name for a page's margins; its version is pinned.
    inside = page._page_box  # noqa: SLF001  # there is no public name
    left, top = inside.content_box_x(), inside.content_box_y()
    return Box(page=number, left=left, top=top, right=left + inside.width, bottom=top + inside.height)


def fill_of(page: Any) -> float:
    """Return the share of a page's text area that is used, down to the lowest ink."""
    area = text_area(page)
    return min(max((lowest_ink(page) - area.top) / area.height, 0.0), 1.0)


def least_fill_of(pages: Sequence[Any]) -> float:
    """Return how full the emptiest of the engine's pages before the last is that no style ends."""
    ends = ((one, after) for one, after in pairwise(pages) if not begins_by_style(one, after))
    return min((fill_of(one) for one, _ in ends), default=1.0)
