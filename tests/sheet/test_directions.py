"""Runs that are read against their line are found over bold words and links, and end at a marker."""

import pytest

from leafwright.bidi import Direction
from leafwright.sheet.directions import Marker, StyledWords, bare_words, group_spans
from leafwright.text import Citation, Run, Text, parse_text


def _groups_of(text: Text) -> list[tuple[str | None, str]]:
    """Write each group with its direction."""
    return [(group.direction, group.plain) for group in group_spans(text, "rtl")]


def test_a_dose_that_is_bold_in_part_is_one_group() -> None:
    """Its first figure in bold does not part it from its unit."""
    assert _groups_of(parse_text("خذ **1**–2 mg فقط")) == [(None, "خذ "), ("ltr", "1–2 mg"), (None, " فقط")]


def test_a_run_within_one_dress_is_a_piece_of_its_words() -> None:
    """A link stays one link, whatever in it runs otherwise."""
    (group,) = group_spans(parse_text("[راجع example.org اليوم](https://example.org)"), "rtl")

    (words,) = group.parts
    assert isinstance(words, StyledWords)
    assert [(piece.direction, piece.text) for piece in words.pieces] == [
        (None, "راجع "),
        ("ltr", "example.org"),
        (None, " اليوم"),
    ]


def test_words_before_bold_ones_are_not_bound_to_them() -> None:
    """From right to left a line that has no room for both would break at its first space."""
    spans = (Run(text="حدث سوء لدى\u00a0"), Run(text="26\u00a0من\u00a0كل\u00a0100", strong=True))

    (group,) = group_spans(Text(spans=spans), "rtl")

    assert [(part.run.text, part.space) for part in group.parts if isinstance(part, StyledWords)] == [
        ("حدث سوء لدى", True),
        ("26\u00a0من\u00a0كل\u00a0100", False),
    ]


def test_a_marker_keeps_the_word_before_it() -> None:
    """A word that is not part of a run is kept with the marker, which then begins no line."""
    citation = Citation(keys=("a",), numbers=(1,), word=Run(text="دواء"), after=".")

    *_, group = group_spans(Text(spans=(Run(text="خذ "), citation)), "rtl")

    (marker,) = group.parts
    assert isinstance(marker, Marker)
    assert marker.word is not None
    assert (marker.word.run.text, marker.after, marker.bound) == ("دواء", ".", False)


def test_a_marker_is_bound_to_a_run_that_ends_before_it() -> None:
    """The last word of a run is not taken out of it for the sake of the marker."""
    citation = Citation(keys=("a",), numbers=(1,), word=Run(text="500\u00a0mg"))

    *_, run, group = group_spans(Text(spans=(Run(text="خذ paracetamol "), citation)), "rtl")

    assert (run.direction, run.plain) == ("ltr", "paracetamol 500\u00a0mg")
    assert [part.bound for part in group.parts if isinstance(part, Marker)] == [True]


def test_an_english_text_is_one_group_to_each_marker() -> None:
    """Nothing is found in a line without letters of the other direction."""
    assert [group.direction for group in group_spans(parse_text("Take **1**–2 mg daily"), "ltr")] == [None]


def test_the_plain_words_keep_the_space_before_a_decimal_point() -> None:
    """The space before `.5 mg` is the author's; only one that a citation left before a stop is removed."""
    cited = Text(spans=(Run(text="Rest helps "), Citation(keys=("a",)), Run(text=".")))

    assert parse_text("خذ .5 mg").plain == "خذ .5 mg"
    assert cited.plain == "Rest helps."


def test_words_keep_the_blank_that_holds_them_together() -> None:
    """A plain space after bold words is outside them; a no-break space is part of them."""
    runs = (
        Run(text="Take "),
        Run(text="500\u00a0", strong=True),
        Run(text="mg ", address="https://a.example"),
    )

    (group,) = group_spans(Text(spans=runs), "ltr")

    words = [part for part in group.parts if isinstance(part, StyledWords)]
    assert [(part.run.text, part.space) for part in words] == [
        ("Take", True),
        ("500\u00a0", False),
        ("mg", True),
    ]
    assert group.plain == "Take 500\u00a0mg "


def test_each_run_keeps_its_place_in_the_words_it_stands_in() -> None:
    """Bold words and a link before it move nothing."""
    text = parse_text("**خذ** [راجع example.org اليوم](https://example.org) ثم 5 mg")

    (group,) = group_spans(text, "rtl")

    assert [
        [(piece.direction, piece.text) for piece in part.pieces]
        for part in group.parts
        if isinstance(part, StyledWords)
    ] == [
        [(None, "خذ")],
        [],
        [(None, "راجع "), ("ltr", "example.org"), (None, " اليوم")],
        [(None, " ثم "), ("ltr", "5 mg")],
    ]


def test_words_that_begin_with_a_run_have_nothing_before_it() -> None:
    """No empty piece is printed."""
    (group,) = group_spans(parse_text("[example.org](https://example.org) اليوم"), "rtl")

    words = [part for part in group.parts if isinstance(part, StyledWords)]
    assert [(piece.direction, piece.text) for piece in words[0].pieces] == [("ltr", "example.org")]


def test_words_on_both_sides_of_a_blank_are_printed() -> None:
    """A space to write in stands between the words of its sentence, and ends none of them."""
    assert _groups_of(parse_text("خذ [[short:عدد]] **1**–2 mg اليوم")) == [
        (None, "خذ "),
        (None, ""),
        (None, " "),
        ("ltr", "1–2 mg"),
        (None, " اليوم"),
    ]


@pytest.mark.parametrize(
    ("written", "within", "bare"),
    [
        ("Rest for 2 days.", "ltr", "Rest for 2 days."),
        ("5 mmol/L", "ltr", "5 mmol/\u2060L"),
        ("استرح اليوم", "rtl", "استرح اليوم"),
        ("خذ 2 mg", "rtl", ""),
        ("اسمه", "ltr", ""),
        ("See example.org today", "ltr", ""),
        ("**Now**", "ltr", ""),
        ("[Here](https://example.org)", "ltr", ""),
        ("Write [[name]]", "ltr", ""),
    ],
)
def test_words_that_need_no_element_are_bare(written: str, within: Direction, bare: str) -> None:
    """A style, a link, an address, a blank, or words against the line need one."""
    assert bare_words(parse_text(written), within) == bare
