"""A time is too vague to act on.

What: Finds "soon", "shortly", "in due course", "a short time", "as soon as possible" and the like where
the reader is told what to do or what will happen. "As soon as" with an event, "soon after the injection"
in a risk, and "sooner" are left alone. English only.

Why: One reader's "soon" is tonight and another's next month. PEMAT and the CDC index ask for when, and
for how long.

Bad:
```yaml
- kind: paragraphs
  id: after
  text: |
    We will write to you shortly.  # <-
    Rest for a short time.  # <-
    Phone us as soon as possible.  # <-
    You will hear from us in due course.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: after
  text: |
    We will write to you within 2 weeks. Phone us as soon as you feel a pain in your chest. Some people
    fainted soon after the injection. You may feel better sooner. It was once common.
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Kind, Reader
from leafwright.rules.wording import WordList

VAGUE: Final = WordList.of(
    dict.fromkeys(
        (
            "a bit later",
            "a little later",
            "a little while",
            "a short time",
            "a short while",
            "as quickly as possible",
            "as soon as possible",
            "as soon as you can",
            "at a later date",
            "at your earliest convenience",
            "before long",
            "in a while",
            "in due course",
            "in good time",
            "in the near future",
            "in the not too distant future",
            "shortly",
            "some time later",
            "very soon",
        ),
        "say when, or for how long: within 2 days, for 1 hour",
    )
)
_NO_INSTRUCTION: Final = frozenset({Kind.TITLE, Kind.HEADING, Kind.QUESTION, Kind.ALT, Kind.CAPTION})
_AFTER: Final = (" after", " before", " afterwards", " following")


def check(reader: Reader) -> Iterator[Finding]:
    """Report times that nobody can act on."""
    if not reader.language.startswith("en"):
        return
    for found in VAGUE.find(reader):
        passage = found.passage
        if passage.kind not in _NO_INSTRUCTION and not passage.text.startswith(_AFTER, found.end):
            yield Finding(
                place=passage.place_at(found.start),
                message=f"'{found.word}' does not say when",
                hint=found.advice,
            )
