"""Titles and messages break into lines of like length."""

import pytest

from leafwright.bidi import Direction
from leafwright.phrasing.balance import balance, tie_end
from leafwright.sheet.numbering import Numberer
from leafwright.text import parse_text, phrase


@pytest.mark.parametrize(
    ("words", "most", "lines"),
    [
        ("Steroid injections for back pain", 40, ["Steroid injections for back pain"]),
        ("Steroid injections for back pain", 31, ["Steroid injections", "for back pain"]),
        ("What is it, and why is it offered?", 15, ["What is it,", "and why is", "it offered?"]),
        ("Steroid injection: your options", 30, ["Steroid injection:", "your options"]),
        ("Facet joint injections", 20, ["Facet", "joint injections"]),
        ("Electroencephalography today", 15, ["Electroencephalography today"]),
    ],
)
def test_a_title_breaks_into_the_fewest_lines_of_like_length(words: str, most: int, lines: list[str]) -> None:
    """No word is alone on the last line, unless there are too few; one that has a colon ends with it."""
    assert [line.plain for line in balance(phrase(words), "ltr", most)] == lines


@pytest.mark.parametrize(
    ("words", "within", "lines"),
    [
        ("حقن الستيرويد لألم الظهر", "rtl", ["حقن الستيرويد", "لألم الظهر"]),
        ("حقن Hyaluronic Acid للركبة", "rtl", ["حقن", "Hyaluronic Acid للركبة"]),
    ],
)
def test_words_against_the_line_stay_together(words: str, within: Direction, lines: list[str]) -> None:
    """A name in Latin letters is in one line of an Arabic title."""
    assert [line.plain for line in balance(phrase(words), within, 22)] == lines


def test_what_is_not_plain_is_left_alone() -> None:
    """A message with bold words or a source breaks where it may."""
    text = parse_text("Rest the knee for **two days** and then walk a little each day.")

    assert balance(text, "ltr", 20) == (text,)


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Who is it for", "Who is it\u00a0for"),
        ("How long you have had it.", "How long you have had\u00a0it."),
        ("The possible complications", "The possible complications"),
        ("Benefits and risks", "Benefits and\u00a0risks"),
        ("Our clinic", "Our clinic"),
        ("Why is it offered?", "Why is it\u00a0offered?"),
    ],
)
def test_a_short_last_word_is_not_alone(words: str, tied: str) -> None:
    """It stays with the word before it, if both are short."""
    assert tie_end(tie_end(phrase(words))).plain == tied


@pytest.mark.parametrize(
    ("written", "tied"),
    [
        ("It may ease [@elm1999].", "It may\u00a0ease."),
        ("The injection did not help [@elm1999]", "The injection did not\u00a0help"),
        ("It **may** ease [@elm1999]", "It may ease"),
        ("The possible complications [@elm1999]", "The possible complications"),
        ("More [@elm1999]", "More"),
    ],
)
def test_a_short_last_word_is_not_alone_with_its_marker(written: str, tied: str) -> None:
    """The word before it is kept with both, if it is short and in the same type."""
    numbered = Numberer({"elm1999"}, cited=True).text(parse_text(written))

    bound = tie_end(tie_end(numbered))

    assert "".join(span.text for span in bound.spans) == tied
    assert tie_end(numbered).keys == ("elm1999",)
