"""Find the height of a line without text once for each style, which the engine looks up by a long key."""

from collections.abc import Callable
from typing import Any, Final

from leafwright.pdf.engine.lever import Lever


def _remembered(measure: Callable[[Any], tuple[float, float]]) -> Callable[[Any], tuple[float, float]]:
    def strut(style: Any) -> tuple[float, float]:
        try:
            return style.strut  # type: ignore[no-any-return]  # the engine brings no types
        except AttributeError:
            style.strut = measure(style)
            return style.strut  # type: ignore[no-any-return]  # the engine brings no types

    return strut


LEVER: Final = Lever("strut", ("weasyprint.layout.inline",), _remembered)
