"""A word sells a treatment or waves a worry away.

What: Finds words of advertising ("state-of-the-art", "world-class", "miracle") and of empty comfort
("don't worry", "nothing to worry about", "completely safe", "perfectly safe", "guaranteed"). English
only.

Why: A leaflet informs a choice; it makes none. IPDAS and the General Medical Council's guidance on
consent ask for words that neither promise nor push, and readers trust a number more than a compliment.

Bad:
```yaml
- kind: paragraphs
  id: sell
  text: |
    Our state-of-the-art clinic is here for you.  # <-
    The scan is completely safe.  # <-
    Don't worry about the needle.  # <-
    A good result is guaranteed.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: sell
  text: |
    If you worry about the needle, tell us. It is safe to drive the next day. There is no guarantee that it
    helps. Nobody can guarantee a result. Is it safe?
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import WordList

_ADVERTISING: Final = (
    "amazing",
    "best possible care",
    "breakthrough",
    "centre of excellence",
    "cutting-edge",
    "cutting edge",
    "first-class",
    "gold standard",
    "highly skilled",
    "highly trained",
    "leading-edge",
    "life-changing",
    "miracle",
    "revolutionary",
    "state-of-the-art",
    "state of the art",
    "wonderful",
    "world-class",
    "world-leading",
    "world leading",
)
_COMFORT: Final = (
    "absolutely safe",
    "completely safe",
    "do not worry",
    "don't worry",
    "don’t worry",
    "entirely safe",
    "extremely safe",
    "no cause for alarm",
    "no cause for concern",
    "no need to worry",
    "nothing to worry about",
    "perfectly normal",
    "perfectly safe",
    "please don't be alarmed",
    "rest assured",
    "safe and effective",
    "totally safe",
    "very safe",
    "guaranteed",
)
PRAISE: Final = WordList.of(
    dict.fromkeys(_ADVERTISING, "say what it does, and for how many people")
    | dict.fromkeys(_COMFORT, "say what may happen, how often, and what to do then")
)


def check(reader: Reader) -> Iterator[Finding]:
    """Report words that sell or soothe."""
    if not reader.language.startswith("en"):
        return
    for found in PRAISE.find(reader):
        if not _is_denied(found.passage.text, found.start):
            yield Finding(
                place=found.passage.place_at(found.start),
                message=f"'{found.word}' sells or soothes, and tells nothing",
                hint=found.advice,
            )


def _is_denied(text: str, start: int) -> bool:
    """Tell whether a `not` or `cannot be` just before takes the word back."""
    return text[:start].rstrip().lower().endswith((" not", "n't", "n’t", "cannot be", "not be", "never"))
