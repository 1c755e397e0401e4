"""A Latin abbreviation is used instead of plain words.

What: Finds eg, ie, etc, NB, cf and viz, with full stops or without.

Why: Many readers do not know them or mix them up, and screen readers spell them out. The NHS service manual
asks for "for example" and "that is", and for "and so on" only where a list cannot be finished.

Bad:
```yaml
- kind: paragraphs
  id: food
  text: |
    You can eat as usual.
    Have something light, eg toast.  # <-
    Avoid fizzy drinks, tea, etc.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: food
  text: |
    You can eat as usual. Have something light, for example toast.
    Tell us about any egg allergy, or if you have CF.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader

PLAIN: Final = {
    "eg": "for example",
    "ie": "that is",
    "etc": "and so on, or end the list where it ends",
    "nb": "please note, or nothing",
    "cf": "compare",
    "viz": "namely",
}
_LATIN: Final = re.compile(r"(?<![\w.@/-])([Ee]\.?g|[Ii]\.?e|[Ee]tc|N\.?B|n\.b|cf|viz)(?![\w@/-])")


def check(reader: Reader) -> Iterator[Finding]:
    """Report Latin abbreviations."""
    for passage in reader.prose:
        for match in _LATIN.finditer(passage.text):
            plain = PLAIN[match[1].replace(".", "").lower()]
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match[1]}' is a Latin abbreviation",
                hint=f"write: {plain}",
            )
