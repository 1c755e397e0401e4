"""Make files of a flavour with the engine, and validate the result.

The validator knows PDF/A-3a and PDF/UA-1. A file by the newer standards keeps all they ask for but what names
the standards, and what is new is checked beside.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import page
import pydyf
from weasyprint import Document

from leafwright.flavours import ARCHIVED, NEWER, Flavour
from leafwright.pdf.newer import find_breaches

PROFILES: Final = {
    "PDF/A-3a": "3a",
    "PDF/UA-1": "ua1",
    "PDF/A-4": "3a",
    "PDF/UA-2": "ua1",
    "WTPDF 1.0": "ua1",
}
"""What the validator calls each standard, or the one before it."""

_NAMING: Final = re.compile(r"-(HEADER|ID|XMP(-EXTENSION)?-(PREDEFINED-)?(PROPERTY|VALUE)[A-Z-]*)-")
"""The rules that say what a file is called, and which words its metadata may use for that."""

_STREAM: Final = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")


def options_of(flavour: Flavour) -> dict[str, Any]:
    """Return the options with which the engine makes a flavour of PDF."""
    return {"pdf_variant": flavour.variant, "pdf_tags": True}


def keep_links_single(document: Document) -> None:
    """Drop the extra links of elements inside a link: no Link tag contains them."""
    for leaf in document.pages:
        leaf.links = [link for link in leaf.links if link[3].element_tag == "a"]


def finish(_document: Document, pdf: pydyf.PDF) -> None:
    """Leave the metadata uncompressed, for other tools."""
    for written in pdf.objects:
        if isinstance(written, pydyf.Stream) and written.extra.get("Type") == "/Metadata":
            written.compress = False


def check_conformance(
    content: bytes, standards: Iterable[str] = ARCHIVED.conformance
) -> Iterator[tuple[str, str, str]]:
    """Validate a file against some standards; yields profile, rule and message of each failure."""
    standards = tuple(standards)
    newer = not set(standards).isdisjoint(NEWER.conformance)
    for profile in dict.fromkeys(map(PROFILES.__getitem__, standards)):
        for failure in page.validate_pdf_bytes(content, profile=profile).failures:
            rule = failure.rule_id
            named = newer and _NAMING.search(rule)
            if not named and ("STREAM-LENGTH" not in rule or not _lengths_hold(content)):
                yield profile, rule, failure.message
    if newer:
        yield from find_breaches(content)


def _lengths_hold(content: bytes) -> bool:
    """Return whether every stream has the length it declares.

    If the last byte of a stream is a carriage return, the validator counts it as part of the line end. This
    happens in about one compressed stream in 256.
    """
    at = 0
    while match := _STREAM.search(content, at):
        at = match.end() + int(match[1])
        if not content.startswith(b"\nendstream", at):
            return False
    return at > 0
