"""Write the tag tree into a file, in place of the engine's own."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import pydyf

from leafwright.pdf.engine.lever import Lever
from leafwright.pdf.form.places import read_places
from leafwright.pdf.form.writing import write_fields
from leafwright.pdf.structure.destinations import lead_to_elements
from leafwright.pdf.structure.drawing import HIDDEN, put_in_order
from leafwright.pdf.structure.nodes import Kid, Leaf, Node, Target
from leafwright.pdf.structure.reading import TagTree, read_tree
from leafwright.pdf.structure.roles import KEPT_EMPTY, NAMESPACE, ONLY_BEFORE
from leafwright.pdf.structure.spaces import note_spaces
from leafwright.pdf.unicode import BACKWARDS
from leafwright.scripts import SCRIPTS, script_of

Streams: TypeAlias = Sequence[Any]

SECOND: Final = "2.0"
"""The version of PDF whose elements have a namespace, and to whose elements links lead."""


def add_tags(pdf: pydyf.PDF, document: Any, version: object, streams: Streams) -> None:
    """Write the tag tree of a document, as a version of PDF has it."""
    marks = [stream._tags for stream in streams]  # noqa: SLF001  # there is no public name
    language = str(pdf.catalog["Lang"].string) if "Lang" in pdf.catalog else ""
    places = read_places(document.pages, language)
    widgets = write_fields(pdf, document.pages, places, language)
    fields = {box: Target(page=places[box].page, annotation=widget) for box, widget in widgets.items()}
    tree = read_tree(document.pages, marks, language, fields)
    note_spaces(tree.root)
    for stream, hidden, order in zip(streams, tree.artifacts, _orders(tree), strict=True):
        _hide(stream, hidden)
        put_in_order(stream, {number: rank for rank, number in enumerate(order)})
    is_second = str(version) == SECOND
    _Writer(pdf, tree, [len(marked) for marked in marks]).write(is_second=is_second)
    if is_second:
        lead_to_elements(pdf, tree.root, document.pages)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if (script := SCRIPTS.get(script_of(language))) and script.backwards:
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


INSTEAD: Final = Lever("add_tags", ("weasyprint.pdf",), lambda _: add_tags)
"""Replaces the engine's tag tree."""


def _orders(tree: TagTree) -> Iterator[Sequence[int]]:
    """Return the order of each page's marked content: repeated heads, what is read, the foot."""
    read: list[list[int]] = [[] for _ in tree.artifacts]
    for leaf in tree.root.leaves():
        read[leaf.page].append(leaf.number)
    for hidden, numbers in zip(tree.artifacts, read, strict=True):
        feet = [number for number, kind in hidden.items() if kind == "Footer"]
        yield [*(number for number in hidden if hidden[number] != "Footer"), *numbers, *feet]


def _hide(stream: Any, hidden: dict[int, str]) -> None:
    """Turn marked content into artifacts."""
    for index, part in enumerate(stream.stream):
        number = part.get("MCID") if isinstance(part, pydyf.Dictionary) else None
        if number in hidden:
            stream.stream[index - 1] = "/Artifact"
            del part["MCID"]
            part |= {"Type": "/Pagination", HIDDEN: number}
            if hidden[number]:
                part["Subtype"] = f"/{hidden[number]}"


