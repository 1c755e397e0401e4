"""The form of the file: its names, and the number that is raised when its shape changes."""

from typing import Final

NAME: Final = "manifest.json"
SUMS: Final = "SHA256SUMS"
"""The hashes again, as `sha256sum --check` reads them."""

CONFORMANCE: Final = ("PDF/A-3a", "PDF/UA-1")
"""What every sheet of a manifest was found to conform to before it was published."""

FORMAT: Final = 8
"""Raised when the file's shape changes; a manifest of another format is read as none."""

BRAND: Final = "brand"
"""The folder of the brand proofs, which are no sheets."""
