"""Check that the tag tree has each element of the page once, however many pages it is on."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from weasyprint.formatting_structure import boxes

from leafwright.pdf.measure import Measured
from leafwright.pdf.objects import read_objects
from leafwright.pdf.structure.roles import GROUPS, ROLES
from leafwright.problems import Problem

NAMES: Final = {
    "Sect": "sections",
    "L": "lists",
    "LI": "items",
    "P": "paragraphs",
    "Link": "links",
    "Table": "tables",
    "THead": "heads of tables",
    "TR": "rows",
    "Figure": "pictures",
    **{f"H{level}": f"headings of level {level}" for level in range(1, 7)},
}
_ROLE: Final = re.compile(rb"/Type /StructElem/S /(\w+)")


def find_continued_tags(measured: Measured) -> Iterator[Problem]:
    """Report each kind of element of which the tag tree has more than the page: one continues another."""
    written, printed = _written(measured.content), _printed(measured)
    for role, name in NAMES.items():
        if written[role] > printed[role]:
            yield Problem(
                place=measured.place,
                code="continued-tag",
                message=f"a screen reader finds {written[role]} {name}, and the sheet has {printed[role]}",
                hint="this is a fault of the program: please report it",
            )


def _written(content: bytes) -> Counter[str]:
    """Count the elements of a file's tag tree by their roles."""
    texts = read_objects(content).values()
    return Counter(role.decode() for text in texts for role in _ROLE.findall(text))


def _printed(measured: Measured) -> Counter[str]:
    """Count the elements that have boxes, each once; a line outside any of them is a paragraph."""
    elements = {
        (_role_of(box), id(box.element))
        for page in measured.layout.document.pages
        for box in page._page_box.descendants(placeholders=True)  # noqa: SLF001  # there is no public name
        if box.element is not None
    }
    return Counter(role for role, _ in elements)


def _role_of(box: Any) -> str:
    tag = str(box.element_tag)
    role = "LI" if tag == "dt" else ROLES.get(tag, "")  # a term and its meaning are an item
    return "P" if isinstance(box, boxes.LineBox) and (not role or role in GROUPS) else role
