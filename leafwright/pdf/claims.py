"""Declare in the metadata of a file every standard that it keeps: the engine declares one.

Sources: ISO 19005-3 and -4 (PDF/A-3, PDF/A-4), ISO 14289-1 and -2 (PDF/UA-1, PDF/UA-2), PDF Declarations and
WTPDF of the PDF Association. PDF/A-3 asks for an extension schema when the metadata uses a namespace it does
not know, here that of PDF/UA; PDF/A-4 does not.
"""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from weasyprint import Document

from leafwright.flavours import ARCHIVED, NEWER, Flavour

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
A: Final = "http://www.aiim.org/pdfa/ns/id/"
UA: Final = "http://www.aiim.org/pdfua/ns/id/"
DECLARED: Final = "http://pdfa.org/declarations/"
WTPDF: Final = "http://pdfa.org/declarations/wtpdf#accessibility1.0"
"""What a file conforms to that is well tagged for accessibility, by WTPDF 1.0, 6.1.3."""

_EXTENSION: Final = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA: Final = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY: Final = "http://www.aiim.org/pdfa/ns/property#"
_PREFIXES: Final = {
    "pdfuaid": UA,
    "pdfd": DECLARED,
    "pdfaExtension": _EXTENSION,
    "pdfaSchema": _SCHEMA,
    "pdfaProperty": _PROPERTY,
}
_RESOURCE: Final = {f"{{{RDF}}}parseType": "Resource"}


def claim_standards(document: Document, flavour: Flavour) -> None:
    """Declare the standards of a flavour in the document's metadata; of a form the engine declares all.

    Validators ignore a second RDF root, so the engine's is extended.
    """
    claim = _CLAIMS.get(flavour.variant)
    if claim is None:
        return
    written = document.metadata.generate_rdf_metadata
    for prefix, name in _PREFIXES.items():
        register_namespace(prefix, name)

    def extended(variant: str, version: int, conformance: str) -> bytes:
        root = fromstring(written(variant, version, conformance))  # noqa: S314  # the engine's own output
        claim(root)
        return bytes(tostring(root, encoding="utf-8"))

    document.metadata.generate_rdf_metadata = extended


def _claim_first(root: Element) -> None:
    """Declare PDF/UA-1 beside PDF/A-3a."""
    SubElement(root, f"{{{RDF}}}Description", {f"{{{RDF}}}about": "", f"{{{UA}}}part": "1"})
    root.append(_extension_schema())


def _claim_second(root: Element) -> None:
    """Declare PDF/UA-2 and WTPDF beside PDF/A-4, which has no level of conformance."""
    for described in root:
        described.attrib.pop(f"{{{A}}}conformance", None)
    about = {f"{{{RDF}}}about": "", f"{{{UA}}}part": "2", f"{{{UA}}}rev": "2024"}
    described = SubElement(root, f"{{{RDF}}}Description", about)
    declared = SubElement(SubElement(described, f"{{{DECLARED}}}declarations"), f"{{{RDF}}}Bag")
    item = SubElement(declared, f"{{{RDF}}}li", _RESOURCE)
    SubElement(item, f"{{{DECLARED}}}conformsTo").text = WTPDF


_CLAIMS: Final[Mapping[str, Callable[[Element], None]]] = {
    ARCHIVED.variant: _claim_first,
    NEWER.variant: _claim_second,
}


def _extension_schema() -> Element:
    description = Element(f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    schemas = SubElement(description, f"{{{_EXTENSION}}}schemas")
    schema = SubElement(SubElement(schemas, f"{{{RDF}}}Bag"), f"{{{RDF}}}li", _RESOURCE)
    SubElement(schema, f"{{{_SCHEMA}}}schema").text = "PDF/UA identification schema"
    SubElement(schema, f"{{{_SCHEMA}}}namespaceURI").text = UA
    SubElement(schema, f"{{{_SCHEMA}}}prefix").text = "pdfuaid"
    properties = SubElement(schema, f"{{{_SCHEMA}}}property")
    entry = SubElement(SubElement(properties, f"{{{RDF}}}Seq"), f"{{{RDF}}}li", _RESOURCE)
    SubElement(entry, f"{{{_PROPERTY}}}name").text = "part"
    SubElement(entry, f"{{{_PROPERTY}}}valueType").text = "Integer"
    SubElement(entry, f"{{{_PROPERTY}}}category").text = "internal"
    SubElement(entry, f"{{{_PROPERTY}}}description").text = "Part of the PDF/UA standard"
    return description
