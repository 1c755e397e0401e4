"""A code for a phone's camera."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import WEB
from leafwright.text import Text


class QR(BlockRecord):
    """A code for a phone's camera, with the same address printed beside it."""

    kind: Literal["qr"]
    address: Annotated[str, Field(pattern=WEB, max_length=120)]
    label: Text
