"""A percentage has decimals.

What (English only): Finds percentages such as 0.235%. Strengths of medicines, blood results and shares of a
body or a dose are left alone.

Why: Many readers cannot picture a part of one per cent, and a misplaced point is easily missed. The Patient
Information Forum asks for whole numbers of people: about 2 in 1,000.

Bad:
```yaml
- kind: paragraphs
  id: infection
  text: |
    An infection is rare.
    It happens after 0.235% of operations.  # <-
    The success rate is 99.5 per cent.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: infection
  text: |
    About 2 in 1,000 people get an infection. That is less than 1%.
    The skin is cleaned with 0.5% chlorhexidine and numbed with 0.25 % plain bupivacaine.
    Use hydrocortisone 0.5% twice a day. The gel is 0.5% strong.
    Your HbA1c should be below 8.5% on the day. Losing 2.5% of your body weight helps.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.counts import Count
from leafwright.rules.passage import just_before

_STRONG: Final = re.compile(r"\s(?:strong|strength|solution|cream|ointment|gel|drops|saline|glucose)\b")
_MEDICINE: Final = re.compile(r"\b\w+(?:one|ine|ol|ate|icol|acid|caine)\s$")
_TEST: Final = re.compile(r"\b(?:HbA1c|haematocrit|saturations?)\b[^.]*$")
TOTALS: Final = (100, 1000, 10_000)
_CLOSE: Final = 0.05


def check(reader: Reader) -> Iterator[Finding]:
    """Report percentages with decimals."""
    for passage, count in reader.counts:
        if count.percent and "." in count.written and not _is_strength(passage.text, count):
            yield Finding(
                place=passage.place_at(count.start),
                message=f"'{count.written}' has decimals",
                hint=f"write {_in_people(count.most)} people",
            )


def _is_strength(text: str, count: Count) -> bool:
    """Return whether it is the strength of a liquid or a cream, or the result of a blood test."""
    before, after = just_before(text, count.start), text[count.start + len(count.written) :]
    return bool(_STRONG.match(after) or _MEDICINE.search(before) or _TEST.search(before))


def _in_people(share: float) -> str:
    """Write a share as whole people, out of the smallest total that keeps it within a twentieth."""
    for total in TOTALS:
        affected = round(share * total)
        rarer = min(share, 1 - share) * total
        if abs(share * total - affected) <= _CLOSE * rarer:
            return f"about {affected:,} in {total:,}"
    return f"fewer than 1 in {TOTALS[-1]:,}"
