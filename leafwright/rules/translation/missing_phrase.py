"""The words file of a language lacks a name that the page needs."""

from leafwright.model.words import Words
from leafwright.phrasing.phrases import unnamed_sheet, unnamed_slot
from leafwright.rules import Bilingual, Finding, Findings


def check(reading: Bilingual) -> Findings:
    """Report names that the words of the language lack."""
    if not reading.vocabulary and not reading.broken:
        yield Finding(
            place=reading.file.translation.place_of("language"),
            message=f"there is no words file for '{reading.language}'",
            hint=f"copy words/en-GB.yaml to words/{reading.language}.yaml, and translate it",
        )
    for words in reading.vocabulary:
        yield from _unnamed(reading, words)


def _unnamed(reading: Bilingual, words: Words) -> Findings:
    """Find names that a words file lacks, with the messages of the sheets that need them."""
    handout, phrases = reading.file.source.handout, words.phrases
    editions = {name for folder in reading.printers for name in folder.clinic.prints.editions}
    names = [(handout.kind_of(name), phrases.variants) for name in handout.variants]
    names += [(name, phrases.editions) for name in sorted(editions)]
    named = {*phrases.decision.slots, *handout.slots}
    slots = sorted({slot for block in handout.blocks() for slot, _ in block.named_decisions()})
    problems = [unnamed_sheet(name, words) for name, known in names if name not in known]
    problems += [unnamed_slot(slot, words) for slot in slots if slot not in named]
    for problem in problems:
        yield Finding(place=problem.place, message=problem.message, hint=problem.hint)
