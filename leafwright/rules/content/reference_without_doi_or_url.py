"""A source cannot be looked up."""

from typing import Final

from leafwright.rules import Finding, Findings, Reader

_BOOKS: Final = frozenset({"book", "chapter"})


def check(reader: Reader) -> Findings:
    """Report cited references that do not say where they can be found."""
    for entry in reader.cited:
        if not (entry.doi or entry.url or entry.pmid or (entry.type in _BOOKS and entry.isbn)):
            yield Finding(
                place=entry.place,
                message=f"'{entry.id}' has neither a DOI nor a web address",
                hint="add `DOI:`, or `URL:` if it is only on the web",
            )
