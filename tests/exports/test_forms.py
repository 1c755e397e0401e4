"""One reference in the form of each program prints the same line; its oddities are read, or reported."""

from pathlib import Path

import pytest
import yaml

from leafwright.bibliography import format_bibliography
from leafwright.exports import parse_references
from leafwright.model.reference import Reference

ENTRIES = yaml.safe_load((Path(__file__).parent / "bibtex.yaml").read_text("utf-8"))
LINE = (
    "Elm AB, de Vet H; Examples Group. A made-up study of S. exempli. J Made Up. 2012 Sep 3;4(2):10-2. "
    "doi: 10.1000/made-up. PubMed PMID: 1234567."
)
ENTRY = """\
    "id": "elm2012", "type": "article-journal", "title": "A made-up study of <i>S. exempli</i>",
    "author": [{"family": "Elm", "given": "Ada B."},
               {"family": "Vet", "non-dropping-particle": "de", "given": "H"}, {"literal": "Examples Group"}],
    "container-title": "Journal of Made-Up Things", "container-title-short": "J Made Up",
    "issued": {"date-parts": [[2012, 9, 3]]}, "volume": "4", "issue": "2", "page": "10-12",
    "DOI": "10.1000/made-up", "PMID": "1234567"
"""
ZOTERO = """[{
    "id": "http://zotero.org/users/1/items/ABCD1234", "type": "article-journal",
    "title": "A made-up study of <i>S. exempli</i>", "abstract": "Words that nobody prints.",
    "ISSN": "1234-5678",
    "container-title": "Journal of Made-Up Things", "journalAbbreviation": "J Made Up", "language": "en",
    "DOI": "10.1000/made-up", "issue": "2", "page": "10-12", "source": "PubMed", "volume": "4",
    "note": "PMID: 1234567\\nCitation Key: elm2012\\ntex.ids= elm12",
    "author": [{"family": "Elm", "given": "Ada B."}, {"family": "de Vet", "given": "H"},
               {"literal": "Examples Group"}],
    "accessed": {"date-parts": [["2026", 8, 6]]}, "issued": {"date-parts": [["2012", 9, 3]]}}]"""
PUBMED = """{"source": "PubMed", "accessed": {"date-parts": [[2026, 8, 6]]}, "id": "pmid:1234567",
    "title": "A made-up study of <i>S. exempli</i>.", "title-short": "A made-up study",
    "author": [{"family": "Elm", "given": "Ada B"}, {"family": "de Vet", "given": "H"},
               {"literal": "Examples Group"}],
    "container-title": "Journal of made-up things", "container-title-short": "J Made Up",
    "publisher-place": "England", "ISSN": "1234-5678", "issued": {"date-parts": [[2012, 9, 3]]},
    "epub-date": {"date-parts": [[2012, 8, 1]]}, "page": "10-12", "volume": "4", "issue": "2",
    "type": "article-journal", "PMID": "1234567", "PMCID": "", "DOI": "10.1000/made-up"}"""
MENDELEY = """[{"id": "ITEM-1", "type": "article-journal", "title": "A made-up study of <i>S. exempli</i>",
    "DOI": "https://doi.org/10.1000/made-up", "PMID": "1234567", "author": [
        {"family": "Elm", "given": "Ada B", "parse-names": false, "dropping-particle": "",
         "non-dropping-particle": ""},
        {"family": "Vet", "given": "H", "dropping-particle": "de"},
        {"family": "", "literal": "Examples Group"}],
    "container-title": "J Made Up", "issue": 2, "volume": 4, "page": "10-12", "keyword": "knees",
    "issued": {"date-parts": [["2012", "9", "3"]]}}]"""
