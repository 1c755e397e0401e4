"""A DOI leads nowhere."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader

_TAIL: Final = re.compile(
    r"(?:[.,;:/]|/(?:full|abstract|pdf|epdf|html|fulltext|references|meta)/?|\.pdf|[?#]\w.*)$", re.IGNORECASE
)
_STRANGE: Final = re.compile(
    r"[^\x21-\x7e]|[\"{}|\\^`]|%[0-9a-f]{2}|https?:|doi\.org|10\.\d{4,9}/.*10\.\d{4,9}/", re.IGNORECASE
)
_AT_DOI: Final = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?P<doi>.*)", re.IGNORECASE)
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_PAIRS: Final = ("()", "[]", "<>")


def check(reader: Reader) -> Findings:
    """Report malformed DOIs."""
    for entry in reader.cited:
        link = _AT_DOI.fullmatch(entry.url or "")
        for field, doi in (("DOI", entry.doi), ("URL", link and link["doi"])):
            if doi and (fault := _fault_of(doi)):
                yield Finding(
                    place=entry.place_of(field),
                    message=f"the DOI '{doi}' {fault}",
                    hint="copy it from the article's own page, from 10. to its last character",
                )


def _fault_of(doi: str) -> str:
    """Return what is wrong with a DOI; empty if it may be right."""
    if not _DOI.fullmatch(doi):
        return "does not begin with 10., a number and a slash"
    if strange := _STRANGE.search(doi):
        return f"has '{strange[0]}' in it"
    if tail := _TAIL.search(doi):
        return f"ends in '{tail[0]}'"
    odd = next((pair for pair in _PAIRS if doi.count(pair[0]) != doi.count(pair[1])), "")
    return f"does not close each of its '{odd}'" if odd else ""
