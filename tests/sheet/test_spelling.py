"""Words as a clinic's language spells them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.model.words import Words
from leafwright.phrasing.spelling import Speller
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import printed, printed_texts
from leafwright.text import parse_text

Maker = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("a local anaesthetic", "a local anesthetic"),
        ("Anaesthetics numb.", "Anesthetics numb."),
        ("LITRE", "LITER"),
        ("Phone us first.", "Call us first."),
        ("your **centre** and", "your **center** and"),
        ("a [grey area](https://example.org/grey)", "a [gray area](https://example.org/grey)"),
        ("non-grey", "non-gray"),
    ],
)
def test_words_are_spelled_the_american_way(words: dict[str, Words], british: str, american: str) -> None:
    """Words of the map are replaced, with as many capitals as they had."""
    spelled = Speller(words["en-US"]).text(parse_text(british))

    assert spelled.spans == parse_text(american).spans


def test_the_word_after_a_blank_stays_with_it(words: dict[str, Words]) -> None:
    """No line ends between a number that somebody writes and its unit."""
    spelled = Speller(words["en-GB"]).text(parse_text("Take [[short: number]] puffs, [[hours]], and wait."))

    assert [span.text for span in spelled.spans] == [
        "Take ",
        "",
        "\N{NO-BREAK SPACE}puffs, ",
        "",
        ", and wait.",
    ]


@pytest.mark.parametrize(
    "written", ["greyhound", "the colourful one", "centred", "tele-phone used", "litres"]
)
def test_only_whole_words_are_replaced(words: dict[str, Words], written: str) -> None:
    """A word that only contains one of the map is unchanged."""
    assert Speller(words["en-US"]).text(parse_text(written)).plain == written


@pytest.mark.parametrize(
    "address",
    [
        "pain-centre@harbour.example.org",
        "grey@example.org",
        "ask@colour.example.org",
        "https://example.org/pain-centre",
        "https://example.org/grey/litre",
        "harbour-centre.example.org",
        "example.org/grey",
    ],
)
def test_an_address_is_never_spelled_otherwise(words: dict[str, Words], address: str) -> None:
    """An address that contains a word of the map is unchanged."""
    written = f"Our grey centre: {address}, or {address}"

    spelled = Speller(words["en-US"]).text(parse_text(written)).plain

    assert spelled == f"Our gray center: {address}, or {address}"


@given(written=st.text("abgrey centr@./:-", max_size=30))
def test_british_words_stay_british(words: dict[str, Words], written: str) -> None:
    """A language without a map changes nothing, and one with a map keeps the number of words."""
    text = parse_text(f"x{written.rstrip(' ')}")  # at the beginning of a line, `- ` is a list and refused

    assert Speller(words["en-GB"]).text(text) == text
    assert len(Speller(words["en-US"]).text(text).plain.split()) == len(text.plain.split())


def test_a_whole_sheet_is_spelled_one_way(make: Maker) -> None:
    """Title, blocks, pictures' words and document control of an American sheet have no British word."""
    block = {"kind": "risk", "id": "a-risk", "heading": "Grey skin", "people": "people with grey skin"} | {
        "event": "saw grey",
        "otherwise": "saw no grey",
        "n": "3",
        "of": "100",
        "time-frame": "in a grey week",
        "certainty": "high",
        "source": ["elm1999"],
        "interpretation": "Grey is grey.",
    }
    handout = {
        "title": "A grey knee",
        "funding": "The Grey Fund.",
        "glance": {"message": "Grey.", "points": ["Grey."]},
    }

    sheet = make(language="en-US", handout=handout, blocks=[block])

    said = " ".join(printed(said.text) for said in printed_texts(sheet))
    assert "grey" not in said.lower()


def test_titles_of_sources_keep_their_own_spelling(make: Maker) -> None:
    """A published title is quoted, whatever the clinic's spelling."""
    references = [{"id": "elm1999", "type": "book", "title": "Grey knees", "publisher": "Examples"}]

    sheet = make(language="en-US", references=references)

    assert "Grey knees" in sheet.sources[0].text.plain
