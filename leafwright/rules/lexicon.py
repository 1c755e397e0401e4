"""The lists of words beside the rules, in all forms that prose may have."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from leafwright.rules.inflection import inflect_verb, inflect_verbs, noun_forms, pluralise, verb_forms
from leafwright.rules.listed import read_list, read_words
from leafwright.rules.wording import Word, WordList


@cache
def hard_words() -> WordList:
    """Read the hard words: verbs and nouns with their endings, in British and American spelling."""
    tree = read_list("hard-words")
    words: dict[str, Word] = {}
    for entry, forms in _hard_forms(tree):
        words |= {form: Word(entry=entry, advice=advice) for form, advice in forms.items()}
    american = spelling_pairs()
    words |= {american[form]: word for form, word in words.items() if form in american}
    names = [f"{first} {name}" for first in tree["called-after"] for name in tree["called"].split()]
    return WordList.of(words | _passed_over([*tree["left-alone"], *names]))


def _hard_forms(tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Go through the entries, each with its forms and the plain words for each form."""
    verbs, plurals = tree["irregular-verbs"], tree["irregular-plurals"]
    for entry, advice in tree["verbs"].items():
        yield entry, dict(zip(inflect_verb(entry, verbs), inflect_verbs(advice, verbs), strict=True))
    for entry, advice in tree["nouns"].items():
        yield entry, dict(zip(noun_forms(entry), (advice, pluralise(advice, plurals)), strict=True))
    for entry, advice in (tree["uncountable"] | tree["as-written"]).items():
        yield entry, {entry: advice}


@cache
def spellings(*, american: bool) -> WordList:
    """List the American or the British spellings, each with the other one as its advice."""
    tree, pairs = read_list("spellings"), spelling_pairs()
    if american:
        pairs = {us: uk for uk, us in pairs.items() if us not in tree["both"]}
    words = {form: Word(entry=form, advice=other) for form, other in pairs.items()}
    return WordList.of(words | _passed_over(tree["left-alone"]))


@cache
def spelling_pairs() -> Mapping[str, str]:
    """Map each British spelling to its American one, with all endings."""
    tree = read_list("spellings")
    pairs = dict(tree["as-written"])
    for british, american in tree["words"].items():
        pairs |= dict(zip(_endings(british), _endings(american), strict=True))
    return pairs


@cache
def loud_words() -> frozenset[str]:
    """Read the ordinary words that are not abbreviations, even in capitals."""
    return frozenset(map(str.upper, read_words("loud", "words")))


@cache
def loud_alone() -> frozenset[str]:
    """Return the ordinary words that no abbreviation is spelled like."""
    return loud_words() - frozenset(map(str.upper, read_words("loud", "doubtful")))


def _endings(word: str) -> tuple[str, ...]:
    """Make the forms of a word, as many in either spelling: organise, organisation, organiser."""
    if not word.endswith(("ise", "ize")):
        return verb_forms(word)
    stem = word[:-1]
    return (*verb_forms(word), f"{stem}ation", f"{stem}ations", f"{stem}er", f"{stem}ers")


def _passed_over(forms: Iterable[str]) -> dict[str, Word]:
    return {form: Word(entry=form) for form in forms}
