"""Resolve the percentages of a box in one go: the engine calls a function for each of some twenty properties.

Nearly all of their values are in pixels or `auto`. Whatever else there is, the engine resolves.
"""

from collections.abc import Callable
from typing import Any, Final

from weasyprint.css.functions import check_math
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import adjust_box_sizing, percentage

from leafwright.pdf.engine.lever import Lever

_ACROSS: Final = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "max_width")
_ALONG: Final = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS: Final = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def _in_one_go(_resolve: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style, used = box.style, box.__dict__
        if isinstance(containing_block, boxes.Box):
            width, height = containing_block.width, containing_block.height
        else:
            width, height = containing_block
        along = height if isinstance(box, boxes.PageBox) else width
        for name in _ACROSS:
            used[name] = _used(style[name], style, width)
        for name in _ALONG:
            used[name] = _used(style[name], style, along)
        used["min_width"] = _least(style["min_width"], style, width)
        _resolve_height(used, style, height)
        collapse = style["border_collapse"] == "collapse"
        for name in _BORDERS:
            if not (collapse and hasattr(box, name)):
                used[name] = style[name]
        if style["box_sizing"] != "content-box":
            adjust_box_sizing(box, "width")
            adjust_box_sizing(box, "height")

    return resolve_percentages


def _resolve_height(used: dict[str, Any], style: Any, height: Any) -> None:
    if height == "auto":
        own = style["height"]
        is_open = own == "auto" or check_math(own) or own.unit == "%"
        used["height"] = "auto" if is_open else own.value
        used["min_height"] = _least(style["min_height"], style, 0)
        used["max_height"] = _used(style["max_height"], style, float("inf"))
    else:
        used["height"] = _used(style["height"], style, height)
        used["min_height"] = _least(style["min_height"], style, height)
        used["max_height"] = _used(style["max_height"], style, height)


def _used(value: Any, style: Any, whole: Any) -> Any:
    if type(value) is Dimension:
        number, unit = value
        return whole * number / 100 if unit == "%" else number
    return percentage(value, style, whole)


def _least(value: Any, style: Any, whole: Any) -> Any:
    least = _used(value, style, whole)
    return 0 if least == "auto" else least


LEVER: Final = Lever(
    "resolve_percentages",
    (
        "weasyprint.layout.percent",
        *(f"weasyprint.layout.{name}" for name in ("inline", "page", "float", "grid", "absolute", "block")),
        *(f"weasyprint.layout.{name}" for name in ("column", "table")),
    ),
    _in_one_go,
)
