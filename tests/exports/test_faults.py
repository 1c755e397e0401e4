"""A fault in an exported file is reported at its line and column, with what would be right."""

import pytest

from leafwright.exports import parse_references
from leafwright.problems import ContentError

BOOK = '{"id": "a", "type": "book", "title": "T"'


def told(text: str, name: str) -> list[str]:
    """Read a file that has faults, and return them, without the name of the file."""
    with pytest.raises(ContentError) as caught:
        parse_references(text.encode(), name)
    return [str(problem).removeprefix(f"{name}:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1: bad-json: the file ends here; write text in double quotes, a number, or a list; nothing follows the last comma"),
        (f"[{BOOK}}},\n]", "2:1: bad-json: this is not JSON from here on; write text in double quotes, a number, or a list; nothing follows the last comma"),
        (f"[{BOOK}\n", "2:1: bad-json: the file ends here; put a comma before it, or close the bracket that is open"),
        (f"[{BOOK}}}\n {BOOK}}}]", "2:2: bad-json: this is not JSON from here on; put a comma before it, or close the bracket that is open"),
        ('[{"id": "a}]', "1:9: bad-json: this is not JSON from here on; close the quotation marks that open here"),
        ('[{"id" "a"}]', "1:8: bad-json: this is not JSON from here on; put a colon between key and value"),
        ("[] []", "1:4: bad-json: this is not JSON from here on; keep one list in a file"),
        ("[" * 2_000 + "]" * 2_000, "1:1: too-complex: nested too deeply; split the file"),
        ('"words"', "1:1: not-a-mapping: the file has no list of references; begin with the line `references:`"),
        ("[1]", "1:2: wrong-type: entry 1 of 'references' is '1'; write `id:`, `type:` and `title:`, each in a line of its own below it"),
        ('[{"id": "a", "type": "book"}]', "1:2: missing-field: 'title' is missing; add `title:`"),
        (f'[\n  {BOOK},\n   "titel-short": "x"}}]', "3:4: unknown-field: 'titel-short' is no field of an entry of 'references'; did you mean 'title-short'?"),
        ('[{"id": "a", "type": "bok", "title": "T"}]', "1:22: unknown-value: 'bok' is no value of 'type'; did you mean 'book'?"),
        (f'[{BOOK}, "title": "U"}}]', "1:44: duplicate-key: 'title' is written twice; the first is in line 1; keep one"),
        (f'[{BOOK},\n "issued": {{"date-parts": [["2012", 13]]}}}}]', "2:13: bad-date: '2012-13' is not a date; months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        (f'[{BOOK},\n "note": "A <em>word</em>"}}]', "2:13: html-in-text: '<em>' is no tag of a reference; write <i> and </i>"),
        (f'[{BOOK}, "DOI": "x"}}]', "1:51: bad-form: 'x' is not a DOI; begin with 10. and leave out https://doi.org/, like 10.1056/NEJMoa1313265"),
        (f'[{BOOK}, "publisher": "a\\u0000b"}}]', "1:59: not-text: a backslash makes U+0000 here, which no text has; write two backslashes for one, or the text without quotes"),
        ('[{"id": "a b", "type": "book", "title": "T"}]', "1:9: bad-form: 'a b' is not a key to cite by; use letters, digits and signs such as - _ : / without a space: write a-b"),
        (f'[{BOOK}, "author": [{{"given": "Ada"}}]}}]', "1:55: nameless-author: an author has no name; write `family:` and `given:`, or `literal:`"),
    ],
)  # fmt: skip  # a table, a line a row
def test_a_fault_in_json_has_its_place(text: str, fault: str) -> None:
    """What is no JSON, no CSL or no date is reported where it stands."""
    assert told(text, "a.json") == [fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("@book{a,\n  title = {T {x}\n", "2:11: bad-bibtex: this brace is never closed; write } where it ends"),
        ("@book{a,\n  title = {T\n}\n", "4:1: bad-bibtex: the entry of line 1 is not closed here; write } after the value that has none, and after the entry"),
        ("@book{a,\n  title = {T\n}\n@book{b, title = {T}}", "4:1: bad-bibtex: the entry of line 1 is not closed here; write } after the value that has none, and after the entry"),
        ('@book{a,\n  title = "T\n}', '2:11: bad-bibtex: this quotation mark is never closed; write " where it ends'),
        ("@book{a,\n  title = {T}\n  year = 2010\n}", "3:3: bad-bibtex: a comma is missing; put a comma before it, or close the entry of line 1"),
        ("@book{\n  title = {T}\n}", "1:7: bad-bibtex: this @book has no key; write the key and a comma: @book{elm1999,"),
        ("@book{a,\n  title {T}\n}", "2:9: bad-bibtex: no = follows 'title'; write `name = {value},`"),
        ("@book{a,\n  title = ,\n}", "2:11: bad-bibtex: a field has no value; write it in braces: `name = {value},`"),
        ("@book{a, title = {T},\n  publisher = house}", "2:15: bad-bibtex: 'house' is no word that this file defines; write it in braces, {house}, or define it: @string{house = \"...\"}"),
        ("@book{a, title = {T},\n  title = {U}}", "2:3: duplicate-key: 'title' is written twice; the first is in line 1; keep one"),
        ("@book{a, title = {T},\n  publsher = {U}}", "2:3: unknown-field: 'publsher' is no field of @book; did you mean 'publisher'?"),
        ("\n@artcle{a, title = {T}}", "2:1: unknown-value: '@artcle' is no type of an entry; did you mean '@article'?"),
        ("@book{a, title = {T},\n  author = {Elm, Ada, Ash, Bo}}", "2:12: bad-bibtex: 'Elm, Ada, Ash, Bo' is not one name; put `and` between two names: Elm, Ada and Ash, Bo"),
        ("@book{a,\n  title = {A \\foo{T}}}", "2:11: bad-bibtex: '\\foo' is no command that is read here; write the sign itself, as in é"),
        ("@book{a, title = {T},\n  doi = {x}}", "2:9: bad-form: 'x' is not a DOI; begin with 10. and leave out https://doi.org/, like 10.1056/NEJMoa1313265"),
        ("@book{a, title = {T},\n  date = {2012-13}}", "2:10: bad-date: '2012-13' is not a date; months are 1 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("@book{a,\n author = {Elm}}", "1:1: missing-field: 'title' is missing; add `title:`"),
    ],
)  # fmt: skip  # a table, a line a row
def test_a_fault_in_bibtex_has_its_place(text: str, fault: str) -> None:
    """What is no BibTeX, or cannot be printed, is reported at its entry or its field."""
    assert told(text, "a.bib") == [fault]


def test_every_fault_of_a_file_is_reported() -> None:
    """After an entry that cannot be read, the next ones are."""
    text = "@book{a, title = }\n\n@book{b, title = {T}, year 2010}\n\n@book{c, title = {T}}\n"

    assert [fault.partition(": ")[0] for fault in told(text, "a.bib")] == ["1:18", "3:28"]


@pytest.mark.parametrize("name", ["a.json", "a.bib", "a.yaml"])
def test_text_that_is_not_utf_8_is_reported(name: str) -> None:
    """A file in another encoding is refused at its first letter that cannot be read."""
    with pytest.raises(ContentError, match=rf"^{name}:2:3: not-utf-8: "):
        parse_references(b"ab\ncd\xe9", name)


@pytest.mark.parametrize("text", ["", "Only words.\n", "@comment{none}\n", "@string{a = {b}}"])
def test_a_bibtex_file_without_entries_has_no_references(text: str) -> None:
    """An export of nothing is no fault."""
    assert parse_references(text.encode(), "a.bib").references == ()
