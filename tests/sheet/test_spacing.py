"""Spaces at which no line ends, and quotation marks, in each language."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.html import render_html
from leafwright.model.forms import Spacing
from leafwright.model.words import Words
from leafwright.phrasing.spacing import NO_BREAK, keep_whole, part_addresses, quote
from leafwright.phrasing.spelling import Speller
from leafwright.text import parse_text
from tests.workspaces import sheet_of, write_workspace

SPACING = Spacing(
    after_number=("de cada", "horas", "%"),
    before_number=("de cada", "cada"),
    between_numbers=("a",),
    before=("»", "?"),
    after=("z",),
)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("3 in 100 people", "3~in~100~people"),
        ("12 of 40 people", "12~of~40~people"),
        ("4 points out of 100", "4~points out~of~100"),
        ("240 more people in 1,000 (130 to 350)", "240~more people in~1,000 (130~to~350)"),
        ("up to 7 to 14 days, or 2 or 3 tablets", "up to 7~to~14~days, or 2~or~3~tablets"),
        ("5% to 10% of 30 people", "5%~to~10%~of~30 people"),
        ("10 days before, at 37 °C", "10~days before, at 37~°C"),
        ("he and 2 others", "he and 2~others"),
        ("in 2014 the regulator", "in~2014 the regulator"),
        ("wait 24 hours, or 1 day", "wait 24~hours, or 1~day"),
        ("from 8.9 to 15.9 mmol/L (160 to 286 mg/dL)", "from 8.9~to~15.9~mmol/L (160~to~286~mg/dL)"),
        ("10 to 99 in 10,000 people", "10~to~99 in~10,000~people"),
        ("10,000 to 99,999 in 1,000,000 people", "10,000~to~99,999 in~1,000,000~people"),
        ("200 in 10,000,000 people", "200~in~10,000,000 people"),
        ("1,000,000 in 1,000,000", "1,000,000~in~1,000,000"),
        ("15 in 100 to 30 in 100", "15~in~100~to~30~in~100"),
        ("at 9 am", "at 9~am"),
        ("take 5 mg in 10 minutes", "take 5~mg in~10~minutes"),
        ("3 inches", "3~inches"),
        ("call 01632 960 142 before noon", "call~01632~960~142 before noon"),
        ("or call (555) 555-0119 today", "or call~(555)~555-0119 today"),
        ("telephone 01632 960 142", "telephone 01632~960~142"),
        ("experts disagree: 34 professional groups", "experts disagree: 34~professional groups"),
        ("about 980 do not", "about 980~do~not"),
        ("12 in 1,000 faint; 988 do not.", "12~in~1,000~faint; 988~do~not."),
        ("9,996 in 10,000 did not.", "9,996~in~10,000 did~not."),
        ("in bed", "in bed"),
    ],
)
def test_a_number_stays_with_what_it_counts(words: dict[str, Words], written: str, whole: str) -> None:
    """A line never ends between a number and its unit, nor inside `3 in 100`."""
    assert keep_whole(written, words["en-GB"].spacing) == whole.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("at least **10** days before", "at least **10**~days before"),
        ("from **8.9** to **15.9** mmol/L", "from **8.9**~to~**15.9**~mmol/L"),
        ("about **24 more people** in 100", "about **24~more people** in~100"),
        ("3 [@elm1999] days", "3 [@elm1999] days"),
        ("take 3 mg in **5** hours", "take 3~mg in~**5**~hours"),
    ],
)
def test_a_number_stays_with_its_unit_over_bold_words(
    words: dict[str, Words], written: str, whole: str
) -> None:
    """A number in bold type and a unit that is not, or the other way round, are on one line."""
    spelled = Speller(words["en-GB"]).text(parse_text(written))

    assert spelled.spans == parse_text(whole.replace("~", NO_BREAK)).spans


@given(written=st.text(alphabet="3 dezcaho%«»?rs\u00a0", max_size=60))
def test_keeping_numbers_whole_changes_spaces_only(written: str) -> None:
    """The words stay the same, and doing it again changes nothing."""
    whole = keep_whole(written, SPACING)

    assert whole.replace(NO_BREAK, " ") == written.replace(NO_BREAK, " ")
    assert keep_whole(whole, SPACING) == whole


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("3 de cada 100", "3~de~cada~100"),
        ("24 horas", "24~horas"),
        ("1 de cada vez", "1~de~cada vez"),
        ("un 5 % menos", "un 5~% menos"),
        ("dolor ? si", "dolor~? si"),
        ("« dolor »", "« dolor~»"),
        ("z bólem", "z~bólem"),
        ("bez bólu", "bez bólu"),
        ("luz z", "luz z"),
    ],
)
def test_a_language_names_what_is_kept_together(written: str, whole: str) -> None:
    """Words of several parts, and signs that must not begin or end a line, are kept together."""
    assert keep_whole(written, SPACING) == whole.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ('Say "I feel faint" at once.', "Say “I feel faint” at once."),
        ('"One," he said, "or two?"', "“One,” he said, “or two?”"),
        ('the "**frozen** shoulder" [@elm1999]', "the “**frozen** shoulder” [@elm1999]"),
        ('a 5" tube', 'a 5" tube'),
        ('between 5" and 6" long', 'between 5" and 6" long'),
        ('a "mark left open', 'a "mark left open'),
        ("don't 'worry'", "don’t ‘worry’"),
        ("\"it's **'fine'**\"", "“it’s **‘fine’**”"),
    ],
)
def test_straight_marks_become_the_language_s_own(words: dict[str, Words], written: str, quoted: str) -> None:
    """Marks that pair are put right, over bold words too; an inch and a mark left open stay."""
    assert quote(parse_text(written), words["en-GB"]).spans == parse_text(quoted).spans


def test_what_is_written_is_quoted_on_its_way(words: dict[str, Words]) -> None:
    """A sheet's texts have their marks put right as they are spelled."""
    spelled = Speller(words["en-US"]).text(parse_text('Say "colour".'))

    assert spelled.plain == "Say “color”."


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Email a-b@elm-street.example.org.", ["a-b@|elm-street|.example|.org."]),
        ("elm.example.org/sore-knee/more", ["elm|.example|.org/", "sore-knee/", "more"]),
        ("elm.example.org/sore-knee.html", ["elm|.example|.org/", "sore-knee.html"]),
        ("(https://www.example.org)", ["(https://", "www|.example|.org)"]),
        ("At 8.30am, or 5 p.m., version 1.0. See 10.1002/14651858.CD001824.pub3.", []),
    ],
)
def test_an_address_is_parted_after_its_signs_alone(written: str, parts: list[str]) -> None:
    """No line ends at a hyphen or a dot of an address, and what closes the sentence stays with its end.

    An e-mail address that a line holds is not parted at all, and no line is only the ending of a file.
    """
    found = list(part_addresses(written))

    assert ["|".join(named) for _, named in found if named] == parts
    assert "".join(part for part, _ in found) == written


def test_names_and_phrases_have_the_marks_of_their_language(tmp_path: Path) -> None:
    """What a clinic writes of itself, and its own phrases, are printed like a handout's words."""
    own = {"en": {"at-a-glance": 'What\'s "here"', "masthead": '{department}\'s "own" sheet'}}
    clinic = {"name": 'Men\'s "Elm" Practice', "department": 'Women\'s "day" clinic', "words": own}
    ours = {"kind": "decisions", "id": "ours", "slots": ["driving", "escort"]}
    blocks = [{"kind": "contacts", "id": "card"}, ours]
    workspace = write_workspace(tmp_path, clinic=clinic, blocks=blocks)

    page = render_html(sheet_of(workspace), workspace)

    body = page[page.index("<body>") :]
    assert re.findall(r">[^<]*&#3[49];[^<]*<", body) == []
    assert all(f"“{word}”" in body for word in ("Elm", "day", "own", "here"))
