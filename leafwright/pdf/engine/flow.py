"""Tell whether a box is in the normal flow by two look-ups: the engine looks its style up nine times."""

from collections.abc import Callable
from typing import Any, Final

from leafwright.pdf.engine.lever import Lever

_OUT: Final = frozenset({"left", "right", "inline-start", "inline-end", "footnote"})
_PLACED: Final = frozenset({"absolute", "fixed"})
_TAKEN: Final = frozenset({"running()", "note()"})


def _quick(_is_in_normal_flow: Callable[[Any], bool]) -> Callable[[Any], bool]:
    def is_in_normal_flow(box: Any) -> bool:
        style = box.style
        position = style["position"]
        return style["float"] not in _OUT and position not in _PLACED and position[0] not in _TAKEN

    return is_in_normal_flow


LEVER: Final = Lever("is_in_normal_flow", ("weasyprint.formatting_structure.boxes:Box",), _quick)
