"""A source is old.

What: Finds cited references that are older than the profile, or the clinic, allows, counted in years from the
day of the check. A note such as "Updated 2020" counts as the year. References without a date are left alone.
If a classic trial is still the best evidence, silence the rule with a reason, at the reference or in a
handout.

Why: Evidence changes, and readers believe what is printed. DISCERN asks when the sources were published. No
standard names an age, so each profile and each clinic sets its own: `rules: {outdated-reference: {most-years:
5}}` in clinic.yaml.

Bad:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
    issued: {date-parts: [[1999]]}  # <-
    DOI: 10.1000/ex-1
```

Good:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
    issued: {date-parts: [[1999]]}
    DOI: 10.1000/ex-1
    silence:
      - {rule: outdated-reference, reason: the largest trial of all; the review below says so}
  - id: elm2005
    type: report
    title: A made-up guideline on sore knees
    issued: {date-parts: [[2005]]}
    note: Updated 2024
    URL: https://example.org/knees
  - id: elm2020
    type: article-journal
    title: A made-up review of sore knees
    issued: 2020-05-01
    DOI: 10.1000/ex-3
  - id: elm0
    type: webpage
    title: Sore knees
    URL: https://example.org/more-knees
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.model.reference import Reference
from leafwright.rules import Finding, Reader

_RENEWED: Final = re.compile(
    r"(?:updated|reviewed|revised|amended|reaffirmed)\b[^.;]*?\b((?:19|20)\d\d)\b", re.IGNORECASE
)


def check(reader: Reader, *, most_years: int) -> Iterator[Finding]:
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
