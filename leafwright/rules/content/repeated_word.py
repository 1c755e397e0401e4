"""A word stands twice in a row.

What: Finds words that are repeated with nothing but blanks between, also over the end of a line and over bold
type. Left alone are names, numbers, and words that a language rightly repeats, such as "that that", "give her
her tablets" or "very very". In languages that often repeat words, such as Turkish, a finding is advice.

Why: Proofreaders overlook this slip, above all at the end of a line. A reader who stumbles over it may read
the line again, and trusts the rest less.

Bad:
```yaml
- kind: paragraphs
  id: ask
  text: |
    You can can phone the ward.  # <-
    Take your tablets with
    with a glass of water.  # <-
    Never stop **the** the tablets at once.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: ask
  text: |
    Tell us about any pain that that tablet causes. Give her her tablets. Say if you had had a fall.
    It is very, very rare. Read about Walla Walla. Come on day 2. 2 tablets are enough. Plan A a day before.
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Reader
from leafwright.rules.repeats import HINT, find_repeats, weight_in


def check(reader: Reader) -> Iterator[Finding]:
    """Report words that are written twice."""
    for passage in reader.passages:
        for repeat in find_repeats(passage.text, reader.language):
            yield Finding(
                place=passage.place_at(repeat.start),
                message=f"'{repeat.word}' stands twice in a row",
                hint=HINT,
                at_most=weight_in(reader.language),
            )
