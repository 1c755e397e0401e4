"""A list has too many items.

What: Finds lists, checklists, steps and signs to look out for with more items than the profile allows.

Why: Nobody keeps a long list in mind, and the item that matters is lost in it. At most 6 or 7 items are asked
for by the AMA's and NIH's guides to plain health information.

Bad:
```yaml
- kind: checklist
  id: bring
  items: [your glasses, your keys, your phone, a book, a coat, some water, a snack, this sheet]  # <-
```

Good:
```yaml
- kind: checklist
  id: bring
  items: [your glasses, your phone, a book, some water, this sheet]
```
"""

from collections.abc import Iterator

from leafwright.model import blocks
from leafwright.rules import Finding, Reader


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report lists of more than `most` items."""
    for block in reader.handout.blocks():
        match block:
            case blocks.ListOf() | blocks.Checklist() | blocks.Steps():
                field, count = "items", len(block.items)
            case blocks.Warning():
                field, count = "signs", len(block.signs)
            case _:
                continue
        if count > most:
            yield Finding(
                place=block.place_of(field),
                message=f"the list has {count} items",
                hint=f"write at most {most}: make two lists, each with a line that says what it is about",
            )
