"""Read the size of a drawing."""

import re
from collections.abc import Mapping
from typing import Final

from leafwright.pictures.geometry import NUMBER, read_numbers

_SIDE: Final = re.compile(rf"(?P<number>{NUMBER})(?P<unit>[a-zA-Z]*)")
_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
}


def size_of(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Return width and height in pixels; a missing one is derived from the viewBox.

    Raises ValueError for a drawing that has neither.
    """
    box = read_numbers(attributes.get("viewBox", ""))
    canvas = (box[2], box[3]) if len(box) == len("xywh") else None
    width, height = (_pixels(attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return width, height
    if canvas is None:
        raise ValueError("the drawing does not say how large it is")
    if width:
        return width, width * canvas[1] / canvas[0]
    return (height * canvas[0] / canvas[1], height) if height else canvas


def _pixels(side: str) -> float | None:
    match = _SIDE.fullmatch(side.strip()) if len(side) < 100 else None  # noqa: PLR2004  # no length is that long
    factor = _PIXELS.get(match["unit"].lower()) if match else None
    return float(match["number"]) * factor if match and factor else None
