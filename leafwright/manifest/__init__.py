"""What was built from what: the record that a build writes beside its PDFs, and reads the next time."""

from leafwright.manifest.output import (
    BRAND,
    MANIFEST,
    PACK,
    SCHEMA,
    SUMS,
    OutputState,
    note_pages,
    read_output,
    sums_of,
    write_output,
)
from leafwright.manifest.parts import (
    NONE_FOUND,
    FindingCounts,
    Names,
    PrintFile,
    ProblemRecord,
    ProductFile,
    Rung,
)
from leafwright.manifest.record import (
    Entry,
    Facts,
    Reason,
    SheetRecord,
    Withheld,
    fields_of,
    note_problems,
)

__all__ = [
    "BRAND",
    "MANIFEST",
    "NONE_FOUND",
    "PACK",
    "SCHEMA",
    "SUMS",
    "Entry",
    "Facts",
    "FindingCounts",
    "Names",
    "OutputState",
    "PrintFile",
    "ProblemRecord",
    "ProductFile",
    "Reason",
    "Rung",
    "SheetRecord",
    "Withheld",
    "fields_of",
    "note_pages",
    "note_problems",
    "read_output",
    "sums_of",
    "write_output",
]
