"""What was built from what: the record a build leaves beside its PDFs, and asks the next time."""

from leafwright.manifest.form import CONFORMANCE, FORMAT, NAME, SUMS
from leafwright.manifest.reading import read_grounds, read_manifest, read_withheld
from leafwright.manifest.record import NONE_FOUND, Entry, Facts, FindingCounts, Names, Reason, Rung, Withheld
from leafwright.manifest.writing import sums_of, write_manifest

__all__ = [
    "CONFORMANCE",
    "FORMAT",
    "NAME",
    "NONE_FOUND",
    "SUMS",
    "Entry",
    "Facts",
    "FindingCounts",
    "Names",
    "Reason",
    "Rung",
    "Withheld",
    "read_grounds",
    "read_manifest",
    "read_withheld",
    "sums_of",
    "write_manifest",
]
