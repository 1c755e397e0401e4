"""A table compares choices.

What: Finds a table with at least two columns behind the first and at least two rows that begin with a
question. Tables of doses, of times or of numbers have no such rows, and one question alone is no comparison.

Why: Readers who choose between treatments need the same for each: every question answered for every choice,
doing nothing among them, numbers out of the same total. `kind: comparison` asks for that, a table does not.

Bad:
```yaml
- kind: table
  id: choices
  head: [Question, Tablets, Exercise]  # <-
  rows:
    - [Does it help?, A little, A little]
    - [Does it hurt?, "No", At first]
```

Good:
```yaml
- kind: table
  id: times
  head: [When, What, How long]
  rows:
    - [In the morning, Walk, 10 minutes]
    - [In the evening, Stretch, 5 minutes]
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.blocks.table import Table
from leafwright.rules import Finding, Reader
from leafwright.text import Text

_QUESTIONS: Final = ("?", "؟")
_ENOUGH: Final = 2


def check(reader: Reader) -> Iterator[Finding]:
    """Report tables whose rows are questions and whose columns are what answers them."""
    for block in reader.handout.blocks():
        if isinstance(block, Table) and block.column_count > _ENOUGH and _count_questions(block) >= _ENOUGH:
            yield Finding(
                place=block.place_of("head"),
                message="the rows of this table are questions, and its columns answer them",
                hint="write `kind: comparison`: it asks that every choice answers every question",
            )


def _count_questions(table: Table) -> int:
    first = (row[0] for row in table.rows)
    return sum(isinstance(cell, Text) and cell.plain.endswith(_QUESTIONS) for cell in first)
