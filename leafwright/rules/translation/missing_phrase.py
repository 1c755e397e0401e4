"""The page around a translation has gaps: a name or a text is not there in the language.

What: Finds what a page in the language of a translation needs beside it: the words file of the language; in
it, the names of the handout's variants, of the editions a clinic prints and of the decisions it asks for; and
in the file of each clinic that prints the language its opening hours, where to complain and how to tell what
one thinks. A disclaimer or a decision that is not there stops the sheet by itself.

Why: A sheet without such a name cannot be made, and one without a clinic's hours leaves out what the same
sheet says in English. People who read another language are owed the same information as everybody else.

Bad:
```yaml
complaints:
  name: {en: Practice manager}  # <-
  phone: 01632 960 303
  email: ask@elm-street.example.org
feedback: {en: Tell us at the desk.}  # <-
```

Good:
```yaml
complaints:
  name: {en: Practice manager, es: Dirección del centro}
  phone: 01632 960 303
  email: ask@elm-street.example.org
feedback: {en: Tell us at the desk., es: Díganoslo en recepción.}
```
"""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.model.clinic import in_language
from leafwright.model.handout import slots_of
from leafwright.model.words import Words
from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual, localised
from leafwright.sheet.missing import unnamed_sheet, unnamed_slot


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report names and texts that are not there in the language."""
    if not reading.vocabulary and not reading.broken:
        yield Finding(
            place=reading.file.translation.place_of("language"),
            message=f"there is no words file for '{reading.language}'",
            hint=f"copy words/en-GB.yaml to words/{reading.language}.yaml, and translate it",
        )
    for words in reading.vocabulary:
        yield from _unnamed(reading, words)
    for folder in reading.printers:
        yield from _unsaid(folder, reading.language)


def _unnamed(reading: Bilingual, words: Words) -> Iterator[Finding]:
    """Find what has no name in a words file; the sheets that need it tell of it in the same way."""
    handout, phrases = reading.file.source.handout, words.phrases
    editions = {name for folder in reading.printers for name in folder.clinic.prints.editions}
    names = [(name, phrases.variants) for name in handout.variants]
    names += [(name, phrases.editions) for name in sorted(editions)]
    slots = sorted({slot for block in handout.blocks() for slot in slots_of(block)})
    told = [unnamed_sheet(name, words) for name, there in names if name not in there]
    told += [unnamed_slot(slot, words) for slot in slots if slot not in phrases.decision.slots]
    for problem in told:
        yield Finding(place=problem.place, message=problem.message, hint=problem.hint)


def _unsaid(folder: ClinicFolder, language: str) -> Iterator[Finding]:
    """Find what a clinic says, but not in the language; what stops a sheet is told with the sheet."""
    for path, texts, place in localised(folder.clinic):
        if not path.startswith(("decisions.", "disclaimer")) and in_language(texts, language) is None:
            message = f"{path.replace('.', ', ')} is not said in {language}"
            yield Finding(place=place, message=message, hint=f"add `{language}:`")
