"""Numbers of people are out of different totals side by side.

What: Finds a block with numbers of people out of different totals, such as 1 in 10 beside 3 in 100. Another
rule checks the rows of a comparison.

Why: Readers compare the first numbers and miss the totals: 1 in 10 looks smaller than 3 in 100. The Patient
Information Forum and the Royal College of Anaesthetists ask for one total in every comparison.

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

from collections.abc import Iterator
from itertools import groupby

from leafwright.blocks.comparison import Comparison
from leafwright.rules import Finding, Reader
from leafwright.rules.shares import offer_total


def check(reader: Reader) -> Iterator[Finding]:
    """Report each number of people that is out of another total than the first of its block."""
    counts = (
        (passage, count)
        for passage, count in reader.counts
        if not count.percent and not isinstance(passage.block, Comparison)
    )
    for _, group in groupby(counts, key=lambda counted: id(counted[0].block or counted[0])):
        (_, first), *others = group
        for passage, count in others:
            if count.total != first.total:
                yield Finding(
                    place=passage.place_at(count.start),
                    message=f"out of {count.total:,}, but the block's first number is out of {first.total:,}",
                    hint=offer_total(first.total, count.total),
                )
