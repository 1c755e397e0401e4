"""What comes along is spelled as its dictionaries have it: examples, clinics and words files."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest

from leafwright.model.walk import leaves
from leafwright.resources import PACKAGE
from leafwright.rules.choice import RuleOptions
from leafwright.rules.prose import split_sentences
from leafwright.rules.run import run_rules
from leafwright.source import read_source
from leafwright.spelling import SpellCheckers, SpelledWord, find_words, names_of
from leafwright.workspace import Workspace
from tests.workspaces import read_examples

LANGUAGES: Final = ("en-GB", "en-US", "es", "fr", "ar", "pl")
"""Those with a dictionary."""
SHORT: Final = "phrases.exercises.days."
"""The names of days, cut to fit a grid."""

pytestmark = pytest.mark.xdist_group("spelling")


@pytest.fixture(scope="module")
def spellers() -> SpellCheckers:
    """Read each dictionary once."""
    return SpellCheckers.of(Workspace(root=PACKAGE.parent), names_of(read_examples().clinics))


def test_the_examples_have_no_unknown_word(spellers: SpellCheckers) -> None:
    """Neither the handouts in three languages nor the clinics."""
    ask = RuleOptions(as_of=date(2027, 1, 1), rules=("spelling",), spellers=spellers)

    assert [str(problem) for problem in run_rules(read_examples(), ask)] == []
    assert spellers.missing == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_of_a_language_have_no_unknown_word(language: str, spellers: SpellCheckers) -> None:
    """A slip in words/ would be on every page."""
    speller = spellers.speller_for(language)

    assert speller
    assert [word for word in _words_of(language) if not speller.knows(word)] == []


def _words_of(language: str) -> Iterator[SpelledWord]:
    tree = read_source(PACKAGE.parent / "words" / f"{language}.yaml", f"{language}.yaml")
    for spot, phrase in leaves({name: tree.get(name) for name in ("phrases", "spelling")}):
        if isinstance(phrase, str) and not spot.path.startswith(SHORT):
            text = re.sub(r"\{[^}]*\}", "\ufffc", phrase)
            yield from find_words(text, [start for start, _ in split_sentences(text, language)], language)
