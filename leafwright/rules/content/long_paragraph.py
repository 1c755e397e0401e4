"""A paragraph has too many sentences.

What: Finds paragraphs with more sentences than the profile allows.

Why: A block of text looks like work, and readers skip it. The NHS service manual and the CDC Clear
Communication Index ask for short paragraphs with one idea each.

Bad:
```yaml
- kind: paragraphs
  id: day
  text: |
    Come to the main desk.

    Come to the ward at 8am. Bring this sheet. A nurse will meet you. You get a bed. You can wait.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: day
  text: |
    Come to the ward at 8am. Bring this sheet.

    A nurse will meet you. She will show you to your bed. You can wait there.
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, PassageKind, Reader


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report paragraphs of more than `most` sentences."""
    for passage in reader.of_kind(PassageKind.PARAGRAPH):
        if (count := len(passage.sentences)) > most:
            yield Finding(
                place=passage.place,
                message=f"the paragraph has {count} sentences",
                hint=f"write at most {most}: a blank line begins the next paragraph",
            )
