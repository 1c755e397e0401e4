"""References as other programs export them, CSL in YAML or JSON, or BibTeX, to records of the workspace."""

from functools import lru_cache
from typing import Final

from leafwright.decode import decode
from leafwright.exports.csl import texts_of, with_csl_names, without_empty
from leafwright.exports.hints import in_terms_of
from leafwright.model.reference import References
from leafwright.problems import ContentError, Place, refusal_at
from leafwright.source import Mapping, Node, Scalar, Sequence, check_text, parse_json, parse_yaml, text_of

SUFFIXES: Final = (".yaml", ".json", ".bib")
"""How the names of files with references end."""


@lru_cache(maxsize=16)
def parse_references(content: bytes, name: str) -> References:
    """Read the content of a file with references by the end of its name; equal content shares one record.

    Raises ContentError with every problem of the file.
    """
    tree = _parse(text_of(content, name), name)
    faults = [problem for text in texts_of(tree) for problem in check_text(text)]
    if faults and not name.endswith(".yaml"):
        raise ContentError(faults)
    try:
        return decode(References, tree)
    except ContentError as error:
        raise ContentError(in_terms_of(name, error.problems)) from error


def _parse(text: str, name: str) -> Mapping:
    """Return the mapping that the records are read from."""
    if name.endswith(".bib"):
        # It takes 80 ms to load, and most workspaces have no such file.
        from leafwright.exports.bibtex import read_entries  # noqa: PLC0415  # see above
        from leafwright.exports.bibtex_entry import as_csl  # noqa: PLC0415  # see above

        return _listed(as_csl(read_entries(text, name), name), name)
    if name.endswith(".json"):
        tree = _listed(parse_json(text, name), name)
        if isinstance(entries := tree.get("references"), Sequence):
            entries[:] = map(without_empty, entries)
        return tree
    return _listed(parse_yaml(text, name), name)


def _listed(tree: Node, name: str) -> Mapping:
    """Return the entries, however the file holds them, below the one key `references`."""
    match tree:
        case {"items": Sequence([{"itemType": _}, *_])} | Sequence([{"itemType": _}, *_]):
            message, hint = "this is Better BibTeX JSON, which is no CSL", "export as Better CSL JSON"
            raise refusal_at(Place(file=name), "not-a-mapping", message, hint)
        case Sequence():
            return _below(tree, tree)
        case Mapping() if {"id", "type"} <= tree.keys():
            only = Sequence(tree.place)
            only.append(tree)
            return _below(tree, only)
        case {"items": Sequence() as items} if isinstance(tree, Mapping) and "references" not in tree:
            return _below(tree, items)
        case Mapping():
            return _with_names(tree)
    message = "the file has no list of references" if tree else "the file is empty"
    raise refusal_at(Place(file=name), "not-a-mapping", message, "begin with the line `references:`")


def _below(tree: Mapping | Sequence, entries: Sequence) -> Mapping:
    holder = Mapping(tree.place)
    holder[Scalar("references", tree.place)] = entries
    return _with_names(holder)


def _with_names(tree: Mapping) -> Mapping:
    """Return a mapping whose `references` have CSL's names."""
    named = Mapping(tree.place)
    for key, value in tree.items():
        named[key] = _each_named(value) if key == "references" and isinstance(value, Sequence) else value
    return named


def _each_named(entries: Sequence) -> Sequence:
    named = Sequence(entries.place)
    named.extend(with_csl_names(entry) if isinstance(entry, Mapping) else entry for entry in entries)
    return named
