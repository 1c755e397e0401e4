"""A sentence is too long.

What: Finds sentences with more words than the profile allows. Numbers count as one word, citations as none.

Why: Readers have to keep a long sentence in mind until it ends. The NHS service manual asks for at most 20
words, guides to easy read for at most 15.

Bad:
```yaml
- kind: paragraphs
  id: advice
  text: |
    Rest your knee.
    You should try to rest the knee as much as you can for the first two days after the procedure  # <-
    and then begin to move it gently.
```

Good:
```yaml
- kind: paragraphs
  id: advice
  text: |
    Rest your knee as much as you can for 2 days.
    Then begin to move it gently. Dr. Elm will see you at 8.30 a.m. on Monday, for about 15 minutes or so.
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Reader


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report sentences of more than `most` words."""
    for passage in reader.prose:
        for sentence in passage.sentences:
            if (count := len(sentence.words)) > most:
                yield Finding(
                    place=passage.place_at(sentence.start),
                    message=f"the sentence has {count} words",
                    hint=f"write at most {most}: make two sentences, or a list",
                )
