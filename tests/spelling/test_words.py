"""Which words of a text are looked up."""

import pytest

from leafwright.rules.prose import split_sentences
from leafwright.spelling import find_names, find_words
from leafwright.spelling.lists import read_words


def _looked_up(text: str, language: str = "en") -> list[str]:
    starts = [start for start, _ in split_sentences(text, language)]
    return [word.text for word in find_words(text, starts, language)]


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("You will recieve it.", ["You", "will", "recieve", "it"]),
        ("Ask Dr Okonkwo at Saltmouth.", ["Ask", "at"]),
        ("Write to knees@example.org now.", ["Write", "to", "now"]),
        ("See https://example.org/kneez or www.example.org/kneez, or example.org.", ["See", "or", "or"]),
        ("An MRI, eGFR and mmHg in A4 and T12", ["An", "and", "in", "and"]),
        ("Take 5mg at 8am or 9.30pm, e.g. now", ["Take", "at", "or", "now"]),
        ("An X-ray of a child’s knee", ["An", "of", "child’s", "knee"]),
        ("a follow-up and/or a check", ["follow-up", "and", "or", "check"]),
        ("We\ufffc looked", ["We", "looked"]),
    ],
)
def test_names_addresses_and_codes_are_passed_over(text: str, looked_up: list[str]) -> None:
    """What no dictionary could know is not looked up."""
    assert _looked_up(text) == looked_up


def test_a_noun_in_german_is_looked_up() -> None:
    """In German a capital does not make a name."""
    assert _looked_up("Das ist die Kniegelenk.", "de") == ["Das", "ist", "die", "Kniegelenk"]


def test_a_word_of_another_script_is_whole() -> None:
    """Vowel signs and marks belong to the word."""
    assert _looked_up("يُغمى عليه أيضًا", "ar") == ["يُغمى", "عليه", "أيضًا"]
    assert _looked_up("घुटने का दर्द", "hi") == ["घुटने", "का", "दर्द"]


def test_a_word_with_a_capital_within_a_sentence_is_a_name() -> None:
    """At the beginning of a sentence it may be any word."""
    assert [*find_names("Okafor sees you. Ask Okafor.", [0, 17])] == ["Okafor"]


def test_a_list_has_a_word_a_line() -> None:
    """A line of anything else is reported at its place, and the other lines are read."""
    words, problems = read_words(
        "# ours\nburs\n\ntwo words\nbeta-blocker  # of the heart\n5mg\n", "words/x.txt"
    )

    assert words == {"burs", "beta-blocker"}
    assert [str(problem).split(";")[0] for problem in problems] == [
        "words/x.txt:4:1: not-a-word: 'two words' is not one word",
        "words/x.txt:6:1: not-a-word: '5mg' is not one word",
    ]
