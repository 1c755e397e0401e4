"""SpellCheckers: which dictionary a language has, what a workspace adds, and what was probably meant."""

from pathlib import Path

import pytest

from leafwright.resources import PACKAGE
from leafwright.spelling import SpellChecker, SpellCheckers, SpelledWord
from leafwright.spelling.finding import choose_dictionary, packaged_dictionaries
from leafwright.spelling.words import WORD
from leafwright.workspace import Workspace
from tests.spelling.small import dictionary

LISTS = sorted((PACKAGE / "spelling" / "words").glob("*.txt"))


def _spellers(root: Path, **files: str) -> SpellCheckers:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return SpellCheckers.of(Workspace(root=root))


def _speller(root: Path, language: str = "cy", **files: str) -> SpellChecker:
    speller = _spellers(root, **{**dictionary(language), **files}).speller_for(language)
    assert speller
    return speller


def _knows(speller: SpellChecker, word: str) -> bool:
    return speller.knows(SpelledWord(text=word, start=0))


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en-GB"),
        ("en-GB", "en-GB"),
        ("en-US", "en-US"),
        ("en-IE", "en-GB"),
        ("es", "es"),
        ("es-MX", "es-MX"),
        ("fr", "fr-FR"),
        ("pt", "pt-BR"),
        ("sv", "sv-SE"),
        ("cs", "cs-CZ"),
        ("ar", "ar"),
        ("cy", ""),
        ("ur", ""),
        ("th", ""),
    ],
)
def test_a_language_has_the_dictionary_of_its_country_or_its_usual_one(language: str, tag: str) -> None:
    """Handouts in English are British; a language without spaces between words has none that helps."""
    assert choose_dictionary(language, packaged_dictionaries()) == tag


def test_a_dictionary_of_the_workspace_is_used(tmp_path: Path) -> None:
    """It has the forms that its rules make, and comes before the packaged one."""
    speller = _speller(tmp_path, "cy")

    assert [_knows(speller, word) for word in ("knee", "Knees", "kneez")] == [True, True, False]
    assert not _knows(_speller(tmp_path, "en"), "table")


def test_words_of_the_workspace_are_known(tmp_path: Path) -> None:
    """A list counts in all countries of its language, `any` in all languages; small letters fit capitals."""
    lists = {"words/spelling/en.txt": "burs\n", "words/spelling/any.txt": "Leafwright\n"}
    speller = _speller(tmp_path, "en-GB", **lists)

    assert [_knows(speller, word) for word in ("burs", "Burs", "Leafwright", "leafwright")] == [True] * 3 + [
        False
    ]


@pytest.mark.parametrize("word", ["Elm’s", "knee-knees", "l'knee", "k\u00adnee"])
def test_a_word_is_known_by_its_parts(tmp_path: Path, word: str) -> None:
    """Possessives, compounds with a hyphen, an article before an apostrophe, and soft hyphens."""
    assert _knows(_speller(tmp_path, **{"words/spelling/cy.txt": "Elm"}), word)


def test_a_short_form_is_known_with_its_full_stop(tmp_path: Path) -> None:
    """A dictionary may have it only with the stop."""
    speller = _spellers(tmp_path, **dictionary("cy", ["approx."])).speller_for("cy")

    assert speller
    assert speller.knows(SpelledWord(text="approx", start=0, stopped=True))
    assert not speller.knows(SpelledWord(text="approx", start=0))


@pytest.mark.parametrize(
    ("word", "meant"), [("recieve", "receive"), ("Recieve", "Receive"), ("bursaa", "bursa"), ("xqzw", "")]
)
def test_the_word_that_was_meant_is_suggested(tmp_path: Path, word: str, meant: str) -> None:
    """It is a slip away in the dictionary or near in the lists, and has the capital of what is written."""
    assert _speller(tmp_path, **{"words/spelling/cy.txt": "bursa\n"}).suggest(word) == meant


def test_a_language_without_a_dictionary_is_told(tmp_path: Path) -> None:
    """It is no problem of any file."""
    spellers = _spellers(tmp_path)

    assert spellers.speller_for("cy") is None
    assert (spellers.missing, spellers.problems) == (("cy",), ())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("cy.dic", "0\n", "a dictionary of Hunspell is two files; put cy.aff beside it"),
        ("english.txt", "", "no spelling is checked with a file of this name"),
        ("en.text", "", "no spelling is checked with a file of this name"),
        ("en.txt", "a, b\n", "'a, b' is not one word"),
    ],
)
def test_a_file_that_is_no_use_is_reported(tmp_path: Path, name: str, text: str, message: str) -> None:
    """With what to do about it."""
    (problem,) = _spellers(tmp_path, **{f"words/spelling/{name}": text}).problems

    assert message in problem.text
    assert problem.place.file == f"words/spelling/{name}"


def test_a_broken_dictionary_is_reported_once(tmp_path: Path) -> None:
    """The language counts as one without a dictionary."""
    files = {**dictionary("cy"), "words/spelling/cy.aff": "SET UTF-8\nSFX A Y one\n"}
    spellers = _spellers(tmp_path, **files)

    assert spellers.speller_for("cy") is spellers.speller_for("cy") is None
    assert [(str(problem.place), problem.code) for problem in spellers.problems] == [
        ("words/spelling/cy.aff:1:1", "bad-spelling-file")
    ]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_bundled_list_is_sorted(path: Path) -> None:
    """Each line is one word, and stands once."""
    first, *words = path.read_text("utf-8").splitlines()

    assert first.startswith("# ")
    assert words == sorted(set(words))
    assert [word for word in words if not WORD.fullmatch(word)] == []
