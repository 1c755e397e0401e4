"""A source is old."""

import re
from typing import Final

from leafwright.model.reference import Reference
from leafwright.rules import Finding, Findings, Reader

_RENEWED: Final = re.compile(
    r"(?:updated|reviewed|revised|amended|reaffirmed)\b[^.;]*?\b((?:19|20)\d\d)\b", re.IGNORECASE
)


def check(reader: Reader, *, most_years: int) -> Findings:
    """Report cited references that are more than `most_years` old."""
    for entry in reader.cited:
        year = _year_of(entry)
        if year and (age := reader.as_of.year - year) > most_years:
            yield Finding(
                place=entry.place_of("issued"),
                message=f"'{entry.id}' is {age} years old",
                hint="look for a newer review of the question, or silence this with a reason",
            )


def _year_of(entry: Reference) -> int | None:
    """Return the year a work was published, or last updated according to its note."""
    years = [int(year) for year in _RENEWED.findall(entry.note or "")]
    if entry.issued:
        years += entry.issued.years
    return max(years, default=None)
