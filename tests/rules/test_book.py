"""The book of rules: as new as the rules are."""

import pytest

from leafwright.codes import write_codes
from leafwright.resources import PACKAGE
from leafwright.rules.book import write_book, write_page
from leafwright.rules.rule import find_codes


def test_the_book_is_fresh() -> None:
    """`python -m leafwright.rules` writes docs/rules.md as it is in the repository."""
    assert (PACKAGE.parent / "docs" / "rules.md").read_text("utf-8") == write_book()


def test_the_codes_are_fresh() -> None:
    """It writes docs/codes.md as well."""
    assert (PACKAGE.parent / "docs" / "codes.md").read_text("utf-8") == write_codes()


@pytest.mark.parametrize("code", find_codes())
def test_every_rule_is_in_the_book(code: str) -> None:
    """No rule is without a page in it."""
    assert f"\n### {code}\n" in write_book()


def test_a_page_tells_how_profiles_set_the_rule() -> None:
    """The numbers that a rule uses are below its text."""
    assert "| `strict` | error | most: 20 |" in write_page("long-sentence")
