"""Let the schema of references accept what exports have, as `check` does."""

import re
from typing import Any, Final

from leafwright.exports.csl import EXPORTED_NAMES, TYPES_OF_PROGRAMS

PASSED_OVER: Final = {"description": "What a program exports under this name is read, or passed over."}


def allow_exported(references: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with the fields and types of programs; editors offer only the types."""
    records = dict(references["$defs"])
    for record, names in EXPORTED_NAMES.items():
        further = sorted(map(re.escape, names - records[record]["properties"].keys()))
        records[record] |= {"patternProperties": {f"^({'|'.join(further)})$": PASSED_OVER}}
    fields = dict(records["Reference"]["properties"])
    fields["type"] = {**fields["type"], "enum": [*fields["type"]["enum"], *sorted(TYPES_OF_PROGRAMS)]}
    records["Reference"] |= {"properties": fields}
    return {**references, "$defs": records}
