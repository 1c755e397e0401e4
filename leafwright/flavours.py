"""The flavours of PDF: the standards that a file keeps, and declares to keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.model.prints import PdfForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """The engine's name of a flavour, and the standards that its files conform to."""

    variant: str
    conformance: tuple[str, ...]


ARCHIVED: Final = Flavour(variant="pdf/a-3a", conformance=("PDF/A-3a", "PDF/UA-1"))
"""For archives and for screen readers at once."""
NEWER: Final = Flavour(variant="pdf/a-4u", conformance=("PDF/A-4", "PDF/UA-2", "WTPDF 1.0"))
"""The same by the standards of PDF 2.0, which no file can keep together with those before them.

The engine has no plain PDF/A-4; this is the nearest.
"""
FORM: Final = Flavour(variant="pdf/ua-1", conformance=("PDF/UA-1",))
"""For files that people fill in, and so change: an archive keeps what is not changed."""
FLAVOURS: Final[Mapping[PdfForm, Flavour]] = {"a-3a": ARCHIVED, "ua-2": NEWER}
"""What a clinic may choose for its sheets that are no forms."""