CROSSREF = """{"indexed": {"date-parts": [[2026, 1, 1]], "timestamp": 1, "date-time": "2026-01-01T00:00:00Z"},
    "id": "elm2012", "type": "journal-article", "title": ["A made-up study of <i>S. exempli</i>"],
    "author": [{"given": "Ada B.", "family": "Elm", "sequence": "first", "affiliation": []},
               {"given": "H", "family": "de Vet", "sequence": "additional", "affiliation": [], "ORCID": "x"},
               {"name": "Examples Group", "sequence": "additional", "affiliation": []}],
    "container-title": ["Journal of Made-Up Things"], "container-title-short": "J Made Up", "member": "1",
    "issued": {"date-parts": [[2012, 9, 3]]}, "published-print": {"date-parts": [[2012]]}, "score": 1.0,
    "volume": "4", "issue": "2", "page": "10-12", "DOI": "10.1000/made-up", "PMID": 1234567,
    "reference-count": 3, "link": [{"URL": "https://example.org"}], "ISSN": ["1234-5678"], "subject": []}"""
CAMEL = """[{"id": "elm2012", "type": "articleJournal", "title": "A made-up study of <i>S. exempli</i>",
    "author": [{"family": "Elm", "given": "Ada B"},
               {"family": "Vet", "nonDroppingParticle": "de", "given": "H"},
               {"literal": "Examples Group"}], "containerTitle": "Journal of Made-Up Things",
    "containerTitleShort": "J Made Up", "issued": {"dateParts": [[2012, 9, 3]]}, "volume": 4, "issue": 2,
    "page": "10-12", "doi": "10.1000/made-up", "pmid": "1234567", "numberOfPages": null, "titleShort": ""}]"""
BETTER_YAML = """\
references:
- id: elm2012
  type: article-journal
  title: A made-up study of <i>S. exempli</i>
  author: [{family: Elm, given: Ada B.}, {family: Vet, given: H, dropping-particle: de},
    {literal: Examples Group}]
  container-title: Journal of Made-Up Things
  container-title-short: J Made Up
  issued:
  - {year: 2012, month: 9, day: 3}
  volume: 4
  issue: 2
  page: 10-12
  DOI: 10.1000/made-up
  PMID: 1234567
  citation-key: elm2012
"""
JABREF = r"""% Encoding: UTF-8

@Article{elm2012,
  author       = {Elm, Ada B. and de Vet, H. and {Examples Group}},
  date         = {2012-09-03},
  journaltitle = {Journal of Made-Up Things},
  shortjournal = {J Made Up},
  title        = {A made-up study of \emph{S. exempli}},
  doi          = {10.1000/made-up},
  number       = {2},
  pages        = {10--12},
  volume       = {4},
  pmid         = {1234567},
  file         = {:x.pdf:PDF},
}

@Comment{jabref-meta: databaseType:biblatex;}
"""
ENDNOTE = r"""@article{elm2012,
   author = {Elm, A. B. and de Vet, H. and {Examples Group}},
   title = {A made-up study of <i>S. exempli</i>},
   journal = {J Made Up},
   volume = {4},
   number = {2},
   pages = {10-12},
   note = {1234-5678
Elm, A B
Journal Article
England
J Made Up. 2012},
   ISSN = {1234-5678},
   DOI = {10.1000/made-up},
   PMID = {1234567},
   year = {2012},
   month = {Sep 3},
   type = {Journal Article}
}
"""
CLASSIC = r"""@string{jmu = "J Made " # "Up"}
@ARTICLE(elm2012, AUTHOR = "Ada B. Elm and H. de Vet and {Examples Group}",
  TITLE = "A made-up study of {\it S. exempli}", JOURNAL = jmu, YEAR = 2012, MONTH = sep, DAY = 3,
  VOLUME = 4, NUMBER = 2, PAGES = {10-12}, URL = {https://example.org}, DOI = {10.1000/made-up},
  EPRINT = 1234567, EPRINTTYPE = {pubmed})"""
