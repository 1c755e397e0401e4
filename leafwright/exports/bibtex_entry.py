"""Entries of BibTeX and biblatex as CSL: their types, fields and names."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from citeproc.source.bibtex.bibtex import parse_name, split_name, split_names

from leafwright.exports.bibtex import BibEntry
from leafwright.exports.bibtex_dates import read_issued
from leafwright.exports.bibtex_names import FIELDS, GENRES, READ, TYPES, UNREAD
from leafwright.exports.latex import UnknownCommandError, read_latex
from leafwright.problems import ContentError, Place, Problem, problem_at, refusal_at
from leafwright.source import Mapping as Tree
from leafwright.source import Node, Scalar, Sequence

_ALIKE: Final = 0.8
_ADDRESSES: Final = frozenset({"DOI", "URL", "PMID", "PMCID", "ISBN"})
_WITHOUT: Final = re.compile(r"\\url\{([^{}]*)\}|\\([_%&#~$])|[{}]")
_LINK: Final = re.compile(r"https?://[^\s{}]+")
_FROM_PUBMED: Final = re.compile(r"\d{4}-\d{3}[\dXx]\b")
"""How the note begins in which EndNote keeps the whole record of PubMed, which nobody wants to print."""
_MOST_PARTS: Final = 3
"""A name has at most two commas: von Last, Jr, First."""


def as_csl(entries: tuple[BibEntry, ...], name: str) -> Sequence:
    """Return the entries of the file called `name` as CSL; raises ContentError with every fault."""
    by_key = {str(entry.key): entry for entry in entries}
    problems: list[Problem] = []
    made = Sequence(Place(file=name))
    for entry in entries:
        fields = _with_parent(entry, by_key)
        problems += _unknown(entry)
        try:
            made.append(_convert(entry, fields))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return made


def _with_parent(entry: BibEntry, by_key: Mapping[str, BibEntry]) -> Tree:
    """Return the fields of an entry with those that it takes from the one that it names as `crossref`."""
    parent = by_key.get(str(entry.fields.get("crossref", "")))
    if parent is None or parent is entry:
        return entry.fields
    fields = Tree(entry.fields.place)
    fields.update(entry.fields)
    for key, value in parent.fields.items():
        name = "booktitle" if key == "title" else key
        if isinstance(key, Scalar) and name not in {*fields, "crossref"}:
            fields[Scalar(name, key.place)] = value
    return fields


def _unknown(entry: BibEntry) -> Iterator[Problem]:
    """Report a field or a type that is a misspelling; any other is of some program, and not printed."""
    for name in entry.fields:
        near = get_close_matches(name, READ, n=1, cutoff=_ALIKE) or [
            known for known in READ if sorted(known) == sorted(name)
        ]
        if name not in READ | UNREAD and near:
            message, hint = f"'{name}' is no field of @{entry.kind}", f"did you mean '{near[0]}'?"
            yield problem_at(entry.fields.key_place(name), "unknown-field", message, hint)
    if (kind := str(entry.kind)) not in TYPES:
        near = get_close_matches(kind, TYPES, n=1, cutoff=_ALIKE)
        if near:
            message, hint = f"'@{kind}' is no type of an entry", f"did you mean '@{near[0]}'?"
            yield problem_at(entry.kind.place, "unknown-value", message, hint)


def _convert(entry: BibEntry, fields: Tree) -> Tree:
    csl = Tree(entry.kind.place)
    csl[Scalar("id", entry.key.place)] = entry.key
    csl[Scalar("type", entry.kind.place)] = Scalar(_type_of(entry, fields), entry.kind.place)
    for key, value in fields.items():
        if isinstance(key, Scalar) and isinstance(value, Scalar) and value.strip():
            for name, converted in _field(key, value, entry, fields):
                csl.setdefault(Scalar(name, key.place), converted)
    if (genre := GENRES.get(str(entry.kind))) and csl["type"] == "thesis":
        csl.setdefault(Scalar("genre", entry.kind.place), Scalar(genre, entry.kind.place))
    if issued := read_issued(fields):
        csl[Scalar("issued", issued[0].place)] = issued[1]
    return csl


def _field(key: Scalar, value: Scalar, entry: BibEntry, fields: Tree) -> Iterator[tuple[str, Node]]:
    """Convert one field; a few become another one, or nothing."""
    match str(key):
        case "author" | "editor" | "translator":
            yield str(key), _names(value)
        case "title" if isinstance(subtitle := fields.get("subtitle"), Scalar):
            yield "title", Scalar(f"{_words(value)}: {_words(subtitle)}", value.place, value.written)
        case "number":
            yield _number(entry, fields), _words(value)
        case "urldate":
            yield "accessed", _words(value)
        case "eprint" if _source_of(fields) == "pubmed":
            yield "PMID", value
        case "howpublished" if link := _LINK.search(_WITHOUT.sub(r"\1\2", value)):
            yield "URL", Scalar(link[0].rstrip(".,"), value.place, value.written)
        case "type":
            yield from _genre(value, entry)
        case "note" if _FROM_PUBMED.match(value.strip()):
            pass
        case name if name in FIELDS:
            csl = FIELDS[name]
            yield csl, _address(value) if csl in _ADDRESSES else _words(value)


def _genre(value: Scalar, entry: BibEntry) -> Iterator[tuple[str, Node]]:
    """Read the kind of a source; EndNote repeats there that an article is one."""
    if genre := GENRES.get(value.strip().lower()):
        yield "genre", Scalar(genre, value.place, value.written)
    elif entry.kind != "article":
        yield "genre", _words(value)


def _type_of(entry: BibEntry, fields: Tree) -> str:
    kind = str(entry.kind)
    if kind == "inbook" and "booktitle" not in fields:
        return "book"
    return TYPES.get(kind) or ("webpage" if "url" in fields or "howpublished" in fields else "document")


def _number(entry: BibEntry, fields: Tree) -> str:
    """Name what a number counts: issues of a journal, books of a series, or reports."""
    if entry.kind in {"article", "periodical", "suppperiodical", "newspaper"}:
        return "issue"
    return "collection-number" if "series" in fields else "number"


def _source_of(fields: Tree) -> str:
    named = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    return str(named).strip().lower()


def _names(value: Scalar) -> Sequence:
    names = Sequence(value.place)
    for name in filter(None, map(str.strip, split_names(" ".join(value.split())))):
        person = Tree(value.place)
        for part, words in _parts_of(name, value).items():
            if words:
                person[Scalar(part, value.place)] = _words(Scalar(words, value.place, value.written))
        names.append(person)
    return names


def _parts_of(name: str, value: Scalar) -> dict[str, str | None]:
    """Split a name; one that is in braces as a whole is an organisation's."""
    parts = split_name(name)
    if name == "others":
        return {"literal": "et al"}
    if len(parts) == 1 and len(parts[0]) == 1 and name.startswith("{") and name.endswith("}"):
        return {"literal": name}
    if len(parts) > _MOST_PARTS or not any(parts):
        message = f"'{name}' is not one name"
        raise refusal_at(
            value.place, "bad-bibtex", message, "put `and` between two names: Elm, Ada and Ash, Bo"
        )
    given, particle, family, suffix = parse_name(name)
    return {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}


def _address(value: Scalar) -> Scalar:
    return Scalar(_WITHOUT.sub(r"\1\2", value).strip(), value.place, value.written)


def _words(value: Scalar) -> Scalar:
    try:
        return Scalar(read_latex(value), value.place, value.written)
    except UnknownCommandError as error:
        message, hint = f"'{error}' is no command that is read here", "write the sign itself, as in \u00e9"
        raise refusal_at(value.place, "bad-bibtex", message, hint) from error
