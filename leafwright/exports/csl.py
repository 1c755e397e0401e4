"""The fields of exported CSL under CSL's own names: `containerTitle` is `container-title`, `doi` is `DOI`.

What CSL has and the style does not print is left out, and so is what the programs add that is not CSL's.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, get_args

from leafwright.model.csl import DATES, NAMES, VARIABLES, ReferenceType
from leafwright.model.reference import Reference
from leafwright.source import Mapping, Node, Scalar, Sequence

_JOINS: Final = re.compile(r"[-_ ]")
_OTHER_NAMES: Final = {
    "journalabbreviation": "container-title-short",
    "eventtitle": "event",
    "part": "part-number",
    "supplement": "supplement-number",
    "dateparts": "date-parts",
    "firstname": "given",
    "lastname": "family",
    "name": "literal",
}
"""Names that CSL has changed, and those of programs."""
_PARTS: Final = (
    "family given literal dropping-particle non-dropping-particle suffix date-parts season circa raw edtf"
)
_FLAGS: Final = frozenset(
    {"comma-suffix", "static-ordering", "parse-names", "isInstitution", "multi", "sequence", "affiliation"}
    | {"ORCID", "authenticated-orcid", "orcid", "role", "date-time", "timestamp"}
)
"""What names and dates have beside their parts."""
_UNPRINTED: Final = frozenset(
    """
    alternative-id archived article-number assertion categories citekey citation-key clinical-trial-number
    collection component-number content-created content-domain content-updated copyright created custom
    deposited editorial-dates epub-date event-url free-to-read funder id-list indexed is-referenced-by-count
    isbn-type issn-type issn-l journal-issue jmla-id license link member multi original-language pii posted
    prefix proceedings-subject published published-online published-other published-print publisher-id
    reference reference-count references-count relation resource score standards-body subject subtitle
    system_id update-policy update-to
    """.split()  # noqa: SIM905  # a list of so many would fill a page
)
"""Fields that Crossref, PubMed and others add, which are not CSL's."""
_TYPES: Final = {
    "journal-article": "article-journal",
    "magazine-article": "article-magazine",
    "newspaper-article": "article-newspaper",
    "blog-post": "post-weblog",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "case": "legal_case",
    "computer-program": "software",
    "conference-paper": "paper-conference",
    "dictionary-entry": "entry-dictionary",
    "dissertation": "thesis",
    "edited-book": "book",
    "encyclopedia-article": "entry-encyclopedia",
    "journal": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "preprint": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry",
    "report-series": "report",
    "statute": "legislation",
}
"""Types of Crossref and Zotero."""
_EMPTY: Final[tuple[object, ...]] = (None, "", [], {})
_DOI_PREFIX: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PMID_PREFIX: Final = re.compile(r"^pmid:?\s*", re.IGNORECASE)


def _joined(name: str) -> str:
    return _JOINS.sub("", name).casefold()


_PRINTED: Final = {_joined(name): name for name in ("id", "type", "silence", *Reference.csl_keys())}
_KNOWN: Final = {_joined(name): name for name in VARIABLES} | _OTHER_NAMES | _PRINTED
_KNOWN_TYPES: Final = {_joined(name): name for name in get_args(ReferenceType)} | {
    _joined(name): known for name, known in _TYPES.items()
}
_KNOWN_PARTS: Final = {_joined(name): name for name in _PARTS.split()} | _OTHER_NAMES


def _spelt(names: Iterable[str]) -> frozenset[str]:
    """Return names as CSL spells them and as programs do: `container-title`, `containerTitle`, `doi`."""
    spelt = frozenset(names)
    lowered = {name.lower() for name in spelt if name.isupper()}
    return spelt | lowered | {re.sub("-(.)", lambda sign: sign[1].upper(), name) for name in spelt}


TYPES_OF_PROGRAMS: Final = _TYPES.keys() - {*get_args(ReferenceType)}
EXPORTED_NAMES: Final = {
    "Reference": _spelt({*VARIABLES, *_UNPRINTED, "journalAbbreviation", "event-title"}),
    "CSLName": _spelt({*_PARTS.split(), *_FLAGS, "firstName", "lastName", "name"}),
    "CSLDate": _spelt({*_PARTS.split(), *_FLAGS}),
}
"""What may be written in a reference, a person and a date, whether it is printed or not."""


def with_csl_names(entry: Mapping) -> Mapping:
    """Return an entry with CSL's names, without what is not printed; what nobody knows is kept as it is.

    Where the `id` is an address, as Zotero writes it, the citation key is the `id`, if there is one.
    """
    named = _renamed(entry, _KNOWN)
    made = Mapping(entry.place)
    for key, written in named.items():
        is_address = key == "id" and isinstance(written, Scalar) and "://" in written
        value = named.get("citation-key", written) if is_address else written
        printed = key in _PRINTED.values()
        if printed or not (key in VARIABLES or _joined(key) in map(_joined, _UNPRINTED)):
            made[key] = _value(str(key), value)
    return made


def _renamed(written: Mapping, known: dict[str, str]) -> Mapping:
    """Give each key its name; of two keys with one name, the one that is written so counts."""
    made = Mapping(written.place)
    for key, value in written.items():
        name = known.get(_joined(key), str(key))
        if isinstance(key, Scalar) and (name == key or name not in written) and name not in made:
            made[Scalar(name, key.place, key.written)] = value
    return made


def _value(name: str, value: Node) -> Node:
    match value:
        case Mapping() if name in DATES:
            return _renamed(_without(value, _FLAGS), _KNOWN_PARTS)
        case Sequence() if name in NAMES:
            return _each(value, lambda person: _renamed(_without(person, _FLAGS), _KNOWN_PARTS))
        case Sequence([Scalar() as only]) if name not in DATES:
            return only
        case Scalar():
            return _scalar(name, value)
    return value


def _each(listed: Sequence, change: Callable[[Mapping], Mapping]) -> Sequence:
    made = Sequence(listed.place)
    made.extend(change(item) if isinstance(item, Mapping) else item for item in listed)
    return made


def _without(written: Mapping, names: frozenset[str]) -> Mapping:
    kept = Mapping(written.place)
    kept.update((key, value) for key, value in written.items() if key not in names)
    return kept


def _scalar(name: str, value: Scalar) -> Scalar:
    match name:
        case "type":
            return _changed(value, _KNOWN_TYPES.get(_joined(value), value))
        case "DOI":
            return _changed(value, _DOI_PREFIX.sub("", value.strip()))
        case "PMCID" if value.isdecimal():
            return _changed(value, f"PMC{value}")
        case "PMID":
            return _changed(value, _PMID_PREFIX.sub("", value.strip()))
    return value


def _changed(value: Scalar, words: str) -> Scalar:
    return value if words == value else Scalar(words, value.place, value.written)


def without_empty(node: Node) -> Node:
    """Return a value without keys, and ends of lists, that an export has left empty: null, "" or a list."""
    match node:
        case Mapping():
            pairs = ((key, without_empty(value)) for key, value in node.items())
            kept = Mapping(node.place)
            kept.update((key, value) for key, value in pairs if value not in _EMPTY)
            return kept
        case Sequence():
            items = Sequence(node.place)
            items.extend(without_empty(item) for item in node)
            while items and items[-1] in _EMPTY:
                items.pop()
            return items
    return node


def texts_of(node: Node) -> Iterator[Scalar]:
    """Go through all texts of a value."""
    match node:
        case Scalar():
            yield node
        case Mapping():
            for value in node.values():
                yield from texts_of(value)
        case Sequence():
            for item in node:
                yield from texts_of(item)
