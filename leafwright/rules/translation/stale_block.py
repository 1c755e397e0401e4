"""The words of a part are older than the source they were made from.

What: Finds parts of a translation that were made from an older wording of the source, by the fingerprint in
`made-from`, and parts marked `todo`. Line breaks in the source do not count. No other rule reads the words of
such a part. In a list for people, more than three of them are one finding; editors and other programs get
each at its place.

Why: A patient would read an old dose, or advice that was withdrawn. Depending on the clinic, a translation
with such a part is not printed, or only with a note on each page.

Bad:
```yaml
parts:
  rest:
    made-from: 0123456789ab  # <-
    words: {text: Descanse la rodilla.}
    source: {text: Rest your knee for 2 days.}
  cold:
    todo: true  # <-
    words: {text: Enfríe la rodilla.}
    source: {text: Keep your knee cool.}
```

Good:
```yaml
parts:
  rest:
    words: {text: Descanse la rodilla.}
    source: {text: Rest your knee.}
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.translation import called, parts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report parts whose words are older than the source, or still to be done."""
    count, source = len(parts_of(reading.file.source.handout)), reading.file.source.name
    together = f"{{n}} of {count} parts are older than what {source} says, or still to be done"
    for name in reading.file.state.stale:
        part = reading.file.translation.parts[name]
        if part.todo:
            message, hint = (
                f"{called(name)} is still to be done",
                "bring its words up to date, and take `todo` out",
            )
        else:
            message = f"the words of {called(name)} are older than what {source} says"
            hint = f"run `{reading.command}`, and bring them up to date"
        yield Finding(place=reading.place_of(name), message=message, hint=hint, together=together)
