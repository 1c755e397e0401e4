"""Lead the links within a sheet and its bookmarks to elements of the tag tree (ISO 32000-2, 12.3.2.3).

The engine leads them to places on pages. These stay beside the elements, for viewers that know no others.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from typing import Any

import pydyf

from leafwright.pdf.structure.nodes import Node


def lead_to_elements(pdf: pydyf.PDF, root: Node, pages: Sequence[Any]) -> None:
    """Add to each destination the element that it leads to; the tree must have been written."""
    written = {id(node.element): node.reference for node in reversed([*root.nodes()]) if node.reference}
    elements, headings = _by_id(pages[0], written, root.reference), _by_label(pages, written)
    named = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    for at in range(0, len(named), 2):
        place = named[at + 1]
        named[at + 1] = pydyf.Dictionary(_goal(place, elements[named[at].string]))
    for bookmark in pdf.objects:
        if isinstance(bookmark, pydyf.Dictionary) and "Title" in bookmark and "Dest" in bookmark:
            place, element = bookmark.pop("Dest"), headings[bookmark["Title"].string].popleft()
            bookmark["A"] = pydyf.Dictionary({"S": "/GoTo", **_goal(place, element)})


def _goal(place: Sequence[Any], element: bytes) -> dict[str, Any]:
    """Return a place on a page, and the element that is there."""
    return {"D": place, "SD": pydyf.Array([element, *place[1:]])}


def _by_id(page: Any, written: Mapping[int, bytes], before: bytes) -> Mapping[str, bytes]:
    """Find the element for each id of a document: its own, the first in it, or the last one before it."""
    found: dict[str, bytes] = {}
    for element in page._page_box.children[0].element.iter():  # noqa: SLF001  # there is no public name
        before = written.get(id(element), before)
        if name := element.get("id"):
            inside = (written[id(part)] for part in element.iter() if id(part) in written)
            found[name] = next(inside, before)
    return found


def _by_label(pages: Sequence[Any], written: Mapping[int, bytes]) -> Mapping[str, deque[bytes]]:
    """Find the headings by what bookmarks call them, in the order of bookmarks."""
    found: dict[str, deque[bytes]] = defaultdict(deque)
    for page in pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001  # there is no public name
            if box.bookmark_label and box.style["bookmark_level"] != "none":
                found[box.bookmark_label].append(written[id(box.element)])
    return found
