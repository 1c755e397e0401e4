"""References as they are read: impossible dates and broken markup are reported, the rest is printed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.bibliography import format_bibliography
from leafwright.decode import decode
from leafwright.model.reference import Reference, References
from leafwright.problems import ContentError, Problem
from leafwright.source import parse_source

LINE = 4
"""Where the field of a test stands."""


def read(field: str, rest: str = "") -> Reference:
    """Read a reference with one more field; raises ContentError."""
    text = f"references:\n- id: a\n  type: {rest or 'article-journal'}\n  {field}\n"
    text += "" if field.startswith("title") else "  title: T\n"
    (reference,) = decode(References, parse_source(text, "references.yaml")).references
    return reference


def refused(field: str) -> Problem:
    """Read a reference that has one fault."""
    with pytest.raises(ContentError) as told:
        read(field)
    (problem,) = told.value.problems
    return problem


def printed(field: str, kind: str = "") -> str:
    """Print a reference with one more field."""
    (line,) = format_bibliography([read(field, kind).as_csl()], "en-GB")
    return line.plain


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("{date-parts: [[2015, 13, 45]]}", "months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("{date-parts: [[2015, 12, 45]]}", "the month has days 1 to 31"),
        ("{date-parts: [[2015, 2, 30]]}", "the month has days 1 to 28"),
        ("{date-parts: [[2015, 2, 29]]}", "the month has days 1 to 28"),
        ("{date-parts: [[2015, 4, 0]]}", "the month has days 1 to 30"),
        ("{date-parts: [[2015, 0, 5]]}", "months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("{date-parts: [[2015, 21, 5]]}", "a season has no day: take it out"),
        ("{date-parts: [[2015, 25]]}", "months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("{date-parts: [[0]]}", "there is no year 0: 1 BC is -1"),
        ("{date-parts: [[0, 0, 0]]}", "there is no year 0: 1 BC is -1"),
        ("{date-parts: [[2015], [2014]]}", "write the earlier date first"),
        ("{date-parts: [[2015, 3], [2016]]}", "say both ends as exactly: two years, two months or two days"),
        ("{date-parts: [[2015, 3]], season: 1}", "write one of them"),
        (
            "{date-parts: [[2015], [2016]], season: 1}",
            "write the seasons as months, from 21 (spring) to 24 (winter)",
        ),
        ("{date-parts: [[2015]], literal: in press}", "write either `date-parts:` or `literal:`"),
        ("{season: 1}", "write either `date-parts:` or `literal:`"),
        ("{raw: 3/4/2015}", "write year-month-day, like 2026-08-06"),
        ("{raw: 2015-02-30}", "the month has days 1 to 28"),
        ("2015-13-45", "months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("2015/2014", "write the earlier date first"),
        ("03.04.2015", "write year-month-day, like 2026-08-06"),
        ("2015-2016", "write a range of dates with a slash: 2015/2016"),
        ("2015-03 – 2015-05", "write a range of dates with a slash: 2015-03/2015-05"),
        ("2015-03-01--2015-03-04", "write a range of dates with a slash: 2015-03-01/2015-03-04"),
        ("2015 / 2016", "write a range of dates with a slash: 2015/2016"),
        ("[{year: 2015, mont: 4}]", "did you mean 'month'?"),
        ("[{year: 2015, day: 4}]", "add `month:`, or take the day out"),
        ("{year: 2015, week: 4}", "write year, month and day"),
    ],
)
@pytest.mark.parametrize("field", ["issued", "accessed"])
def test_an_impossible_date_is_refused(field: str, written: str, hint: str) -> None:
    """A day, month or year that is in no calendar is never printed; the author learns what would be right."""
    problem = refused(f"{field}: {written}")

    assert (problem.code, problem.place.line, problem.hint) == ("bad-date", LINE, hint)


@pytest.mark.parametrize("written", ["soon", "199X", "20155", "2015-1-1-1", "Foo 2015"])
def test_words_that_are_no_date_are_refused(written: str) -> None:
    """A date in one string is read or refused; words that are meant are a `literal`."""
    assert "`literal:`" in refused(f"issued: {written}").hint


def test_a_misspelt_key_of_a_date_is_reported() -> None:
    """It is reported at its place, with what was meant."""
    problem = refused("issued: {date-part: [[2015]]}")

    assert (problem.code, problem.hint) == ("unknown-field", "did you mean 'date-parts'?")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2012", "2012"),
        ("2012-09", "2012 Sep"),
        ("2012-9-3", "2012 Sep 3"),
        ("2012-02-29", "2012 Feb 29"),
        ("2012-22", "2012 Summer"),
        ("2012-09-XX", "2012 Sep"),
        ("2012?", "circa 2012"),
        ("2012-09~", "circa 2012 Sep"),
        ("-0044-03-15", "44 BC Mar 15"),
        ("2012/2014", "2012\N{EN DASH}2014"),
        ("2012-09/2012-11", "2012 Sep\N{EN DASH}Nov"),
        ("2012-09-03/2012-09-05", "2012 Sep 3\N{EN DASH}5"),
        ("2012/..", "2012\N{EN DASH}"),
        ("2012-09-03T10:00:00Z", "2012 Sep 3"),
        ("2012-09-03T10:00:00.000+01:00", "2012 Sep 3"),
        ("2012-21/2012-23", "2012 Spring\N{EN DASH}Autumn"),
        ("2012-09~/2013-02?", "circa 2012 Sep\N{EN DASH}2013 Feb"),
        ("{raw: 2012-09-03}", "2012 Sep 3"),
        ("{raw: 3 September 2012}", "2012 Sep 3"),
        ("{raw: 2012-09/2012-11}", "2012 Sep\N{EN DASH}Nov"),
        ("{raw: in press}", "in press"),
        ("{edtf: 2012-09/2012-11}", "2012 Sep\N{EN DASH}Nov"),
        ("{literal: in press}", "in press"),
        ("{date-parts: [[2012]], season: 1}", "2012 Spring"),
        ("{date-parts: [[2012]], season: Easter}", "2012 Easter"),
        ("{date-parts: [[2012, 9]], circa: 1}", "circa 2012 Sep"),
        ("{date-parts: [[2012]], circa: about}", "circa 2012"),
        ("{date-parts: [[2012, 9, 3], [2012, 9, 5]]}", "2012 Sep 3\N{EN DASH}5"),
        ('{date-parts: [["2012"], ["2014"]]}', "2012\N{EN DASH}2014"),
        ("{date-parts: [[2012, null]]}", "2012"),
        ("{date-parts: [[2012, 9, null]]}", "2012 Sep"),
        ("September 2012", "2012 Sep"),
        ("3 Sept. 2012", "2012 Sep 3"),
        ("Sep 3, 2012", "2012 Sep 3"),
        ("Spring 2012", "2012 Spring"),
        ("[{year: 2012, month: 9}]", "2012 Sep"),
        ("{year: 2012, month: 9, day: 3}", "2012 Sep 3"),
        ("[{year: 2012}, {year: 2014}]", "2012\N{EN DASH}2014"),
        ('{date-parts: [["2012", "09", ""]]}', "2012 Sep"),
        ("{date-parts: [[2012, 9], [0, 0, 0]]}", "2012 Sep\N{EN DASH}"),
    ],
)
def test_a_date_is_read_in_the_forms_of_exports(written: str, shown: str) -> None:
    """EDTF, words, and what pandoc, Zotero and Better BibTeX write all name the same day."""
    assert (
        printed(f'issued: "{written}"' if written[0] not in "[{" else f"issued: {written}") == f"T. {shown}."
    )


@pytest.mark.parametrize(
    ("written", "column", "hint"),
    [
        ("A <i>knee", 12, "write </i> where it ends"),
        ("A knee</i> at rest", 16, "open <i> before it"),
        ("<i>A <b>knee</i></b>", 22, "close first what was opened last: </b>"),
        ("A <em>knee</em>", 12, "write <i> and </i>"),
        ("A <jats:italic>knee</jats:italic>", 12, "write <i> and </i>"),
        ("A <strong>knee</strong>", 12, "write <b> and </b>"),
        ("<i></i>", 10, "write the words, or take the line out"),
    ],
)
@pytest.mark.parametrize("field", ["title", "genre"])
def test_a_tag_that_cannot_be_set_is_refused(field: str, written: str, column: int, hint: str) -> None:
    """A tag is printed as CSL defines it, or reported at its place; its letters are never printed."""
    problem = refused(f"{field}: {written}")

    assert (problem.code, problem.place.line, problem.place.column) == ("html-in-text", LINE, column)
    assert problem.hint == hint


@pytest.mark.parametrize(
    "tag", ["<u>", "<br>", "<p>", '<span class="x">', '<i class="x">', "<br/>", "<!-- x -->"]
)
@pytest.mark.parametrize(
    "field",
    [
        "title: A {}",
        "author: [{{literal: A {}}}]",
        "publisher: A {}",
        "note: A {}",
        "issued: {{literal: A {}}}",
    ],
)
def test_other_tags_are_refused(field: str, tag: str) -> None:
    """In any field, a tag that CSL does not know is reported, with those that it does."""
    assert refused(field.format(f"'{tag}'")).hint.startswith(("write <i>, <b>, <sup>, <sub>", "open <"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("R&amp;D", "R&D"),
        ("R&D", "R&D"),
        ("p &lt; 0.05", "p < 0.05"),
        ("p<0.05", "p<0.05"),
        ("caf&#233;, caf&#xe9;, caf&eacute;", "café, café, café"),
        ("&lt;i&gt;", "<i>"),
        ("&nope; &", "&nope; &"),
    ],
)
def test_entities_are_read(written: str, shown: str) -> None:
    """An entity is printed as its character and is never a tag; what is not an entity is printed as it is."""
    assert printed(f"title: '{written}'") == f"{shown}."


@pytest.mark.parametrize(
    ("note", "fields"),
    [
        ("PMID: 1234567", {"PMID": "1234567"}),
        ("DOI: 10.1000/made-up", {"DOI": "10.1000/made-up"}),
        ("Updated 2020\\nPMID: 1234567", {"PMID": "1234567", "note": "Updated 2020"}),
        ("{:PMID: 1234567}{:volume: 3}", {"PMID": "1234567", "volume": "3"}),
        ("issued: in press", {"issued": {"literal": "in press"}}),
        ("original-date: 1999\\nstatus: in press", {}),
        ("NB: corrected\\nmade-up: word", {"note": "NB: corrected\\nmade-up: word"}),
        ("author: Elm || Ada", {"author": [{"family": "Elm", "given": "Ada"}]}),
    ],
)
def test_zoteros_extra_field_is_read(note: str, fields: dict[str, Any]) -> None:
    """A line of a note that names a field is that field; the words of every other line are kept."""
    read_fields = read(f'note: "{note}"').as_csl()
    kept = {key: value for key, value in read_fields.items() if key not in {"id", "type", "title"}}

    assert kept == {
        key: value.replace("\\n", "\n") if key == "note" else value for key, value in fields.items()
    }


def test_a_field_of_the_note_is_checked() -> None:
    """What a note says of a field must be right as the field itself."""
    assert refused('note: "PMID: 12x"').code == "bad-form"


@pytest.mark.parametrize("kind", ["article-journal", "report", "book", "chapter", "webpage"])
def test_no_year_of_a_range_is_lost(kind: str) -> None:
    """Two dates of one year print that year, whatever is dated."""
    assert "2012" in printed("issued: 2012-03/2012-05", kind)


@pytest.mark.parametrize("name", ["-", "--", "- -", ".", "'", "(", "A-", "-A", "A -"])
def test_a_name_of_signs_is_printed(name: str) -> None:
    """A dash or a stop as a given name, which exports write if there is none, stops no sheet."""
    assert printed(f'author: [{{family: Elm, given: "{name}"}}]').startswith("Elm")


@given(
    words=st.text(alphabet="ab'\"\u201c\u201d\u2018\u2019 .,?()-<&;\x01\x02\ufdd1", min_size=1, max_size=30)
)
def test_no_words_break_the_line(words: str) -> None:
    """Each letter of a source's words is printed, and none of our internal characters is left."""
    entry = {"id": "a", "type": "book", "title": f"x{words}", "author": [{"literal": f"y{words}"}]}

    (line,) = format_bibliography([entry], "en-US")

    assert [sign for sign in line.plain if sign in "ab"] == [sign for sign in words * 2 if sign in "ab"]
    assert not set("\x01\x02\x03\ufdd0\ufdd1") & set(line.plain)
