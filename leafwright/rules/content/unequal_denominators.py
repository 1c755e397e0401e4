"""Numbers that are compared are out of different totals.

What: Finds comparisons with numbers of people out of different totals, in one row or in several. Also finds
risks out of different totals that directly follow each other or share a heading.

Why: Readers compare the first numbers and miss the totals: 12 in 1,000 looks worse than 2 in 100. The Patient
Information Forum and the Royal College of Anaesthetists ask for one total in every comparison.

Bad:
```yaml
- kind: comparison
  id: options
  options:
    - {id: nothing, name: No treatment, definition: Wait and see., no-treatment: true}
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: How many are better after a month?
      of: 100
      answers:
        nothing: {n: 33, text: "are better [@elm1999]."}
        injection: "4 in 10 people are better [@elm1999]."  # <-
    - question: How many faint?
      of: 1000  # <-
      answers:
        nothing: Nobody faints.
        injection: {n: 12, text: "faint [@elm1999]."}
```

```yaml
- kind: risk
  id: fainting
  heading: Fainting
  people: people who had the injection
  event: fainted
  otherwise: did not
  n: 12
  of: 1000
  time-frame: on the day
  certainty: low
  source: [elm1999]
- kind: risk
  id: infection
  heading: Infection
  people: people who had the injection
  event: had an infection
  otherwise: did not
  n: 2
  of: 100  # <-
  time-frame: in the first month
  certainty: low
  source: [elm1999]
```

Good:
```yaml
- kind: comparison
  id: options
  options:
    - {id: nothing, name: No treatment, definition: Wait and see., no-treatment: true}
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: How many are better after a month?
      of: 1000
      answers:
        nothing: {n: 330, text: "are better [@elm1999]."}
        injection: {n: 420, text: "are better, 90 more in 1,000 [@elm1999]."}
    - question: How long does it take?
      answers:
        nothing: Nothing in 2 days.
        injection: About 1 in 24 hours.
```
"""

from collections.abc import Iterator
from itertools import pairwise

from leafwright.blocks.comparison import Comparison, Row
from leafwright.blocks.facts import ChoiceFacts
from leafwright.blocks.risk import Risk
from leafwright.problems import Place
from leafwright.rules import Finding, Reader
from leafwright.rules.shares import offer_total


def check(reader: Reader) -> Iterator[Finding]:
    """Report totals that differ from the first one of a comparison."""
    for block in reader.handout.blocks():
        if isinstance(block, Comparison):
            yield from _differing([total for row in block.rows for total in _totals(reader, row)])
    for first, second in _compared(reader):
        yield from _differing([(first.of, first.place_of("of")), (second.of, second.place_of("of"))])


def _totals(reader: Reader, row: Row) -> Iterator[tuple[int, Place]]:
    """Go through the totals of a row's numbers."""
    if row.of is not None:
        yield row.of, row.place_of("of")
    answers = {id(answer.text) for answer in row.answers.values()}
    for passage, count in reader.counts:
        if id(passage.written) in answers and not count.percent:
            yield count.total, passage.place_at(count.start)


def _compared(reader: Reader) -> Iterator[tuple[Risk | ChoiceFacts, Risk | ChoiceFacts]]:
    """Go through the numbers that a reader compares: neighbours, and risks that share a heading."""
    first_of: dict[str, Risk] = {}
    for section in reader.handout.sections:
        for before, block in pairwise((None, *section.blocks)):
            if isinstance(block, Risk):
                first = first_of.setdefault(block.heading.plain, block)
                yield (before, block) if isinstance(before, Risk) else (first, block)
            elif isinstance(block, ChoiceFacts) and isinstance(before, ChoiceFacts):
                yield before, block


def _differing(totals: list[tuple[int, Place]]) -> Iterator[Finding]:
    for total, place in totals:
        if total != totals[0][0]:
            yield Finding(
                place=place,
                message=f"out of {total:,}, but compared with numbers out of {totals[0][0]:,}",
                hint=offer_total(totals[0][0], total),
            )
