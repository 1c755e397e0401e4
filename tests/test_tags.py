"""Language tags: what is written in a language is printed as a country writes it."""

import pytest

from leafwright.tags import Language, tidy_tag


@pytest.mark.parametrize(
    ("tag", "base", "country"), [("en-GB", "en", "GB"), ("en", "en", ""), ("gsw-CH", "gsw", "CH")]
)
def test_a_language_is_a_tag_without_its_country(tag: str, base: str, country: str) -> None:
    """The base of a base is itself."""
    assert Language(tag).base == Language(tag).base.base == base
    assert Language(tag).country == country


def test_the_nearest_comes_first() -> None:
    """A country's own words go before those of its language, and other countries' are never taken."""
    there = {"en": "plain", "en-US": "American"}

    assert Language("en-US").choose(there) == "American"
    assert Language("en-GB").choose(there) == "plain"
    assert Language("en-GB").choose({"en-US": "American"}) is None
    assert Language("en").nearest == ("en",)


@pytest.mark.parametrize(("other", "like"), [("en-US", True), ("en", True), ("es", False), ("enm", False)])
def test_tags_of_one_language_are_alike(other: str, *, like: bool) -> None:
    """Tags of one language match whatever the country, but not because they begin with the same letters."""
    assert Language("en-GB").is_like(other) is like


@pytest.mark.parametrize("written", ["en-gb", "EN-GB", "en_GB", " En-Gb"])
def test_a_tag_is_read_in_any_capitals(written: str) -> None:
    """People write them as they please."""
    assert tidy_tag(written) == "en-GB"
    assert (tidy_tag("ES"), tidy_tag("Spanish")) == ("es", "Spanish")
