"""Scripts and families: which fonts a language is printed in."""

from dataclasses import replace

import pytest
from babel.core import get_global

from leafwright import families
from leafwright.families import (
    FALLBACKS,
    SOURCES,
    SUBSTITUTE,
    FontError,
    carrier,
    characters,
    fallback_scripts,
    how_to_install,
    lacking,
)
from leafwright.scripts import SCRIPTS, letters_of, script_of

ATKINSON = "Atkinson Hyperlegible"
WRITTEN = {"Latn": "pl cs hu ro tr cy vi lt lv sq hr so tl sw es pt fr de it", "Cyrl": "ru uk bg sr"}
"""Languages of each script that clinics are asked for, and must not have a letter missing in."""


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en-GB", "Latn"),
        ("ar", "Arab"),
        ("pa", "Guru"),
        ("pa-PK", "Arab"),
        ("sr", "Cyrl"),
        ("sr-Latn", "Latn"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
    ],
)
def test_a_language_has_a_script(language: str, script: str) -> None:
    """The script is the likely one of the language and its territory, or the one that is written."""
    assert script_of(language) == script


def test_an_unknown_language_is_taken_for_latin() -> None:
    """An unknown tag is reported elsewhere; here it is no fault."""
    assert script_of("xx") == "Latn"


def test_letters_are_small_and_capital() -> None:
    """A title may begin with any letter."""
    assert {"ŵ", "Ŵ"} <= letters_of("cy")


def test_english_needs_no_letter_beyond_ascii() -> None:
    """Nothing is looked up for a page in English."""
    assert letters_of("en-GB") == frozenset()


def test_a_script_that_is_not_the_likely_one_has_its_own_letters() -> None:
    """Serbian in Latin letters is not written with Cyrillic ones."""
    assert letters_of("sr-Latn") & letters_of("sr") == frozenset()


@pytest.mark.parametrize("language", [*" ".join(WRITTEN.values()).split(), "el"])
def test_every_letter_is_there_or_its_family_gives_way(language: str) -> None:
    """Whatever family a brand names, a page in the language lacks none of its letters."""
    for source in SOURCES:
        chosen = next(one for one in SOURCES if one.family == carrier(source.family, language))
        for weight in (400, 700):
            assert letters_of(language) <= characters(chosen.file(weight))


@pytest.mark.parametrize(
    ("family", "language", "lost"),
    [(ATKINSON, "cy", "ŵ"), ("Figtree", "vi", "ơ"), ("Public Sans", "el", "ω"), (ATKINSON, "ru", "ж")],
)
def test_a_family_without_a_letter_gives_way(family: str, language: str, lost: str) -> None:
    """The missing letters are named, and the page is printed in another family."""
    assert lost in lacking(family, language)
    assert carrier(family, language) == SUBSTITUTE


@pytest.mark.parametrize("language", ["en-GB", "pl", "es", "fr", "ar", "hi", "zh"])
def test_a_family_with_every_letter_stays(language: str) -> None:
    """Polish is set in the brand's own family, and so are the Latin words on a page in Arabic."""
    assert carrier(ATKINSON, language) == ATKINSON


@pytest.mark.parametrize("script", FALLBACKS)
def test_every_fallback_family_has_the_letters_of_its_languages(script: str) -> None:
    """Regular and bold have every letter of every language of the script, as far as these are known."""
    spoken = [language for language in get_global("likely_subtags") if script_of_tag(language) == script]

    for weight in (400, 700):
        there = characters(FALLBACKS[script].file(weight))
        assert {language for language in spoken if letters_of(language) - there} == set()


def script_of_tag(tag: str) -> str:
    """Find the script of a tag of the locale data; nothing for those that are no language alone."""
    return script_of(tag) if tag.isalpha() and tag.islower() else ""


def test_every_script_that_can_be_printed_has_a_family() -> None:
    """A script has bundled or fallback fonts, and every extra brings the family of one script."""
    assert {code for code, script in SCRIPTS.items() if script.extra} == set(FALLBACKS)
    assert all(FALLBACKS[code].extra == SCRIPTS[code].extra for code in FALLBACKS)


def test_only_the_scripts_in_use_need_a_fallback() -> None:
    """English, Polish and Russian need no fonts but the bundled ones."""
    assert fallback_scripts(["en-GB", "pl", "ru", "ur", "ar", "he"]) == ("Arab", "Hebr")


def test_a_missing_family_says_how_to_get_it() -> None:
    """The message names the package, and the command for a checkout and for an installed program."""
    lost = replace(FALLBACKS["Hebr"], family="No Such Face")

    assert not lost.installed
    with pytest.raises(FontError, match=r"no-such-face is not installed: run `make scripts`.*\[hebrew\]"):
        lost.file(400)


def test_a_family_may_come_in_a_package_of_several() -> None:
    """The family for Chinese is in a folder of a larger package."""
    assert FALLBACKS["Hans"].file(400).is_file()


def test_the_bundled_fonts_come_with_the_program() -> None:
    """What every page needs is no extra."""
    assert "make scripts" not in how_to_install("")
    assert families.SOURCES[0].installed
