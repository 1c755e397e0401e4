"""What was built from what: the record a build leaves beside its PDFs, and asks the next time."""

from leafwright.manifest.form import BRAND, CONFORMANCE, FORMAT, NAME, SUMS
from leafwright.manifest.reading import (
    read_manifest,
    read_toolchains,
    read_whole,
    read_withheld,
)
from leafwright.manifest.record import (
    NONE_FOUND,
    Entry,
    Facts,
    FindingCounts,
    Manifest,
    Names,
    Reason,
    Rung,
    Withheld,
)
from leafwright.manifest.writing import note_brand_proof, note_catalogue, sums_of, write_manifest

__all__ = [
    "BRAND",
    "CONFORMANCE",
    "FORMAT",
    "NAME",
    "NONE_FOUND",
    "SUMS",
    "Entry",
    "Facts",
    "FindingCounts",
    "Manifest",
    "Names",
    "Reason",
    "Rung",
    "Withheld",
    "note_brand_proof",
    "note_catalogue",
    "read_manifest",
    "read_toolchains",
    "read_whole",
    "read_withheld",
    "sums_of",
    "write_manifest",
]
