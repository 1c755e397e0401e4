"""Check what PDF/A-4, PDF/UA-2 and WTPDF 1.0 ask of a file beyond the standards before them.

The validator knows only those before, ISO 19005-3 and ISO 14289-1. Sources: ISO 19005-4, ISO 14289-2, and
WTPDF 1.0 of the PDF Association.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.pdf.claims import WTPDF
from leafwright.pdf.objects import read_objects
from leafwright.pdf.structure.roles import NAMESPACE, ONLY_BEFORE

KNOWN: Final = frozenset(
    {
        *("Document", "Sect", "P", "Link", "Span", "Figure", "Caption", "Form", "L", "LI", "Lbl", "LBody"),
        *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "H1", "H2", "H3", "H4", "H5", "H6"),
    }
)
"""The elements in the namespace of PDF 2.0 that a sheet may have (ISO 32000-2, 14.8.4)."""

_STRINGS: Final = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>", re.DOTALL)
_TRAILER: Final = re.compile(rb"<</Type /XRef[^\n]*")
_ROLE: Final = re.compile(rb"/Type /StructElem/S /(\w+)")
_KIDS: Final = re.compile(rb"/K \[([^\]]*)\]")
_NAMESPACE_OF: Final = re.compile(rb"/NS (\d+) 0 R")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_PLACE: Final = re.compile(rb"/D(?:est)? \[[^\]]*\]|\(\) \[[^\]]*\]")
_GOAL: Final = re.compile(rb"/D \[[^\]]*\]/SD \[(\d+) 0 R ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file, its objects with their strings left empty, and which of them names the elements of PDF 2.0."""

    content: bytes
    objects: Mapping[int, bytes]
    namespace: int | None

    @classmethod
    def of(cls, content: bytes) -> "_File":
        objects = read_objects(content)
        named = b"/Type /Namespace/NS (%b)" % NAMESPACE.encode()
        namespace = next((number for number, text in objects.items() if named in text), None)
        bare = {number: _STRINGS.sub(b"()", text) for number, text in objects.items()}
        return cls(content=content, objects=bare, namespace=namespace)

    def role(self, number: int) -> str:
        """Return the role of an element; empty for any other object."""
        role = _ROLE.search(self.objects.get(number, b""))
        return role[1].decode() if role else ""

    def kids(self, number: int) -> list[int]:
        """List the elements in an element."""
        kids = _KIDS.search(self.objects.get(number, b""))
        return [int(kid) for kid in _REFERENCE.findall(kids[1])] if kids else []

    def is_named(self, number: int) -> bool:
        """Return whether an element is in the namespace of PDF 2.0."""
        named = _NAMESPACE_OF.search(self.objects.get(number, b""))
        return named is not None and int(named[1]) == self.namespace

    def claims(self, **wanted: str) -> bool:
        """Return whether the metadata says each of these once, and with no other value."""
        said = {
            name: re.findall(rb"[\s<]%b(?:=\"|>)([^\"<]*)" % name.replace("_", ":").encode(), self.content)
            for name in wanted
        }
        return all(said[name] == ([value.encode()] if value else []) for name, value in wanted.items())


def find_breaches(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Check a file of PDF 2.0; yields profile, clause and message of each failure."""
    file = _File.of(content)
    for profile, clause, message, holds in _CLAUSES:
        if not holds(file):
            yield profile, clause, message


def _is_second(file: _File) -> bool:
    return file.content.startswith(b"%PDF-2.0\n")


def _has_no_information(file: _File) -> bool:
    trailer = _TRAILER.search(file.content)
    return trailer is not None and b"/Info " not in trailer[0]


def _has_a_document(file: _File) -> bool:
    """Return whether the tree begins with one Document of PDF 2.0."""
    roots = [number for number, text in file.objects.items() if b"/Type /StructTreeRoot" in text]
    tops = [top for root in roots for top in file.kids(root)]
    return [file.role(top) for top in tops] == ["Document"] and file.is_named(tops[0])


def _has_known_elements(file: _File) -> bool:
    """Return whether each element is known in its namespace; what has none is of the one before."""
    roles = {(file.role(number), file.is_named(number)) for number in file.objects} - {("", False)}
    return roles <= {*((role, True) for role in KNOWN), *((role, False) for role in ONLY_BEFORE)}


def _has_numbered_lists(file: _File) -> bool:
    """Return whether each list with labels says of which kind they are."""
    lists = (number for number in file.objects if file.role(number) == "L")
    labelled = (
        number
        for number in lists
        if any(file.role(part) == "Lbl" for item in file.kids(number) for part in file.kids(item))
    )
    said = (re.search(rb"/ListNumbering /(\w+)", file.objects[number]) for number in labelled)
    return all(found is not None and found[1] != b"None" for found in said)


def _leads_to_elements(file: _File) -> bool:
    """Return whether each place in the file that something leads to has its element beside it."""
    goals = [goal for text in file.objects.values() for goal in _GOAL.findall(text)]
    places = sum(len(_PLACE.findall(text)) for text in file.objects.values())
    return len(goals) == places and all(file.role(int(goal)) for goal in goals)


Holds = Callable[[_File], bool]

_CLAUSES: Final[tuple[tuple[str, str, str, Holds], ...]] = (
    ("4", "6.1.2", "its header does not say that it is PDF 2.0", _is_second),
    ("4", "6.1.3", "it has document information beside its metadata", _has_no_information),
    (
        "4",
        "6.7.3",
        "its metadata does not declare PDF/A-4 of 2020",
        lambda file: file.claims(pdfaid_part="4", pdfaid_rev="2020", pdfaid_conformance=""),
    ),
    (
        "ua2",
        "5",
        "its metadata does not declare PDF/UA-2 of 2024",
        lambda file: file.claims(pdfuaid_part="2", pdfuaid_rev="2024"),
    ),
    ("wt1a", "6.1.3", "its metadata does not declare WTPDF", lambda file: file.claims(pdfd_conformsTo=WTPDF)),
    ("ua2", "8.2.5.2", "its tags do not begin with one Document of PDF 2.0", _has_a_document),
    ("ua2", "8.2.4", "an element of its tags is in no namespace that knows it", _has_known_elements),
    ("ua2", "8.2.5.25", "a list with labels does not say of which kind they are", _has_numbered_lists),
    ("ua2", "8.8", "a link within it or a bookmark leads to no element of its tags", _leads_to_elements),
)
