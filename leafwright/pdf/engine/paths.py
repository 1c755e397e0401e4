"""Read the path of a drawing once: an icon array draws the same figure a hundred times.

A path depends on its text and on the size of type, unless a share of the drawing is in it. What it draws is
what was added to the page.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from leafwright.pdf.engine.lever import Lever

_MOST: Final = 1000
"""How many paths are kept."""
_DRAWN: dict[tuple[str, Any], tuple[list[Any], list[Any]]] = {}


def _remembered(draw: Callable[[Any, Any, Any], None]) -> Callable[[Any, Any, Any], None]:
    @wraps(draw)
    def path(svg: Any, node: Any, font_size: Any) -> None:
        text, stream = node.get("d", ""), svg.stream.stream
        if "%" in text or node.vertices:
            draw(svg, node, font_size)
        elif (text, font_size) in _DRAWN:
            drawn, vertices = _DRAWN[text, font_size]
            stream.extend(drawn)
            node.vertices.extend(vertices)
        else:
            before = len(stream)
            draw(svg, node, font_size)
            if len(_DRAWN) < _MOST:
                _DRAWN[text, font_size] = stream[before:], list(node.vertices)

    return path


LEVER: Final = Lever("path", ("weasyprint.svg.path", "weasyprint.svg:TAGS"), _remembered)
