"""A word has British spelling in American text, or the other way round.

What (English only): Finds American spellings in a handout written in `en` or `en-GB`, and British ones in
`en-US`, with all endings. Left alone are names, "World Health Organization", addresses, and spellings that
both use.

Why: Two spellings on one page look like two authors. Content in `en` is British: each clinic's words file
converts it to the clinic's own spelling, and can convert only British spelling.

Bad:
```yaml
- kind: paragraphs
  id: clinic
  text: |
    Come to the treatment center.  # <-
    Tell us if you are anemic.  # <-
    We recognized that jewelry gets in the way.  # <-
    Center yourself on the plate.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: clinic
  text: |
    Come to the treatment centre, near the World Health Organization. Take the meter reading. Take ferrous
    sulfate. We use a computer program. Write to pain-center@example.org. It is the size of a grain.
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.lexicon import spellings

AMERICAN: Final = "en-US"


def check(reader: Reader) -> Iterator[Finding]:
    """Report words that are not in the spelling of the handout."""
    british = reader.language != AMERICAN
    for american in spellings(american=british).find(reader):
        if not american.is_name:
            yield Finding(
                place=american.passage.place_at(american.start),
                message=f"'{american.word}' is {'American' if british else 'British'} spelling",
                hint=f"write: {american.advice}",
            )
