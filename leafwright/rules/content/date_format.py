"""A date can be read in two ways, or not at all.

What: Finds dates in numbers only (03/04/2026, 3.4.26, 2026-04-03) and ordinals (the 3rd of April).
Fractions, ratios, times, telephone numbers and versions are left alone. English only.

Why: 03/04 is April in Saltmouth and March in Ohio. The NHS service manual asks for "3 April 2026", US
plain language for "April 3, 2026": the month in letters in both.

Bad:
```yaml
- kind: paragraphs
  id: when
  text: |
    Come on 03/04/2026.  # <-
    We open again on 3.4.26.  # <-
    It was checked on 2026-04-03.  # <-
    Come on the 3rd of April.  # <-
    Phone us before April 3rd.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: when
  text: |
    Come on 3 April 2026, or April 3, 2026. About 1/2 to 3/4 of people sleep well after their 3rd injection.
    Phone 01632 960 142 at 8.30. Your blood pressure was 120/80. Take 1.5 mg.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL: Final = rf"{_DAY}(?:st|nd|rd|th)"
_NUMBERS: Final = re.compile(
    rf"(?<![\w/.,:-])(?:{_DAY}([/.-]){_DAY}\1(?:\d{{4}}|\d{{2}})|(?:19|20)\d\d-(?:0\d|1[0-2])-{_DAY})(?![\w/:-]|\.\d)"
)
_ORDINALS: Final = re.compile(rf"(?<!\w)(?:{_ORDINAL}(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+{_ORDINAL})(?!\w)")


def check(reader: Reader) -> Iterator[Finding]:
    """Report dates in numbers only and dates with ordinals."""
    if not reader.language.startswith("en"):
        return
    for passage in reader.prose:
        if not any(sign.isdigit() for sign in passage.text):
            continue
        for found in _NUMBERS.finditer(passage.text):
            yield Finding(
                place=passage.place_at(found.start()),
                message=f"'{found[0]}' can be read as two dates",
                hint="write the month in letters: 3 April 2026",
            )
        for found in _ORDINALS.finditer(passage.text):
            yield Finding(
                place=passage.place_at(found.start()),
                message=f"'{found[0]}' writes the day as an ordinal",
                hint="write the day as a plain number: 3 April",
            )
