"""Words are shouted: in capitals, or with exclamation marks.

What: Finds two or more words in capitals one after the other, a single word of capitals that is an
ordinary one (NOT, MUST, STOP, WARNING), and exclamation marks. Abbreviations are left alone. English
only.

Why: Capitals lose the shapes by which words are known, are hard for people with dyslexia, and sound
angry. UKAAF, RNIB and the NHS service manual ask for none, and for bold where a word matters.

Bad:
```yaml
- kind: paragraphs
  id: rules
  text: |
    DO NOT DRIVE for a day.  # <-
    You must NOT eat.  # <-
    Well done!  # <-
```

Good:
```yaml
- kind: paragraphs
  id: rules
  text: |
    **Do not drive** for a day. An MRI or a CT scan may follow. Tell us about HIV or COPD.
    Vitamin B12 and an ECG. Write to NHS UK, PO Box 1. A or B.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import LOUD

_WORD: Final = r"[A-Z]{2,}(?:['’][A-Z]+)?"
_RUN: Final = re.compile(rf"(?<![\w@/.-]){_WORD}(?:[ ,]+(?:{_WORD}|A|I))*(?![\w@/-])")
_MARK: Final = re.compile(r"(?<=[\w)”\"’'])!+")


def check(reader: Reader) -> Iterator[Finding]:
    """Report words in capitals and exclamation marks."""
    if not reader.language.startswith("en"):
        return
    for passage in reader.prose:
        for found in _RUN.finditer(passage.text):
            if LOUD & set(found[0].replace(",", " ").split()):
                yield Finding(
                    place=passage.place_at(found.start()),
                    message=f"'{found[0]}' is shouted",
                    hint="write it in small letters; **bold** if it must stand out",
                )
        for found in _MARK.finditer(passage.text):
            yield Finding(
                place=passage.place_at(found.start()),
                message="an exclamation mark shouts",
                hint="end the sentence with a full stop",
            )