class _Writer:
    """Writes elements, and for each page which of them its marked content belongs to."""

    def __init__(self, pdf: pydyf.PDF, tree: TagTree, counts: Sequence[int]) -> None:
        self._pdf, self._root = pdf, tree.root
        self._owners: list[list[Any]] = [["null"] * count for count in counts]
        self._links: list[bytes] = []
        self._named: dict[str, bytes] = {}
        self._targets: list[list[bytes]] = [[] for _ in counts]
        self._is_turned = any(BACKWARDS.search(leaf.text) for leaf in tree.root.leaves())

    def write(self, *, is_second: bool) -> None:
        """Write the tree and its root; the elements of PDF 2.0 are named by their namespace."""
        root = self._add({"Type": "/StructTreeRoot"})
        if is_second:
            namespace = self._add({"Type": "/Namespace", "NS": pydyf.String(NAMESPACE)}).reference
            root["Namespaces"], self._named = pydyf.Array([namespace]), {"NS": namespace}
        root["K"] = pydyf.Array([self._element(self._root, root.reference, self._root.language)])
        numbers = pydyf.Array()
        for page, owners in enumerate(self._owners):
            numbers += [page, pydyf.Array(owners)]
        for number, owner in enumerate(self._links, start=len(self._owners)):
            numbers += [number, owner]
        root["ParentTree"] = self._add({"Nums": numbers}).reference
        root["ParentTreeNextKey"] = len(self._owners) + len(self._links)
        self._pdf.catalog["StructTreeRoot"] = root.reference
        for page, targets in zip(self._pdf.page_references, self._targets, strict=True):
            if targets:
                self._order(self._pdf.objects[int(page.split()[0])], targets)

    def _order(self, page: pydyf.Dictionary, targets: list[bytes]) -> None:
        """Order what a page has to click on as it is read, for viewers that go by it with the tab key."""
        others = [given for given in page.get("Annots", ()) if given not in targets]
        page["Annots"] = pydyf.Array([*targets, *others])

    def _add(self, values: dict[str, Any]) -> pydyf.Dictionary:
        added = pydyf.Dictionary(values)
        self._pdf.add_object(added)
        return added

    def _add_element(self, role: str, values: dict[str, Any]) -> pydyf.Dictionary:
        named = {} if role in ONLY_BEFORE else self._named
        return self._add({"Type": "/StructElem", "S": f"/{role}", **values, **named})

    def _element(self, node: Node, parent: bytes, language: str) -> bytes:
        """Write an element and all in it; return its reference."""
        element = self._add_element(node.role, {"P": parent, "K": pydyf.Array()})
        listed = _numbering(node, is_second=bool(self._named))
        attributes = [
            pydyf.Dictionary({"O": f"/{owner}", **{name: _written(value) for name, value in given.items()}})
            for owner, given in (("Table", node.table), ("Layout", node.layout), ("List", listed))
            if given
        ]
        if attributes:
            element["A"] = attributes[0]
        if node.alt:
            element["Alt"] = pydyf.String(node.alt)
        own = node.language or language
        if own.lower() != language.lower():
            element["Lang"] = pydyf.String(own)
        kids = [kid for kid in node.kids if not (isinstance(kid, Node) and _is_empty(kid))]
        leaves = [kid for kid in kids if isinstance(kid, Leaf)]
        if leaves:
            element["Pg"] = self._pdf.page_references[leaves[0].page]
        # Some readers take an element's own text before that of the elements in it, whatever their order.
        mixed = any(isinstance(kid, Node) for kid in kids) or any(self._is_said(leaf, own) for leaf in leaves)
        for kid in kids:
            element["K"].append(self._kid(kid, element, own, mixed=mixed))
        node.reference = bytes(element.reference)
        return node.reference

    def _is_said(self, leaf: Leaf, language: str) -> bool:
        """Return whether a text needs an element that says its words or its language."""
        return leaf.text != "" and (self._is_spoken(leaf) or leaf.language.lower() != language.lower())

    def _is_spoken(self, leaf: Leaf) -> bool:
        return self._is_turned or not leaf.drawn or leaf.said != leaf.text

    def _kid(self, kid: Kid, element: pydyf.Dictionary, language: str, *, mixed: bool) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, element.reference, language)
        page = self._pdf.page_references[kid.page]
        if isinstance(kid, Target):
            kid.annotation["StructParent"] = len(self._owners) + len(self._links)
            self._links.append(element.reference)
            self._targets[kid.page].append(kid.annotation.reference)
            return pydyf.Dictionary({"Type": "/OBJR", "Pg": page, "Obj": kid.annotation.reference})
        if kid.text and mixed:
            return self._span(kid, element, language)
        self._owners[kid.page][kid.number] = element.reference
        if page == element["Pg"]:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid.number})

    def _span(self, leaf: Leaf, element: pydyf.Dictionary, language: str) -> bytes:
        """Write a text between other elements, or whose words or language have to be said."""
        page = self._pdf.page_references[leaf.page]
        span = self._add_element("Span", {"P": element.reference, "Pg": page})
        span["K"] = leaf.number
        if self._is_spoken(leaf):
            span["ActualText"] = pydyf.String(leaf.said)
        if leaf.language.lower() != language.lower():
            span["Lang"] = pydyf.String(leaf.language)
        self._owners[leaf.page][leaf.number] = span.reference
        return bytes(span.reference)


def _is_empty(node: Node) -> bool:
    """Return whether nothing in an element is read, and it is no part of a table either."""
    if node.role in KEPT_EMPTY:
        return False
    return all(isinstance(kid, Node) and _is_empty(kid) for kid in node.kids)


def _numbering(node: Node, *, is_second: bool) -> dict[str, Any]:
    """Say how the items of a list are labelled; only PDF 2.0 has a word for terms and their meanings."""
    if node.role != "L":
        return {}
    items = (kid for kid in node.kids if isinstance(kid, Node))
    labelled = any(isinstance(part, Node) and part.role == "Lbl" for item in items for part in item.kids)
    terms = "/Description" if is_second else "/None"
    usual = {"ol": "/Decimal", "ul": "/Disc"}.get(node.element.tag, terms)
    return {"ListNumbering": usual if labelled else "/None"}


def _written(value: object) -> object:
    return pydyf.Array(value) if isinstance(value, list) else value
