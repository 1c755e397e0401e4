"""Two numbers of the source have changed places.

What: Finds texts in which all numbers are those of the source, but two alike stand in the other order: counts
out of the same total, or numbers of the same unit. Also finds counts that do not stand beside their total.
Languages put other numbers elsewhere, so their order is left alone, and so is whether 100 stands before or
behind its 42.

Why: 42 in 100 with steroid and 33 in 100 with salt water is one finding, and the other way round is another
one. No comparison of the numbers alone can see it. Where the translator has rightly told one group first, the
finding wants no more than a look.

Bad:
```yaml
parts:
  groups:
    words: {text: "Mejoraron 33 de cada 100 con esteroide y 42 de cada 100 con agua salada."}  # <-
    source: {text: "42 in 100 got better with steroid, and 33 in 100 with salt water."}
```

Good:
```yaml
parts:
  groups:
    words: {text: "De cada 100 mejoraron 42 con esteroide, y 33 de 100 con agua salada."}
    source: {text: "42 in 100 got better with steroid, and 33 in 100 with salt water."}
  time:
    words: {text: "Estaban mejor 42 de cada 100 después de 1 mes."}
    source: {text: "After 1 month, 42 in 100 were better."}
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.reckoning import LanguageText
from leafwright.rules.swaps import swaps


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report numbers that stand in the other order."""
    for pair in reading.pairs:
        source = LanguageText(text=pair.said, language=reading.source_language)
        words = LanguageText(text=pair.translated, language=reading.language)
        for swap in swaps(source, words):
            place = pair.place_at(swap.offset)
            yield Finding(place=place, message=swap.message, hint="check which number belongs to whom")