FORMS = {
    "a list.json": f"[{{{ENTRY}}}]",
    "an entry alone.json": f"{{{ENTRY}}}",
    "items.json": f'{{"items": [{{{ENTRY}}}]}}',
    "references.json": f'{{"references": [{{{ENTRY}}}]}}',
    "a list.yaml": f"- {{{ENTRY}}}",
    "zotero.json": ZOTERO,
    "pubmed.json": PUBMED,
    "mendeley.json": MENDELEY,
    "crossref.json": CROSSREF,
    "camel.json": CAMEL,
    "better.yaml": BETTER_YAML,
    "jabref.bib": JABREF,
    "endnote.bib": ENDNOTE,
    "classic.bib": CLASSIC,
}


def read(text: str, name: str = "references.json") -> tuple[Reference, ...]:
    """Read a file with references."""
    return parse_references(text.encode(), name).references


def printed(entry: Reference) -> str:
    """Print a reference."""
    (line,) = format_bibliography([entry.as_csl()], "en-GB")
    return line.plain


@pytest.mark.parametrize("key", ["citation-key", "citationKey"])
def test_a_key_takes_the_place_of_an_address(key: str) -> None:
    """Zotero's own id is an address, which nobody would cite; where there is a key, that is cited."""
    keyed = ZOTERO.replace('"type"', f'"{key}": "elm2012", "type"', 1)

    (reference,) = parse_references(keyed.encode(), "zotero.json").references
    assert reference.id == "elm2012"


@pytest.mark.parametrize("name", FORMS)
def test_a_reference_prints_the_same_line_from_any_program(name: str) -> None:
    """The form of the file, its spelling of fields and what the program adds change nothing."""
    (entry,) = read(FORMS[name], name)

    assert printed(entry) == LINE


def bib(kind: str, fields: str) -> str:
    """Print an entry of BibTeX that has a title and some more fields."""
    (entry,) = read(f"@{kind}{{elm, title = {{A title}}, {fields}}}", "a.bib")
    return printed(entry)


@pytest.mark.parametrize("case", ENTRIES, ids=lambda case: str(case["entry"])[:20])
def test_an_entry_of_bibtex_prints_as_its_type(case: dict[str, str]) -> None:
    """Each type of BibTeX and biblatex becomes one of CSL; one that nobody knows is a document."""
    (entry,) = read(case["entry"], "a.bib")

    assert printed(entry) == case["line"]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2012", "2012"),
        ("year = {2012}, month = {September}", "2012 Sep"),
        ("year = 2012, month = sep, day = {5--7}", "2012 Sep 5–7"),
        ("year = 2012, month = {Sep 5-7}", "2012 Sep 5–7"),
        ("year = 2012, month = sep, day = {5th}", "5th sep 2012"),
        ("year = 2012, day = 3", "2012"),
        ("year = 2012, month = 9, day = 3", "2012 Sep 3"),
        ('year = 2012, month = "3~" # sep', "2012 Sep 3"),
        ("year = 2012, month = {Sep-Nov}", "2012 Sep–Nov"),
        ("year = 2012, month = {Spring}", "2012 Spring"),
        ("year = {2012--2014}", "2012–2014"),
        ("year = {in press}", "in press"),
        ("date = {2012-09/2012-11}", "2012 Sep–Nov"),
        ("date = {2012}, year = 1999", "2012"),
        ("date = {2012~}", "circa 2012"),
        ("year = {c. 2012}", "c. 2012"),
    ],
)
def test_a_date_of_bibtex_is_read(fields: str, date: str) -> None:
    """Year, month and day are one date; words that are no date are printed as they are."""
    assert bib("article", f"journal = {{J}}, {fields}") == f"A title. J. {date}."


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("Elm, Ada and Ash, Bo", "Elm A, Ash B"),
        ("Ada Elm and\n   Bo Ash", "Elm A, Ash B"),
        ("{World Health Organization}", "World Health Organization"),
        ("{{World Health} and Others} and Elm, A", "World Health and Others, Elm A"),
        ("Ludwig van Beethoven", "van Beethoven L"),
        ("King, Jr., Martin Luther", "King ML Jr"),
        (r"M{\"u}ller, J{\'e}r{\^o}me and \O{}rsted, H C", "Müller J, Ørsted HC"),
        ("Elm, A and others", "Elm A, et al"),
        ("Elm", "Elm"),
    ],
)
def test_names_of_bibtex_are_split(names: str, shown: str) -> None:
    """Names are joined by `and`; one that is in braces as a whole is an organisation's."""
    assert bib("book", f"author = {{{names}}}") == f"{shown}. A title."


