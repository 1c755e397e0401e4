"""A word is in no dictionary."""

from leafwright.rules import Finding, Findings, WrittenFile, WrittenText
from leafwright.rules.lexicon import spelling_pairs
from leafwright.spelling import FOLDER, SpellChecker, SpelledWord, find_names, find_words


def check(file: WrittenFile) -> Findings:
    """Report each word that is in no dictionary once, with how often it is written."""
    if file.speller is None:
        return
    unknown: dict[str, list[tuple[WrittenText, SpelledWord]]] = {}
    known = file.known | _variants(file)
    names = {name for text in file.texts for name in find_names(text.text, text.starts)}
    for text in (text for text in file.texts if text.spelled):
        for word in find_words(text.text, text.starts, file.language):
            folded = word.text.lower()
            if word.text not in names and folded not in known and not file.speller.knows(word):
                unknown.setdefault(folded, []).append((text, word))
    for occurrences in unknown.values():
        text, word = occurrences[0]
        times = f" ({len(occurrences)} times)" if len(occurrences) > 1 else ""
        yield Finding(
            place=text.place_at(word.start),
            message=f"'{word.text}'{times} is in no dictionary of {file.speller.tag}",
            hint=_hint(word.text, file.speller, file.language),
        )


def _variants(file: WrittenFile) -> frozenset[str]:
    """List the words of British and American spelling, which the rule `spelling-variant` tells apart."""
    return frozenset(word for pair in spelling_pairs().items() for word in pair if file.is_english)


def _hint(word: str, speller: SpellChecker, language: str) -> str:
    adding = f"add it to {FOLDER}/{language.partition('-')[0]}.txt"
    meant = speller.suggest(word)
    return f"did you mean '{meant}'? If it is right, {adding}" if meant else f"if it is right, {adding}"
