"""Read a page into a tree of its elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_GROUPS: Final = ("article", "aside", "body", "div", "footer", "form", "header", "html", "main", "section")
_TEXTS: Final = (
    "address",
    "blockquote",
    "dd",
    "details",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "li",
    "ol",
    "p",
)
_TABLES: Final = ("caption", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
BLOCKS: Final = HEADINGS | {*_GROUPS, *_TEXTS, *_TABLES}
"""The elements that begin on a line of their own."""
VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "path", "wbr"})
"""The elements that contain nothing."""

ON_SCREEN: Final = frozenset({"cell-head", "skip", "sources__back"})
"""The classes of what only a screen needs: column heads that are repeated, and links within the page."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a page; a part of its text is a string."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names of its classes."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def has_blocks(self) -> bool:
        """Whether it, or something in it, begins on a line of its own."""
        inside = (child for child in self.children if isinstance(child, Element))
        return self.tag in BLOCKS or any(child.has_blocks for child in inside)

    @property
    def is_hidden(self) -> bool:
        """Whether it is left out of the text."""
        unread = "hidden" in self.attributes or self.attributes.get("aria-hidden") == "true"
        return unread or not self.classes.isdisjoint(ON_SCREEN)

    def below(self, *tags: str) -> Iterator["Element"]:
        """Go through the outermost elements below it that have one of some tags."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.below(*tags)


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Element("html")
        self._open = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_page(page: str) -> Element:
    """Read a page."""
    reader = _TreeReader()
    reader.feed(page)
    reader.close()
    return reader.page
