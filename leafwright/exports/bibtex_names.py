"""The types and fields of BibTeX and biblatex, and what CSL calls them.

Sources: https://ctan.org/pkg/btxdoc and https://ctan.org/pkg/biblatex.
"""

from typing import Final

_SAME: Final = (
    "book bill dataset legislation pamphlet patent periodical report review software standard thesis webpage"
)
"""Types of the same name in both."""
_BOOKS: Final = "bookinbook collection mvbook mvcollection mvproceedings mvreference proceedings reference"
TYPES: Final = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "phdthesis": "thesis",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "electronic": "webpage",
    "www": "webpage",
    **dict.fromkeys(_BOOKS.split(), "book"),
    **{kind: kind for kind in _SAME.split()},
    "misc": "",
}
"""CSL's type of each; what is `misc`, or any other, is a web page if it has an address."""
GENRES: Final = {
    "phdthesis": "dissertation",
    "candthesis": "dissertation",
    "mastersthesis": "master's thesis",
    "mathesis": "master's thesis",
    "bathesis": "bachelor's thesis",
    "techreport": "technical report",
    "resreport": "research report",
    "software": "computer program",
    "datacd": "data on CD",
    "audiocd": "audio CD",
}
"""What NLM, or anybody, calls the kinds that biblatex abbreviates."""
FIELDS: Final = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "shortjournal": "container-title-short",
    "publisher": "publisher",
    "school": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "howpublished": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "eid": "page",
    "pagetotal": "number-of-pages",
    "edition": "edition",
    "series": "collection-title",
    "doi": "DOI",
    "url": "URL",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "note": "note",
    "version": "version",
    "shorttitle": "title-short",
    "language": "language",
    "langid": "language",
}
"""CSL's name of each field; of several with one name, the first that an entry has counts."""
READ: Final = frozenset(
    {
        *FIELDS,
        "author",
        "editor",
        "translator",
        "subtitle",
        "number",
        "year",
        "month",
        "day",
        "date",
        "urldate",
    }
    | {"crossref", "eprint", "eprinttype", "archiveprefix"}
)
UNREAD: Final = frozenset(
    """
    abstract addendum afterword annotation annotator annote author+an authors authortype bookauthor
    bookpagination booksubtitle booktitleaddon chapter commentator copyright dates editora editorb editorc
    editorials editors editortype entryset entrysubtype eprintclass eventdate eventtitle file foreword holder
    indextitle introduction isan ismn isrn issn issuesubtitle issuetitle keywords key label library
    mainsubtitle maintitle nameaddon notes origdate origlanguage origlocation origpublisher origtitle options
    pagination pages-total part presort primaryclass pubstate related shortauthor shorteditor shorthand
    shortseries sortkey sortname sorttitle sortyear titleaddon urls venue volumes xdata xref
    """.split()  # noqa: SIM905  # a list of so many would fill a page
)
"""Fields of biblatex and of programs that the style does not print."""
