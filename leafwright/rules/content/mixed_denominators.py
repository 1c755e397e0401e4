"""Numbers of people are out of different totals side by side.

What: Finds a block whose numbers of people are out of different totals, such as 1 in 10 beside 3 in 100. The
rows of a comparison have a rule of their own.

Why: Readers compare the first numbers and miss the totals: 1 in 10 looks smaller than 3 in 100. The Patient
Information Forum and the Royal College of Anaesthetists ask for one total in all that is compared.

Bad:
```yaml
- kind: list
  id: harms
  items:
    - "**3 in 100** people have a headache."
    - 1 in 10 people feel sick.  # <-
```

Good:
```yaml
- kind: list
  id: harms
  items:
    - "**3 in 100** people have a headache."
    - 10 in every 100 people feel sick, 2 in 7 days or more.
    - In 2019, 4 out of 100 fainted. In 30 people it was worse.
```
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from leafwright.model.counted import Comparison
from leafwright.rules import Finding, Passage, Reader

_PEOPLE: Final = r"(?:(?:more|fewer|other)\s+)?(?:people|patients|women|men|children|adults|babies)?"
_UNITS: Final = r"(?:day|week|month|year|hour|minute|second|time|cm|mm|ml|mg|kg|km|point|night|session|visit)"
_FREQUENCY: Final = re.compile(
    rf"(?<![\w.,£$€-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\s+{_PEOPLE}\s*(?:in|out\s+of)\s+(?:every\s+)?"
    rf"(?P<total>\d{{1,3}}(?:,\d{{3}})+|\d+)(?![\w%]|[.,]\d)(?!\s*{_UNITS})"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def check(reader: Reader) -> Iterator[Finding]:
    """Report each number of people that is out of another total than the first of its block."""
    blocks = (passage for passage in reader.passages if not isinstance(passage.block, Comparison))
    for _, passages in groupby(blocks, key=lambda passage: id(passage.block or passage)):
        first = ""
        for passage, total, offset in _totals(passages):
            first = first or total
            if total != first:
                yield Finding(
                    place=passage.place_at(offset),
                    message=f"this number is out of {total}, another in the same block out of {first}",
                    hint="give all of them out of the same number: 10, 100, 1,000 or 10,000",
                )


def _totals(passages: Iterator[Passage]) -> Iterator[tuple[Passage, str, int]]:
    for passage in passages:
        for found in _FREQUENCY.finditer(passage.text):
            if not _YEAR.fullmatch(found["total"]):
                yield passage, found["total"], found.start()
