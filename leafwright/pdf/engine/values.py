"""Find the value of a property that no rule sets, which is that of the parent or the initial one, at once.

The engine asks for some hundred properties of each element, and goes through all that a set value may need.
"""

from collections.abc import Callable
from typing import Any, Final

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from leafwright.pdf.engine.lever import Lever

_OTHERWISE: Final = frozenset({"position", "float", "display", "page", *INITIAL_NOT_COMPUTED})
"""Properties that have rules of their own, like those of the decoration of text."""
_LOGICAL: Final = {
    name: tuple(logical(block="ttb", inline=inline) for inline in ("ltr", "rtl"))
    for name, logical in PHYSICAL_FUNCTIONS.items()
}
"""The properties by which a style may set another one, on a page that is read from the left or the right."""


def _quick(find: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def __missing__(style: Any, key: str) -> Any:  # noqa: N807  # the name that is replaced
        cascaded, parent = style.cascaded, style.parent_style
        ltr, rtl = _LOGICAL.get(key, (key, key))
        if key in cascaded or ltr in cascaded or rtl in cascaded or parent is None or key in _OTHERWISE:
            return find(style, key)
        if key in INHERITED or key[:2] == "__":
            value = parent[key]
        elif key[:16] == "text_decoration_":
            return find(style, key)
        else:
            value = INITIAL_VALUES[key]
        style[key] = value
        return value

    return __missing__


LEVER: Final = Lever("__missing__", ("weasyprint.css:ComputedStyle",), _quick)
