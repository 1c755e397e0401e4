"""Read the tag tree from the engine's pages: one node for each element, however often it is broken.

The engine has no public names for the boxes of a page; its version is pinned.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import pydyf
from weasyprint.formatting_structure import boxes

from leafwright.pdf.form.writing import PRINTED
from leafwright.pdf.structure.nodes import Leaf, Node, Target
from leafwright.pdf.structure.order import order_elements
from leafwright.pdf.structure.roles import BLOCKS, CELLS, GROUPS, ROLES, SVG
from leafwright.plain_text.words import IN_LINE, is_label

Marks: TypeAlias = Mapping[Any, Mapping[str, Any]]
"""The marked content of a page by its box."""
Fields: TypeAlias = Mapping[Any, Target]
"""The fields of a form by their boxes."""
NO_FIELDS: Final[Fields] = {}

_POINT: Final = 72 / 96
_LOGGER: Final = logging.getLogger("weasyprint")


@dataclass(slots=True, kw_only=True)
class TagTree:
    """The elements of a document, and by page what nobody reads aloud, each with its kind of artifact."""

    root: Node
    artifacts: list[dict[int, str]] = field(default_factory=list)


def read_tree(
    pages: Sequence[Any], marks: Sequence[Marks], language: str, fields: Fields = NO_FIELDS
) -> TagTree:
    """Read the tag tree of laid out pages, in the language of the document, with the fields of a form."""
    reader = _Reader(language, fields)
    for number, (page, marked) in enumerate(zip(pages, marks, strict=True)):
        reader.read(page, number, marked)
    order_elements(reader.tree.root, _top_of(pages[0]))
    return reader.tree


def _top_of(page: Any) -> Any:
    """Return the element of a whole document."""
    return page._page_box.children[0].element  # noqa: SLF001  # there is no public name


class _Reader:
    """Reads page after page, and knows the node of each element so far."""

    def __init__(self, language: str, fields: Fields) -> None:
        self._fields = fields
        self.tree = TagTree(root=Node(role="Document", language=language))
        self._nodes: dict[tuple[int, str], Node] = {}
        self._page: Any = None
        self._number = 0
        self._marks: Marks = {}
        self._in_label = False

    def read(self, page: Any, number: int, marks: Marks) -> None:
        """Read one page."""
        self._page, self._number, self._marks = page, number, marks
        self.tree.artifacts.append({})
        self._walk(page._page_box, self.tree.root)  # noqa: SLF001  # there is no public name

    def _walk(self, placed: Any, node: Node) -> None:
        box = getattr(placed, "_box", placed)  # the engine wraps what is positioned
        if isinstance(box, boxes.MarginBox):
            self._hide(box, "Footer" if box.at_keyword.startswith("@bottom") else "Header")
        elif isinstance(box, boxes.TextBox):
            self._add_text(box, node)
        elif box in self._fields and (isinstance(box, boxes.ReplacedBox) or "::" in str(box.element_tag)):
            self._add_field(box, node)
        elif _is_hidden(box.element):
            self._hide(box, "")
        elif isinstance(box, boxes.ReplacedBox) and box.element.get("class") == "heard":
            self._add_words(box, node)
        else:
            self._read_element(box, node)

    def _read_element(self, box: Any, node: Node) -> None:
        inner = self._node_of(box, node)
        if getattr(box, "is_header", False) and inner.page != self._number:
            self._hide(box, "")
            return
        if box.link_annotation:
            self._add_target(box, inner)
        if isinstance(box, boxes.ReplacedBox):
            inner.kids.append(Leaf(page=self._number, number=self._marks[box]["mcid"]))
        around, self._in_label = self._in_label, self._in_label or _is_label(box.element)
        for child in getattr(box, "children", ()):
            self._walk(child, inner)
        self._in_label = around
        if box in self._fields:
            self._add_field(box, inner)

    def _add_field(self, box: Any, node: Node) -> None:
        """Add a field of a form; what is drawn there is no picture."""
        if isinstance(box, boxes.ReplacedBox):
            self.tree.artifacts[-1][self._marks[box]["mcid"]] = ""
        field = self._fields[box]
        node.add("Form", None, node.language, field.page).kids.append(field)

    def _add_text(self, box: Any, node: Node) -> None:
        """Add a text; a space alone is not drawn, and belongs to the word before it."""
        number, text = self._marks[box]["mcid"], box.text
        if text.strip():
            made, language = str(box.element_tag).partition("::")[2], box.style["lang"] or node.language
            leaf = Leaf(page=self._number, number=number, text=text, language=language, made=made)
            leaf.label = self._in_label
            node.kids.append(leaf)
            return
        self.tree.artifacts[-1][number] = ""

    def _add_words(self, box: Any, node: Node) -> None:
        """Add words that are heard and not seen."""
        number = self._marks[box]["mcid"]
        words, language = _words_of(box.element), box.style["lang"] or node.language
        leaf = Leaf(
            page=self._number, number=number, text=words, language=language, made="before", drawn=False
        )
        node.kids.append(leaf)

    def _hide(self, box: Any, kind: str) -> None:
        """Leave out what is heard elsewhere; a place to click stays part of its link."""
        for part in box.descendants(placeholders=True):
            inside = getattr(part, "_box", part)
            if inside in self._marks:
                self.tree.artifacts[-1][self._marks[inside]["mcid"]] = kind
            link = self._nodes.get((id(inside.element), str(inside.element_tag)))
            if inside.link_annotation and link:
                self._add_target(inside, link)

    def _add_target(self, box: Any, link: Node) -> None:
        """Add a place to click to a link, and say where it leads in the words of the page."""
        if says := box.element.get("title"):
            box.link_annotation["Contents"] = pydyf.String(says)
        box.link_annotation["F"] = PRINTED
        link.kids.append(Target(page=self._number, annotation=box.link_annotation))

    def _node_of(self, box: Any, node: Node) -> Node:
        """Return the node that a box belongs to: its element's, or the one around it."""
        tag = str(box.element_tag)
        if isinstance(box, boxes.LineBox):
            return self._paragraph(box, node)
        role = ROLES.get(tag, "")
        if tag == "div::before" and node.role == "LBody":
            if _is_labelled(node.parent):
                return self._paragraph(box, node)
            role = "Lbl"
        if not role or box.element is None or tag in ("html", "body"):
            return node
        key = id(box.element), tag
        if key not in self._nodes:
            self._nodes[key] = self._made(role, box, node)
        return self._nodes[key]

    def _paragraph(self, line: Any, node: Node) -> Node:
        """Return the node of a line of text; what has no text of its own gets a paragraph.

        Items in two languages have one label; the other language's is in its paragraph.
        """
        if node.role not in GROUPS and not (node.role in CELLS and str(line.element_tag).startswith("div")):
            return node
        key = id(line.element), "paragraph"
        if key not in self._nodes:
            self._nodes[key] = node.add("P", line.element, line.style["lang"] or node.language, self._number)
        return self._nodes[key]

    def _made(self, role: str, box: Any, node: Node) -> Node:
        """Make the node of an element."""
        language = box.style["lang"] or node.language
        if role in BLOCKS and node.role == "P" and node.parent:
            node = node.parent  # it stands in a line of its own element, which has no text then
        if role == "Lbl" and node.role == "LBody" and node.parent:
            made = node.parent.add(role, box.element, language, self._number)
            node.parent.kids.insert(0, node.parent.kids.pop())  # the engine has it last
            return made
        if role in ("Lbl", "LBody") and node.role == "L":
            last = node.kids[-1] if node.kids and role == "LBody" else None
            node = last if isinstance(last, Node) else node.add("LI", box.element, language, self._number)
        made = node.add(role, box.element, language, self._number)
        if role == "LI" and box.element_tag == "li":
            return made.add("LBody", box.element, language, self._number)
        self._describe(made, box)
        return made

    def _describe(self, node: Node, box: Any) -> None:
        """Add to a picture its words and its place, and to a cell what it heads and spans."""
        if node.role == "Figure":
            left, top = box.content_box_x(), box.content_box_y()
            height = self._page.height
            corners = (left, height - top - box.height, left + box.width, height - top)
            node.layout["BBox"] = [side * _POINT for side in corners]
            node.alt = _words_of(box.element)
        elif node.role in ("TH", "TD"):
            spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
            node.table |= {name: cells for name, cells in spans.items() if cells != 1}
        if node.role == "TH":
            in_head = node.parent and node.parent.parent and node.parent.parent.role == "THead"
            node.table["Scope"] = "/Column" if in_head else "/Row"


def _is_labelled(item: Node | None) -> bool:
    return any(isinstance(kid, Node) and kid.role == "Lbl" for kid in item.kids) if item else False


def _is_label(element: Any) -> bool:
    """Return whether an element says what the words after it are."""
    return element is not None and is_label(element.get("class", "").split(), IN_LINE)


def _is_hidden(element: Any) -> bool:
    """Return whether what an element has is heard elsewhere, and so only seen here."""
    return element is not None and element.get("aria-hidden") == "true"


def _words_of(picture: Any) -> str:
    """Return the words of a picture, or complain as the engine does."""
    title = picture.find(SVG.replace("svg}svg", "svg}title")) if picture.tag == SVG else None
    words = (title.text if title is not None else picture.attrib.get("alt")) or ""
    if not words and picture.tag != SVG:
        source = picture.attrib.get("src", "unknown")
        _LOGGER.error('Image "%s" has no required alt description', source)
    return str(words)
