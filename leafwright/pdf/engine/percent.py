"""Find the sizes of a style once that are the same in any box: the engine resolves some twenty each time.

Nearly all of them are in pixels or `auto`, and most others are shares of the width around the box. Whatever
else there is, the engine resolves. It copies a style before it changes a size in it.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout.percent import adjust_box_sizing

from leafwright.pdf.engine.lever import Lever

Sizes: TypeAlias = tuple[dict[str, Any], tuple[tuple[str, float], ...]]
"""The sizes that are the same in any box, and those that are shares of the width around it, in percent."""

_ACROSS: Final = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "max_width")
_ALONG: Final = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_LEAST: Final = ("min_width", "min_height")
_SIZES: Final = (*_ACROSS, *_ALONG, *_LEAST, "height", "max_height")
_OF_WIDTH: Final = frozenset({*_ACROSS, *_ALONG, "min_width"})
_BORDERS: Final = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def _at_once(resolve: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style, used = box.style, box.__dict__
        try:
            sizes = style.used_sizes
        except AttributeError:
            sizes = style.used_sizes = _sizes_of(style)
        if sizes is None or isinstance(box, PageBox):
            resolve(box, containing_block)
            return
        fixed, shares = sizes
        used.update(fixed)
        if shares:
            width = containing_block.width if isinstance(containing_block, Box) else containing_block[0]
            for name, share in shares:
                used[name] = width * share / 100
        if style["border_collapse"] == "collapse":
            used.update({name: style[name] for name in _BORDERS if not hasattr(box, name)})
        if style["box_sizing"] != "content-box":
            adjust_box_sizing(box, "width")
            adjust_box_sizing(box, "height")

    return resolve_percentages


def _sizes_of(style: Any) -> Sizes | None:
    """Return the sizes of a style; None if the engine has to resolve them."""
    fixed: dict[str, Any] = {}
    shares: list[tuple[str, float]] = []
    for name in _SIZES:
        value = style[name]
        if value == "auto":
            fixed[name] = 0 if name in _LEAST else value
        elif type(value) is not Dimension:
            return None
        elif value.unit != "%":
            fixed[name] = value.value
        elif name in _OF_WIDTH:
            shares.append((name, value.value))
        else:
            return None
    if style["border_collapse"] != "collapse":
        fixed |= {name: style[name] for name in _BORDERS}
    return fixed, tuple(shares)


LEVER: Final = Lever(
    "resolve_percentages",
    (
        "weasyprint.layout.percent",
        *(f"weasyprint.layout.{name}" for name in ("inline", "page", "float", "grid", "absolute", "block")),
        *(f"weasyprint.layout.{name}" for name in ("column", "table")),
    ),
    _at_once,
)
