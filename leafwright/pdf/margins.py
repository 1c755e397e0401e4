"""Give the head and the foot of a sheet's pages the height that their lines need."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final, Self

from weasyprint import Document
from weasyprint.formatting_structure import boxes

from leafwright.pdf.fit import MM

LEAST_EDGE: Final = 6 * MM
"""The edge of the paper that an office printer cannot print on."""
TOLERANCE: Final = 0.5 * MM
"""How far glyphs may reach beyond their boxes."""
MOST_MORE: Final = 1 / 2
"""The share of the height of the paper that a head or a foot may take in addition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreHeight:
    """What is added to the heights that the styles reserve for the head and the foot, in CSS pixels."""

    head: int = 0
    foot: int = 0

    @property
    def css(self) -> str:
        """Return both as custom properties, or nothing if the reserve is enough."""
        values = {"--head-wrapped": self.head, "--foot-wrapped": self.foot}
        given = (f"{name}: {value}px" for name, value in values.items() if value)
        rules = "; ".join(given)
        return f":root {{ {rules} }}" if rules else ""

    def enough_for(self, document: Document) -> Self:
        """Add what the head and the foot of a document still lack; return the same if they lack nothing."""
        most = ceil(min(page.height for page in document.pages) * MOST_MORE)
        lacking = list(_lacking(document))
        head, foot = (max((pair[side] for pair in lacking), default=0) for side in (0, 1))
        return replace(self, head=min(self.head + head, most), foot=min(self.foot + foot, most))


def _lacking(document: Document) -> Iterator[tuple[int, int]]:
    """Go through the pages, each with the height that its head and its foot lack.

    If the letters of a line are too close to the edge, the whole line gets its height.
    The engine has no public name for the boxes of a margin; its version is pinned.
    """
    for page in document.pages:
        lowest = page.height - LEAST_EDGE
        for box in page._page_box.children:  # noqa: SLF001  # there is no public name
            for line in _lines(box) if isinstance(box, boxes.MarginBox) else ():
                leading = (line.height - box.style["font_size"]) / 2
                top, bottom = line.position_y, line.position_y + line.height
                head = LEAST_EDGE - top if top + leading < LEAST_EDGE - TOLERANCE else 0
                foot = bottom - lowest if bottom - leading > lowest + TOLERANCE else 0
                yield ceil(head), ceil(foot)


def _lines(box: Any) -> Iterator[Any]:
    return (part for part in box.descendants() if isinstance(part, boxes.LineBox))
