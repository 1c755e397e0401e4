"""PDF/A-3a and PDF/UA-1 in one file: add what the engine leaves out, and validate the result.

Sources: ISO 19005-3 (PDF/A-3), ISO 14289-1 (PDF/UA-1). PDF/A asks for an extension schema when a file's
metadata uses a namespace it does not know, here that of PDF/UA.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

import page
import pydyf
from weasyprint import Document

from leafwright.flavours import ARCHIVED, Flavour

PROFILES: Final = {"PDF/A-3a": "3a", "PDF/UA-1": "ua1"}
"""What the validator calls each standard."""

_STREAM: Final = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION: Final = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA: Final = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY: Final = "http://www.aiim.org/pdfa/ns/property#"


def options_of(flavour: Flavour) -> dict[str, Any]:
    """Return the options with which the engine makes a flavour of PDF."""
    return {"pdf_variant": flavour.variant, "pdf_tags": True}


def claim_accessibility(document: Document, flavour: Flavour) -> None:
    """Declare PDF/UA-1 beside PDF/A-3a in the document's metadata; a form declares nothing else.

    The engine declares only one standard, and validators ignore a second RDF root, so the engine's is
    extended.
    """
    if flavour != ARCHIVED:
        return
    written = document.metadata.generate_rdf_metadata
    for prefix, name in (("pdfuaid", _UA), ("pdfaExtension", _EXTENSION)):
        register_namespace(prefix, name)
    register_namespace("pdfaSchema", _SCHEMA)
    register_namespace("pdfaProperty", _PROPERTY)

    def extended(variant: str, version: int, conformance: str) -> bytes:
        root = fromstring(written(variant, version, conformance))  # noqa: S314  # the engine's own output
        SubElement(root, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": "", f"{{{_UA}}}part": "1"})
        root.append(_extension_schema())
        return bytes(tostring(root, encoding="utf-8"))

    document.metadata.generate_rdf_metadata = extended


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
    for profile in map(PROFILES.__getitem__, standards):
        report = page.validate_pdf_bytes(content, profile=profile)
        for failure in report.failures:
            if "STREAM-LENGTH" not in failure.rule_id or not _lengths_hold(content):
                yield profile, failure.rule_id, failure.message


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


def _extension_schema() -> Element:
    resource = {f"{{{_RDF}}}parseType": "Resource"}
    description = Element(f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    schemas = SubElement(description, f"{{{_EXTENSION}}}schemas")
    schema = SubElement(SubElement(schemas, f"{{{_RDF}}}Bag"), f"{{{_RDF}}}li", resource)
    SubElement(schema, f"{{{_SCHEMA}}}schema").text = "PDF/UA identification schema"
    SubElement(schema, f"{{{_SCHEMA}}}namespaceURI").text = _UA
    SubElement(schema, f"{{{_SCHEMA}}}prefix").text = "pdfuaid"
    properties = SubElement(schema, f"{{{_SCHEMA}}}property")
    entry = SubElement(SubElement(properties, f"{{{_RDF}}}Seq"), f"{{{_RDF}}}li", resource)
    SubElement(entry, f"{{{_PROPERTY}}}name").text = "part"
    SubElement(entry, f"{{{_PROPERTY}}}valueType").text = "Integer"
    SubElement(entry, f"{{{_PROPERTY}}}category").text = "internal"
    SubElement(entry, f"{{{_PROPERTY}}}description").text = "Part of the PDF/UA standard"
    return description
