"""Profiles: what is on, how much it weighs and what it is given."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leafwright.problems import ContentError, Severity
from leafwright.rules import profile
from leafwright.rules.profile import Profile, load_profile, profile_names

HEAD = "summary: A test.\nstandards: None.\nrules:\n"


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Profile]]:
    """Load a profile of the test's own."""
    monkeypatch.setattr(profile, "FOLDER", tmp_path)
    load_profile.cache_clear()

    def loaded(rules: str) -> Profile:
        (tmp_path / "own.yaml").write_text(HEAD + rules, encoding="utf-8")
        return load_profile("own")

    yield loaded
    load_profile.cache_clear()


def test_there_are_three() -> None:
    """The profiles that clinics may name."""
    assert profile_names() == ("strict", "uk-nhs", "us-plain")


def test_a_setting_may_be_one_word(load: Callable[[str], Profile]) -> None:
    """A rule that is given nothing is set by its severity alone."""
    made = load("  latin-abbreviation: advice\n").find("latin-abbreviation")

    assert made is not None
    assert (made.severity, made.given) == (Severity.ADVICE, {})


def test_what_is_given_has_the_type_the_rule_asks_for(load: Callable[[str], Profile]) -> None:
    """Numbers are numbers, lists are tuples of words, and hyphens become those of a name."""
    own = load(
        "  long-sentence: {severity: error, most: 15}\n"
        "  missing-other-formats: {severity: error, any-of: [large-print]}\n"
    )
    sentence, formats = own.find("long-sentence"), own.find("missing-other-formats")

    assert sentence is not None
    assert formats is not None
    assert (sentence.given, formats.given) == ({"most": 15}, {"any_of": ("large-print",)})


def test_a_rule_may_be_off(load: Callable[[str], Profile]) -> None:
    """What is off is not among the rules that run."""
    own = load("  latin-abbreviation: off\n  long-sentence: {severity: error, most: 15}\n")

    assert [each.rule.code for each in own.rules_of("content")] == ["long-sentence"]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("  long-sentense: error\n", "unknown-rule"),
        ("  long-sentence: fatal\n", "unknown-value"),
    ],
)
def test_a_broken_profile_is_reported(load: Callable[[str], Profile], rules: str, code: str) -> None:
    """An unknown rule and an unknown severity are reported with what was meant."""
    with pytest.raises(ContentError) as caught:
        load(rules)

    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    "setting", ["error", "{severity: error, least: 5}", "{severity: error, most: many}", "off"]
)
def test_a_rule_is_given_what_it_takes(load: Callable[[str], Profile], setting: str) -> None:
    """Too little, too much or of the wrong type is refused, even when the rule is off."""
    own = load(f"  long-sentence: {setting}\n")

    with pytest.raises(ContentError) as caught:
        own.find("long-sentence")
    assert [problem.code for problem in caught.value.problems] == ["bad-setting"]


def test_an_unknown_profile_is_a_key_error() -> None:
    """A caller must check which there are."""
    with pytest.raises(KeyError):
        load_profile("uk-nhz")
