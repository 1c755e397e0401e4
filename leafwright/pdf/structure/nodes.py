"""The records of the tag tree, before they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(slots=True, kw_only=True)
class Leaf:
    """Marked content: a picture, or a text on one line; `spaced` says that a space after it is not drawn.

    `made` is before or after, if a style put it before or after the text of an element.
    """

    page: int
    number: int
    text: str = ""
    language: str = ""
    made: str = ""
    spaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place to click on a page, the annotation of a link."""

    page: int
    annotation: Any


@dataclass(slots=True, kw_only=True)
class Node:
    """An element of the tag tree, and the element of the page that it was made from."""

    role: str
    element: Any = None
    language: str = ""
    page: int = 0
    parent: "Node | None" = None
    kids: "list[Kid]" = field(default_factory=list)
    table: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    alt: str = ""

    def add(self, role: str, element: Any, language: str, page: int) -> "Node":
        """Add an element at the end of this one."""
        node = Node(role=role, element=element, language=language, page=page, parent=self)
        self.kids.append(node)
        return node

    def leaves(self) -> Iterator[Leaf]:
        """Go through all marked content, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.leaves()


Kid: TypeAlias = Node | Leaf | Target
