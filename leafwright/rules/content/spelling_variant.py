"""A word is spelled the British way in American text, or the other way round.

What: Finds American spellings in a handout written in `en` or `en-GB`, and British ones in `en-US`. A
word with a capital inside a sentence is taken for a name. English only.

Why: Two spellings on one page look like two authors. Content in `en` is British; each clinic's
words/LANGUAGE.yaml turns it into its own spelling as it prints, and finds only what is spelled one way.

Bad:
```yaml
- kind: paragraphs
  id: clinic
  text: |
    Come to the treatment center.  # <-
    Tell us if you are anemic.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: clinic
  text: Come to the treatment centre, near the World Health Organization. Take the meter reading.
```
"""

from collections.abc import Iterator
from functools import cache

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import Found, WordList, read_words

AMERICAN = "en-US"


def check(reader: Reader) -> Iterator[Finding]:
    """Report words in the spelling that the handout is not written in."""
    if not reader.language.startswith("en"):
        return
    other = "British" if reader.language == AMERICAN else "American"
    listed = _list(reader.language)
    for found in listed.find(reader):
        if not _is_name(found):
            yield Finding(
                place=found.passage.place_at(found.start),
                message=f"'{found.word}' is {other} spelling",
                hint=f"write: {found.advice}",
            )


@cache
def _list(language: str) -> WordList:
    """Return the spellings that do not belong in a language, with those that do."""
    british = read_words("spellings").advice
    if language == AMERICAN:
        return WordList.of(british, inflected=True)
    return WordList.of({american: spelled for spelled, american in british.items()}, inflected=True)


def _is_name(found: Found) -> bool:
    before = found.passage.text[: found.start].rstrip()
    return found.word[0].isupper() and bool(before) and before[-1] not in ".!?:"
