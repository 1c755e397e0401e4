"""The flavours of PDF: the standards that a file keeps, and declares to keep."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """The engine's name of a flavour, and the standards that its files conform to."""

    variant: str
    conformance: tuple[str, ...]


ARCHIVED: Final = Flavour(variant="pdf/a-3a", conformance=("PDF/A-3a", "PDF/UA-1"))
"""For archives and for screen readers at once."""
FORM: Final = Flavour(variant="pdf/ua-1", conformance=("PDF/UA-1",))
"""For files that people fill in, and so change: an archive keeps what is not changed."""
