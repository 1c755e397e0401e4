"""A word stands twice in a row in a translation.

What: Finds in translations, and in clinics' texts in their language, what `repeated-word` finds in a handout:
words that are repeated with nothing but blanks between.

Why: People who check a translation often do not read its language, and cannot see the slip.

Bad:
```yaml
parts:
  rest:
    words: {text: Descanse la la rodilla.}  # <-
    source: {text: Rest your knee.}
  ice:
    words: {text: "Ponga **hielo** hielo en la rodilla."}  # <-
    source: {text: "Put **ice** on your knee."}
```

Good:
```yaml
parts:
  no:
    words: {text: "No, no es grave. Descanse la rodilla."}
    source: {text: "No, it is not serious. Rest your knee."}
```

```yaml
language: fr
parts:
  sit:
    words: {text: "Si vous vous sentez mal, asseyez-vous."}
    source: {text: "If you feel unwell, sit down."}
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.repeats import HINT, find_repeats, weight_in


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report words that are written twice, except in texts that are still the source's."""
    for pair in reading.pairs:
        for repeat in () if pair.untouched else find_repeats(pair.translated, reading.language):
            yield Finding(
                place=pair.place_at(repeat.start),
                message=f"'{repeat.word}' stands twice in a row",
                hint=HINT,
                at_most=weight_in(reading.language),
            )
