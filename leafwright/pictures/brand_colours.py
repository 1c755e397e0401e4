"""Print drawings in the colours of a brand: where they name certain colours, they get the brand's own."""

import re
from typing import Final

from leafwright.palette import Palette

FIGURE_NAMES: Final = frozenset({"currentcolor", "steelblue"})
"""The colours in a drawing that become the brand's colour, in small letters."""
MIDDLE_NAMES: Final = frozenset({"lightsteelblue"})
"""The colours in a drawing that become a tint of the brand's colour."""
_PAINT: Final = re.compile(
    rb"""(?P<before>\b(?:fill|stroke)\s*[=:]\s*["']?\s*)(?P<name>[A-Za-z]+)(?=\s*["';])""", re.IGNORECASE
)


def paint(content: bytes, palette: Palette) -> bytes:
    """Return an SVG with the brand's colours in place of those that stand for them."""

    def painted(match: re.Match[bytes]) -> bytes:
        name = match["name"].decode().lower()
        if name in FIGURE_NAMES | MIDDLE_NAMES:
            colour = palette.figure if name in FIGURE_NAMES else palette.middle
            return match["before"] + colour.encode()
        return match[0]

    return _PAINT.sub(painted, content)
