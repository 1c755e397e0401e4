"""Words are shouted: written in capitals.

What: Finds ordinary words in capitals, alone (NOT, STOP, BEFORE) or in a row that has one of them (KEEP
THIS LEAFLET SAFE). Abbreviations, names of products and the FAST test are left
alone. English only.

Why: Capitals lose the shapes by which words are known, are hard for people with dyslexia, and sound
angry. UKAAF, RNIB and the NHS service manual ask for none, and for bold where a word matters.

Bad:
```yaml
- kind: paragraphs
  id: rules
  text: |
    DO NOT DRIVE for a day.  # <-
    You must NOT eat.  # <-
    PLEASE BRING YOUR GLASSES  # <-
```

Good:
```yaml
- kind: paragraphs
  id: rules
  text: |
    **Do not drive** for a day. An MRI or a CT scan may follow. Tell us about HIV or COPD.
    Vitamin B12 and an ECG. Write to NHS UK, PO Box 1. A or B. Drink your MOVIPREP. Use the FAST test.
    Acute lymphoblastic leukaemia (ALL) has other tests. Well done!
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Passage, Reader
from leafwright.rules.lexicon import loud_alone, loud_words

_WORD: Final = r"[A-Z]{2,}(?:['’][A-Z]+)?"
_RUN: Final = re.compile(rf"(?<![\w@/.(-]){_WORD}(?:[ ,]+(?:{_WORD}|[AI]\b|\d+(?= [A-Z]{{2}})))*(?![\w@/-])")
_TWO: Final = re.compile(r"[A-Z]{2}")


def check(reader: Reader) -> Iterator[Finding]:
    """Report words in capitals."""
    if not reader.language.startswith("en"):
        return
    for passage in reader.prose:
        if _TWO.search(passage.text):
            yield from _capitals(passage)


def _capitals(passage: Passage) -> Iterator[Finding]:
    for found in _RUN.finditer(passage.text):
        words = found[0].replace("’", "'").replace(",", " ").split()
        if any(word in (loud_words() if len(words) > 1 else loud_alone()) for word in words):
            yield Finding(
                place=passage.place_at(found.start()),
                message=f"'{found[0]}' is shouted",
                hint="write it in small letters; **bold** if it must stand out",
            )
