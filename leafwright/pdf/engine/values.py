"""Find the value of a property that no rule sets, which is that of the parent or the initial one, at once.

The engine asks for some hundred properties of each element, and goes through all that a set value may need.
A border without a style has no width.
"""

from collections.abc import Callable
from typing import Any, Final

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from leafwright.pdf.engine.lever import Lever

_OTHERWISE: Final = frozenset({"position", "float", "display", "page", *INITIAL_NOT_COMPUTED})
"""Properties that have rules of their own, like those of the decoration of text."""
_SIMPLE: Final = (
    frozenset(INITIAL_VALUES)
    - _OTHERWISE
    - {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
)
_LOGICAL: Final = {
    name: tuple(logical(block="ttb", inline=inline) for inline in ("ltr", "rtl"))
    for name, logical in PHYSICAL_FUNCTIONS.items()
}
"""The properties by which a style may set another one, on a page that is read from the left or the right."""
_DRAWN_BY: Final = {
    name: name.replace("width", "style")
    for name in (*(f"border_{side}_width" for side in ("top", "right", "bottom", "left")), "outline_width")
}
"""The properties without which there is no border, and so no width of one."""


def _quick(find: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def __missing__(style: Any, key: str) -> Any:  # noqa: N807  # the name that is replaced
        cascaded, parent = style.cascaded, style.parent_style
        if key in cascaded or parent is None:
            return find(style, key)
        if key in _LOGICAL:
            ltr, rtl = _LOGICAL[key]
            if ltr in cascaded or rtl in cascaded:
                return find(style, key)
        if key in _SIMPLE:
            value = parent[key] if key in INHERITED else INITIAL_VALUES[key]
        elif key == "page" or key[:2] == "__":
            value = parent[key]
        elif key in _DRAWN_BY and style[_DRAWN_BY[key]] in {"none", "hidden"}:
            value = 0
        else:
            return find(style, key)
        style[key] = value
        return value

    return __missing__


LEVER: Final = Lever("__missing__", ("weasyprint.css:ComputedStyle",), _quick)
