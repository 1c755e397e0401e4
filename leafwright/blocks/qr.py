"""A code for a phone's camera, with the same address printed beside it."""

from dataclasses import dataclass
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


class QR(BlockRecord):
    """A code for a phone's camera, with the same address printed beside it."""

    kind: Literal["qr"]
    address: Annotated[str, Field(pattern=WEB, max_length=120)]
    label: Annotated[Text, PassageKind.CAPTION]

    def view(self, _context: BlockContext) -> QRView:
        """Draw a code of error level Q, quiet zone included."""
        matrix = segno.make(self.address, error="q", boost_error=False, micro=False).matrix
        path = "".join(
            f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
            for y, line in enumerate(matrix)
            for x, dark in enumerate(line)
            if dark
        )
        return QRView(
            id=self.id,
            label=self.label,
            address=self.address,
            shown=phrase(shown_address(self.address)),
            size=len(matrix) + 2 * QUIET_ZONE,
            path=path,
        )