def test_what_an_entry_lacks_is_taken_from_the_one_that_it_names() -> None:
    """A chapter with `crossref` has the title, the editor and the year of its book."""
    text = """@incollection{part, author = {Elm, A}, title = {A part}, pages = {3-5}, crossref = {whole}}
    @book{whole, title = {The whole}, editor = {Ash, Bo}, publisher = {House}, year = 2010}"""

    part, _ = read(text, "a.bib")

    assert printed(part) == "Elm A. A part. In: Ash B, editor. The whole. House; 2010. p. 3-5."


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("PMID: 1234567", " PubMed PMID: 1234567."),
        ("PMID: 1234567\\nPMCID: PMC123", " PubMed PMID: 1234567; PubMed Central PMCID: PMC123."),
        ("Citation Key: elm\\n_eprint: https://example.org\\nZSCC: 0000012", ""),
        ("Publisher: Made-Up House\\nPlace: Leeds", " Leeds: Made-Up House."),
        ("12 citations (Crossref) [2026-01-01]\\nUpdated 2020", " Updated 2020."),
    ],
)
def test_programs_keep_fields_in_a_note(note: str, shown: str) -> None:
    """Fields are taken out of the note, and what a program keeps there for itself is not printed."""
    (entry,) = read(f'[{{"id": "a", "type": "book", "title": "T", "note": "{note}"}}]')

    assert printed(entry) == f"T.{shown}"


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ('{"date-parts": [[2012, "9", null]]}', " 2012."),
        ('{"dateParts": [["2012"]], "date-time": "2012-01-01", "timestamp": 12}', " 2012."),
        ('{"date-parts": [[null]]}', ""),
        ('{"date-parts": [["", ""]]}', ""),
        ('{"date-parts": [[2012], []], "literal": ""}', " 2012."),
        ('{"raw": "2012-09/2013-02"}', " 2012–2013."),
        ("2012", " 2012."),
        ('""', ""),
        ("null", ""),
        ("{}", ""),
    ],
)
def test_a_date_of_json_may_be_empty(issued: str, shown: str) -> None:
    """What an export leaves empty is no date, and no fault."""
    (entry,) = read(f'[{{"id": "a", "type": "book", "title": "T", "issued": {issued}}}]')

    assert printed(entry) == f"T.{shown}"


@pytest.mark.parametrize("text", ["[]", '{"references": []}', '{"items": []}'])
def test_an_export_of_nothing_is_no_fault(text: str) -> None:
    """A collection may be empty."""
    assert read(text) == ()


def test_a_large_export_is_read_whole() -> None:
    """A long abstract with characters that no text has is not printed, so it is not refused either."""
    abstract = "x" * 400 + "\\u000b" + "long " * 2_000
    text = ", ".join(
        f'{{"id": "a{n}", "type": "book", "title": "T", "abstract": "{abstract}"}}' for n in range(9)
    )

    assert [entry.id for entry in read(f"[{text}]")] == [f"a{number}" for number in range(9)]


def test_a_name_is_read_past_the_plane_of_most_letters() -> None:
    """JSON writes a rare letter as two escapes."""
    (entry,) = read('[{"id": "a", "type": "book", "title": "\\ud840\\udc0b\\/ \\u00e9"}]')

    assert entry.title == "\U0002000b/ é"


@pytest.mark.parametrize(
    "key",
    ["smith2019Knee", "Smith_2019", "smith:2019", "pmid:31892311", "10.1000/x", "ITEM-1", "12", "müller2019"],
)
def test_keys_of_programs_are_taken(key: str) -> None:
    """A key is cited as the program has made it."""
    (entry,) = read(f'[{{"id": "{key}", "type": "book", "title": "T"}}]')

    assert entry.id == key
