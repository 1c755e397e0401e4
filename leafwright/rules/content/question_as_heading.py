"""A heading is a question that takes too long to ask.

What: Counts the words of headings that end in a question mark. A profile says how many are allowed; with
none, no heading may be a question.

Why: The standards disagree. NHS and plain English guides say that a question hides its key word behind
"what" and "how"; patients asked by the Patient Information Forum look for the questions they would ask
themselves. Short questions serve both.

Bad:
```yaml
sections:
  - id: part
    heading: What are the things that I should think about before I come to the clinic for this?  # <-
    blocks:
      - {kind: paragraphs, id: plain, text: Bring your glasses.}
```

Good:
```yaml
sections:
  - id: part
    heading: What should I bring?
    blocks:
      - {kind: paragraphs, id: plain, text: Bring your glasses.}
      - kind: questions
        id: ask
        items: ["What are the things that I should think about before I come in for this?"]
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Kind, Reader


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report headings that are questions of more than `most` words."""
    for passage in reader.of_kind(Kind.HEADING):
        if passage.text.endswith("?") and len(passage.words) > most:
            yield Finding(
                place=passage.place,
                message=f"the heading is a question of {len(passage.words)} words, more than {most}",
                hint="put the key word first, or ask more briefly",
            )
