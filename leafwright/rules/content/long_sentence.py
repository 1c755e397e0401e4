"""A sentence is too long.

What: Finds sentences with more words than the profile allows, or than the variant of a sheet that prints them
does: 15 in easy read. Numbers count as one word, citations as none.

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

```yaml
sections:
  - id: test
    heading: Your blood test
    blocks:
      - kind: list
        id: what
        items:
          - A nurse puts a thin needle in your arm and takes a little blood out of it.  # <-
variants: [easy-read]
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
    """Report sentences of more than `most` words, or than the strictest sheet that prints them allows."""
    limits = dict(_limits(reader))
    for passage in reader.prose:
        allowed = min(most, limits.get(passage.section.id if passage.section else "", most))
        for sentence in passage.sentences:
            if (count := len(sentence.words)) > allowed:
                yield Finding(
                    place=passage.place_at(sentence.start),
                    message=f"the sentence has {count} words",
                    hint=f"write at most {allowed}: make two sentences, or a list",
                )


def _limits(reader: Reader) -> Iterator[tuple[str, int]]:
    """Go through the sections that a variant has a limit of its own for; what stands above them has no id."""
    handout = reader.handout
    own = {name: reader.formats.variant_of(handout, name).sentence for name in handout.variants}
    if all(own.values()):
        yield "", max(filter(None, own.values()))
    for name, limit in sorted(own.items(), key=lambda setting: -(setting[1] or 0)):
        yield from ((section.id, limit) for section in handout.sections_of(name) if limit)
