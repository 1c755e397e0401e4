"""Language tags: what is written in a language is printed as a country writes it."""

import pytest

from leafwright.tags import Language


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
