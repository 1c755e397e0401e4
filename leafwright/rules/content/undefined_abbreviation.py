"""An abbreviation is used and never spelled out.

What: Finds abbreviations in capitals that are neither spelled out in the handout, as in "magnetic
resonance imaging (MRI)", nor in its glossary, nor among those that a profile takes as known. Each is told
once, where it stands first. English only.

Why: The NHS service manual asks for the words in full at first use. What staff say every day is new to
most readers.

Bad:
```yaml
- kind: paragraphs
  id: tests
  text: |
    You will have an ECG first.  # <-
    The ECG takes 5 minutes.
    PTPs come on Mondays.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: tests
  text: |
    You will have magnetic resonance imaging (MRI). The MRI takes 30 minutes. An ECG (a trace of your
    heartbeat) follows. Your NHS number and your GP's name. Come to ZZ1 1ZZ. Type II diabetes. A DEXA scan.
- kind: glossary
  id: words
  terms:
    - term: DEXA scan
      meaning: An X-ray that shows how strong your bones are.
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import LOUD

_CAPITALS: Final = re.compile(r"(?<![\w@/.&-])(?P<letters>[A-Z]{2,6})s?(?![\w@/&]|-\w|\.\w|\s\d[A-Z])")
_ROMAN: Final = re.compile(r"[IVX]+")


def check(reader: Reader, *, known: tuple[str, ...]) -> Iterator[Finding]:
    """Report abbreviations that nothing explains, once each; `known` needs no explanation."""
    if not reader.language.startswith("en"):
        return
    told = {*known, *LOUD}
    told |= {word.upper() for term in reader.terms for word in term.split()}
    for passage in reader.prose:
        found = _CAPITALS.finditer(passage.text)
        for abbreviation in found:
            letters = abbreviation["letters"]
            if letters in told or _ROMAN.fullmatch(letters):
                continue
            told.add(letters)
            if not _is_spelled_out(letters, abbreviation, passage.text):
                yield Finding(
                    place=passage.place_at(abbreviation.start()),
                    message=f"'{letters}' is not spelled out",
                    hint=f"write it in full first, then ({letters}); or explain it in the glossary",
                )


def _is_spelled_out(letters: str, found: re.Match[str], text: str) -> bool:
    """Tell whether words in brackets explain it, or it stands in brackets behind words with its initials."""
    if re.match(r"\s*\(\w", text[found.end() :]):
        return True
    before, after = text[: found.start()], text[found.end() :]
    if not (before.endswith("(") and after.startswith((")", ",", ";"))):
        return False
    words = re.findall(r"[A-Za-z][\w'’]*", before)[-2 * len(letters) - 2 :]
    return bool(words) and any(word[0].upper() == letters[0] for word in words)
