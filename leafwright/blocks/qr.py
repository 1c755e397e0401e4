"""A code for a phone's camera, with the same address printed beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Final, Literal

import segno
from pydantic import Field

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.traits import PassageKind
from leafwright.model.record import WEB
from leafwright.phrasing.phrases import shown_address
from leafwright.text import Text, phrase

QUIET_ZONE: Final = 4
"""Modules of white around a code. Source: ISO/IEC 18004."""
LONGEST: Final = 120
"""How many signs an address may have: a longer one makes a code that is too fine for paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QRView(BlockView):
    """A code as an SVG path on a grid of `size` modules, quiet zone included."""

    kind = "qr"
    whole = True
    once = True

    label: Text
    address: str
    shown: Text
    size: int
    path: str
    small: bool = False
    """Whether it stands beside lines that are short, its address away from it."""


class QR(BlockRecord):
    """A code for a phone's camera, with the same address printed beside it."""

    kind: Literal["qr"]
    address: Annotated[str, Field(pattern=WEB, max_length=LONGEST)] | None = None
    """The address that the code leads to. It is printed beside the code.

    Without it, the code leads to the web page of the sheet, if the clinic says where that is in `web-base`.

    Example: https://example.org/knee
    """
    label: Annotated[Text, PassageKind.CAPTION]
    """What readers find there."""

    def is_printed(self, context: BlockContext) -> bool:
        """Return whether there is an address."""
        return bool(self.address or context.page)

    def view(self, context: BlockContext) -> QRView:
        """Draw the code."""
        return draw_code(self.id, self.address or context.page, self.label)


def draw_code(name: str, address: str, label: Text, *, small: bool = False) -> QRView:
    """Draw a code of error level Q under an id, quiet zone included; a `small` one has larger squares."""
    size, path = _drawn(address, "m" if small else "q")
    return QRView(
        id=name,
        label=label,
        address=address,
        shown=phrase(shown_address(address)),
        size=size,
        path=path,
        small=small,
    )


@lru_cache(maxsize=256)
def _drawn(address: str, level: str) -> tuple[int, str]:
    """Return the size and the path of a code; to choose its pattern takes longest, and sheets share codes."""
    matrix = segno.make(address, error=level, boost_error=False, micro=False).matrix
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{width}v1h-{width}z"
        for y, line in enumerate(matrix)
        for x, width in _dark_runs(line)
    )
    return len(matrix) + 2 * QUIET_ZONE, path


def _dark_runs(line: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Go through the dark runs of a line of modules: where each begins, and its width."""
    start = 0
    for dark, run in groupby(line):
        width = len(list(run))
        if dark:
            yield start, width
        start += width
