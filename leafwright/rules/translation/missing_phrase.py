"""What the page needs beside a translation has no name in the language.

What: Finds a translation into a language without a words file, and names that the words file lacks: of the
handout's variants, of the editions that a clinic prints in the language, and of the decisions that it asks
for. What a clinic has not written in a language it prints is told by `missing-in-language`.

Why: A sheet without such a name cannot be made. The sheet says so as well, but not before the translation is
whole and a clinic prints it; by then the translator is gone.

Bad:
```yaml
phrases:
  editions:  # <-
    standard: Letra normal
```

Good:
```yaml
phrases:
  editions:
    standard: Letra normal
    large-print: Letra grande
```
"""

from collections.abc import Iterator

from leafwright.handout import slots_of
from leafwright.model.words import Words
from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.sheet.missing import unnamed_sheet, unnamed_slot


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report what the words of the language do not name."""
    if not reading.vocabulary and not reading.broken:
        yield Finding(
            place=reading.file.translation.place_of("language"),
            message=f"there is no words file for '{reading.language}'",
            hint=f"copy words/en-GB.yaml to words/{reading.language}.yaml, and translate it",
        )
    for words in reading.vocabulary:
        yield from _unnamed(reading, words)


def _unnamed(reading: Bilingual, words: Words) -> Iterator[Finding]:
    """Find what has no name in a words file; the sheets that need it tell of it in the same way."""
    handout, phrases = reading.file.source.handout, words.phrases
    editions = {name for folder in reading.printers for name in folder.clinic.prints.editions}
    names = [(handout.kind_of(name), phrases.variants) for name in handout.variants]
    names += [(name, phrases.editions) for name in sorted(editions)]
    slots = sorted({slot for block in handout.blocks() for slot in slots_of(block)})
    told = [unnamed_sheet(name, words) for name, there in names if name not in there]
    told += [unnamed_slot(slot, words) for slot in slots if slot not in phrases.decision.slots]
    for problem in told:
        yield Finding(place=problem.place, message=problem.message, hint=problem.hint)
