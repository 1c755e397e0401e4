"""Markup as codes between words, and back to what an author writes."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from leafwright.text import Run, Text, parse_text
from leafwright.xliff.compose import MarkupError, write_text
from leafwright.xliff.markup import (
    Alone,
    Close,
    Code,
    CodeKind,
    Open,
    Piece,
    code_of,
    pieces_of,
    spans_of,
)

BOLD = Code(kind=CodeKind.BOLD)
BLANK = Code(kind=CodeKind.BLANK, value="short")
LINK = Code(kind=CodeKind.LINK, value="https://a.org")
LATIN = Code(kind=CodeKind.LINK, value="lang:la")
MARKS = ["**", "[", "]", "](https://a.org)", "](https://a.org/(x)?a=1&b=2)", "[@a1]", "[@a1; @b2]"]
MARKS += ["[[a1]]", "[[short: b.]]", "**bold**", "[link](https://b.org)", "\\*", "\\", "x_y"]
MARKS += ["](lang:la)", "[genu](lang:la)"]
SIGNS = [*" a1<&()!'\"“”\u00a0\u200f\u0627؟", "b."]


def texts() -> st.SearchStrategy[Text]:
    """Draw texts that an author can write, with all markup and the signs that get in its way."""
    drawn = st.lists(st.sampled_from(MARKS + SIGNS), min_size=1, max_size=12).map("".join)
    return drawn.map(parsed).flatmap(lambda text: st.just(text) if text else st.nothing())


def parsed(words: str) -> Text | None:
    """Read a text; None for one that nobody may write, or that has no words."""
    try:
        text = parse_text(words)
    except PydanticCustomError:
        return None
    return text if "[](" not in words and text.plain.strip() else None


@settings(max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
@given(texts())
def test_a_text_comes_back_from_its_codes(text: Text) -> None:
    """Words and codes together say all that a text says."""
    assert spans_of(pieces_of(text)) == text.spans


@settings(max_examples=300, suppress_health_check=[HealthCheck.filter_too_much])
@given(texts())
def test_a_text_can_be_written_from_its_codes(text: Text) -> None:
    """What is written of them is read as the same words set in the same way."""
    assume(not any(isinstance(span, Run) and span.strong and not span.text.strip() for span in text.spans))

    assert parse_text(write_text(spans_of(pieces_of(text)))).spans == text.spans


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        (["Rest ", Open(code=BOLD), "2 days", Close(code=BOLD), "."], "Rest **2 days**."),
        (["Rest", Open(code=BOLD), " 2 days ", Close(code=BOLD), "now"], "Rest **2 days** now"),
        ([Open(code=LINK), "here", Close(code=LINK)], "[here](https://a.org)"),
        (
            [Open(code=BOLD), "a ", Open(code=LINK), "b", Close(code=LINK), Close(code=BOLD)],
            "**a [b](https://a.org)**",
        ),
        (
            [Open(code=LINK), Open(code=BOLD), "a", Close(code=BOLD), " b", Close(code=LINK)],
            "[**a** b](https://a.org)",
        ),
        ([Open(code=LATIN), "genu", Close(code=LATIN), " pain"], "[genu](lang:la) pain"),
        (["So.", Alone(code=Code(kind=CodeKind.CITATION, value="@a1;@b2"))], "So.[@a1; @b2]"),
        (
            ["Take ", Open(code=BLANK), "pastillas", Close(code=BLANK), " pastillas."],
            "Take [[short:pastillas]] pastillas.",
        ),
        (["5 * 3 * 2"], "5 * 3 * 2"),
        (["*a*"], r"\*a\*"),
    ],
)
def test_codes_are_written_as_an_author_would(pieces: list[Piece], written: str) -> None:
    """Spaces go outside bold words, and signs that would be markup are escaped only then."""
    assert write_text(spans_of(pieces)) == written


@pytest.mark.parametrize(
    "pieces", [["a ** b"], ["<b>a</b>"], ["a", Open(code=BOLD), "!", Close(code=BOLD), "b"]]
)
def test_what_no_author_can_write_is_refused(pieces: list[Piece]) -> None:
    """HTML, loose stars, and bold words where two stars would not make them bold."""
    with pytest.raises(MarkupError):
        write_text(spans_of(pieces))


@pytest.mark.parametrize("data", ["", "*", "[", "](", "<b>", "[@]"])
def test_other_markup_is_no_code(data: str) -> None:
    """Only what an author may write is a code."""
    assert code_of(data) is None
