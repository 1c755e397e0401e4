"""Letters are not in the script of the language.

What: Finds words in another script than the language's, such as Latin letters in Arabic text. Left alone are
abbreviations, units and single letters, names that the source has too, addresses, and words of the source in
brackets or quotation marks, for example after their translation. Always found are letters that only look like
the language's own: a Cyrillic letter in a Polish word, the Arabic kaf in Urdu, and letters that Unicode has
only for old files. The rule `untranslated-text` finds texts that are still the source's.

Why: Readers of one script may not know the other, and the page prints such words in another font. A screen
reader misreads a letter that only looks right, and no search finds its word (UTS 39 on confusable
characters).

Bad:
```yaml
language: ar
parts:
  left:
    words: {text: "اسأل the nurse عن الألم."}  # <-
    source: {text: Ask the nurse about pain.}
  neighbour:
    words: {text: "کل شيء كالمعتاد."}  # <-
    source: {text: Everything as usual.}
```
```yaml
language: pl
parts:
  alike:
    words: {text: "Kol\u0430no boli."}  # <-
    source: {text: The knee hurts.}
```

Good:
```yaml
language: ar
parts:
  names:
    words: {text: "يعرض مستشفى Harbour Row تصوير MRI وجرعة 5 mg، و8.9 mmol/L."}
    source: {text: "Harbour Row offers an MRI scan and a dose of 5 mg, and 8.9 mmol/L."}
  term:
    words: {text: "التهاب السحايا (meningitis) نادر."}
    source: {text: Rarely there is meningitis.}
  address:
    words: {text: "اكتب إلى ask@example.org أو زر www.example.org/knees."}
    source: {text: Write to ask@example.org or see www.example.org/knees.}
  vitamin:
    words: {text: "خذ فيتامين D."}
    source: {text: Take vitamin D.}
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual, TextPair
from leafwright.rules.letters import Alien, find_aliens
from leafwright.scripts import SCRIPTS, script_of

_TOKEN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"@|://|www\.|[^\W\d_]\.[^\W\d_]{2,}")
_UNITS: Final = frozenset({"mg", "mcg", "kg", "ml", "dl", "cm", "mm", "km", "mmol", "mmhg", "min"})
_APART: Final = re.compile(r"[(\[«“‘\"][^()\[\]«»“”‘’\"]*[)\]»”’\"]")  # quotation marks
_LETTER: Final = re.compile(r"[^\W\d_]")


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report words that are not in the script of the language."""
    script = SCRIPTS.get(script_of(reading.language))
    for pair in reading.pairs:
        aliens = () if pair.untouched else find_aliens(pair.translated, reading.language)
        for alien in aliens:
            if alien.fault:
                place = pair.place_at(alien.start)
                yield Finding(place=place, message=alien.fault, hint="write the language's own letter")
        others = [alien for alien in aliens if not alien.fault and not _is_excused(alien, pair)]
        for start, end in _joined(others, pair.translated):
            message = f"'{pair.translated[start:end]}' is not in {script.name if script else ''} letters"
            yield Finding(
                place=pair.place_at(start),
                message=message,
                hint="translate it, or put it in brackets after its translation",
            )


def _is_excused(alien: Alien, pair: TextPair) -> bool:
    """Return whether a word may stand in a text of any language."""
    word, text = alien.text, pair.translated
    if len(word) == 1 or word[1:] != word[1:].lower() or word.lower() in _UNITS:
        return True
    token = next(match[0] for match in _TOKEN.finditer(text) if match.end() > alien.start)
    if _ADDRESS.search(token):
        return True
    known = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", pair.source_plain, re.IGNORECASE)
    apart = any(match.start() < alien.start < match.end() for match in _APART.finditer(text))
    name = word[0].isupper() or not word.isascii()
    return bool(known) and (apart or name)


def _joined(aliens: list[Alien], text: str) -> Iterator[tuple[int, int]]:
    """Join runs of letters with no other letters between them, and yield where each begins and ends."""
    start = aliens[0].start if aliens else 0
    for one, other in pairwise(aliens):
        if _LETTER.search(text, one.end, other.start):
            yield start, one.end
            start = other.start
    if aliens:
        yield start, aliens[-1].end
