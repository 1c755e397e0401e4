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
    Withheld,
    fields_of,
    note_problems,
)
