"""Fill a line with boxes once for each place, however often the engine lays its page, column or cell out.

It lays the item of a flexible box out three times, a box within that nine times, and columns once for each
height that it tries. Which boxes are in a line depends on where the line starts and ends, and the height of
the line on the page is set after that. So a line that starts at the same word and the same place is the same
line. Its widths are also found once.

A line with anything beside it or that changes with the number of its page is made each time. Lines are kept
for one layout.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from weasyprint.formatting_structure import boxes

from leafwright.pdf.engine.lever import Lever

Kept: TypeAlias = dict[tuple[Any, ...], Any]
"""What is kept for one layout. A line in it keeps what its key names, so that nothing takes its place."""

_PLAIN: Final = (boxes.LineBox, boxes.InlineBox, boxes.TextBox, boxes.InlineBlockBox, boxes.InlineReplacedBox)


def _filled_once(fill: Callable[..., tuple[Any, ...]]) -> Callable[..., tuple[Any, ...]]:
    def split_inline_box(context: Any, box: Any, left: Any, right: Any, *given: Any) -> tuple[Any, ...]:
        kept = _kept_for(context, box)
        if kept is None or any(given[-2:]):
            return fill(context, box, left, right, *given)
        _, skip, around, *_ = given
        room = (left, right, around.width, around.height, box.position_x, box.text_indent)
        key = (id(box), _path(skip), *room)
        if key not in kept:
            kept[key] = fill(context, box, left, right, *given)
        line, *rest = kept[key]
        line = _own(line)
        line.position_y = box.position_y
        return line, *rest

    return split_inline_box


def _widths_once(measure: Callable[..., float]) -> Callable[..., float]:
    def content_width(context: Any, box: Any, *given: Any, **how: Any) -> float:
        kept = _kept_for(context, box)
        if kept is None:
            return measure(context, box, *given, **how)
        asked = (_path(value) if name == "skip_stack" else value for name, value in how.items())
        key = (measure, id(box), given, *how, *asked)
        if key not in kept:
            kept[key] = measure(context, box, *given, **how)
        return kept[key]  # type: ignore[no-any-return]  # the engine brings no types

    return content_width


def _kept_for(context: Any, box: Any) -> Kept | None:
    """Return what is kept for the layout; None if the box is no line, or one that is made each time."""
    if not isinstance(box, boxes.LineBox) or context.target_collector.counter_lookup_items:
        return None
    kept: Kept = context.__dict__.setdefault("kept_lines", {})
    key = (id(box), id(box.children))
    if key not in kept:
        kept[key] = (all(map(_is_plain, box.descendants())), box, box.children)
    return kept if kept[key][0] else None


def _is_plain(part: Any) -> bool:
    return type(part) in _PLAIN and part.is_in_normal_flow() and not part.is_table_wrapper


def _path(skip: Any) -> tuple[int, ...]:
    """Return where in a line its rest begins."""
    path = []
    while skip:
        ((index, skip),) = skip.items()
        path.append(index)
    return tuple(path)


def _own(box: Any) -> Any:
    """Copy a line with all that is in it; drawing text changes its layout."""
    own = box.copy()
    if isinstance(box, boxes.TextBox):
        layout = own.pango_layout = object.__new__(type(box.pango_layout))
        layout.__dict__.update(box.pango_layout.__dict__)
    elif box.children:
        own.children = [_own(child) for child in box.children]
    return own


FILLED: Final = Lever("split_inline_box", ("weasyprint.layout.inline",), _filled_once)
LEAST: Final = Lever(
    "inline_min_content_width", ("weasyprint.layout.preferred", "weasyprint.layout.inline"), _widths_once
)
MOST: Final = Lever("inline_max_content_width", ("weasyprint.layout.preferred",), _widths_once)
