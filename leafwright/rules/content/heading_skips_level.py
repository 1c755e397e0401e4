"""A heading stands where none can: nothing follows it, or it says again what is above it.

What: Finds a sub-heading that ends its section or is followed at once by another, and one that repeats
the heading above it. Levels themselves cannot be skipped: a title is above sections, a section above its
sub-headings, and there is nothing below.

Why: People who listen move from heading to heading. An empty one is a level without content, and the next
seems to belong to it. WCAG 2.1, 1.3.1 and 2.4.6; PDF/UA-1, 7.4.

Bad:
```yaml
- {kind: heading, id: empty, text: At home}  # <-
- {kind: heading, id: night, text: At night}
- {kind: paragraphs, id: plain, text: Rest.}
- {kind: heading, id: last, text: Later}  # <-
```
```yaml
sections:
  - id: part
    heading: Your knee
    blocks:
      - {kind: heading, id: again, text: Your knee}  # <-
      - {kind: paragraphs, id: plain, text: Rest.}
```

Good:
```yaml
- {kind: paragraphs, id: first, text: Rest.}
- {kind: heading, id: night, text: At night}
- {kind: paragraphs, id: plain, text: Rest more.}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from leafwright.model.blocks import Heading
from leafwright.model.handout import Section
from leafwright.rules import Finding, Reader


def check(reader: Reader) -> Iterator[Finding]:
    """Report sub-headings without content of their own, and those that repeat their section's."""
    for section in reader.handout.sections:
        yield from _empty(section)
        yield from _repeated(section)


def _empty(section: Section) -> Iterator[Finding]:
    for block, after in pairwise((*section.blocks, None)):
        if isinstance(block, Heading) and (after is None or isinstance(after, Heading)):
            yield Finding(
                place=block.place,
                message=f"nothing stands below the heading '{block.text.plain}'",
                hint="write what belongs to it, or take it out",
            )


def _repeated(section: Section) -> Iterator[Finding]:
    for block in section.blocks:
        if isinstance(block, Heading) and block.text.plain.casefold() == section.heading.plain.casefold():
            yield Finding(
                place=block.place,
                message=f"'{block.text.plain}' repeats the heading of its section",
                hint="take it out, or say what is new below it",
            )
