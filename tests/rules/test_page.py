"""A rule's page: one form, or no rule."""

import pytest

from leafwright.rules.page import PageError, parse_page

WRITTEN = """A thing is wrong.

What: Finds
things.

It leaves others alone.

Why: They are wrong.

Bad:
```yaml
- one  # <-
```

```yaml
- two  # <-
```

Good:
```yaml
- three
```
"""


def test_a_page_has_its_parts() -> None:
    """The paragraphs lose their line breaks, the examples keep theirs."""
    page = parse_page(WRITTEN)

    assert page.title == "A thing is wrong."
    assert page.what == "Finds things.\n\nIt leaves others alone."
    assert page.why == "They are wrong."
    assert page.bad == ("- one  # <-\n", "- two  # <-\n")
    assert page.good == ("- three\n",)


def test_a_page_is_markdown() -> None:
    """Examples stay fenced when a page is printed."""
    assert "Good:\n\n```yaml\n- three\n```" in str(parse_page(WRITTEN))


def test_a_rule_for_english_says_so_in_its_page() -> None:
    """One declaration decides what the rule receives and is printed."""
    declared = parse_page(WRITTEN.replace("What: ", "What (English only): "))

    assert declared.english_only
    assert "It leaves others alone. English only.\n" in str(declared)
    assert not parse_page(WRITTEN).english_only


@pytest.mark.parametrize("part", ["What: ", "Why: ", "Bad:", "Good:"])
def test_a_missing_part_is_named(part: str) -> None:
    """What is not in the form is refused, and the part is reported."""
    with pytest.raises(PageError, match=part.strip(": ")):
        parse_page(WRITTEN.replace(f"\n{part}", "\nElse: "))


def test_parts_in_another_order_are_refused() -> None:
    """The order of the parts is a part of the form."""
    bad, good = WRITTEN.index("Bad:"), WRITTEN.index("Good:")

    with pytest.raises(PageError, match="the order"):
        parse_page(WRITTEN[:bad] + WRITTEN[good:] + "\n" + WRITTEN[bad:good])


def test_nothing_is_no_page() -> None:
    """A rule without words is refused."""
    with pytest.raises(PageError):
        parse_page("")
