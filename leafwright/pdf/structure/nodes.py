"""The records of the tag tree, before they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from leafwright.plain_text.words import with_colon


@dataclass(slots=True, kw_only=True)
class Leaf:
    """Marked content: a picture, or a text on one line.

    `made` is before or after, if a style put it before or after the text of an element. What is `spaced` has
    a space after it that is not drawn, and what is `broken` ends with a hyphen within a word. What is not
    `drawn` is only heard. A `label` says what the words after it are, and is `ended` before these.
    """

    page: int
    number: int
    text: str = ""
    language: str = ""
    made: str = ""
    spaced: bool = False
    broken: bool = False
    drawn: bool = True
    label: bool = False
    ended: bool = False

    @property
    def said(self) -> str:
        """The text as it is read aloud: a word that is broken over two lines is one word.

        A reader pauses at a colon, where others see that a label is bold or has another colour.
        """
        text = self.text.rstrip().removesuffix("-") if self.broken else self.text
        return (with_colon(text) if self.ended else text) + " " * self.spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place to click on a page, the annotation of a link."""

    page: int
    annotation: Any


@dataclass(slots=True, kw_only=True)
class Node:
    """An element of the tag tree, and the element of the page that it was made from.

    It has a `reference` once it is written.
    """

    role: str
    element: Any = None
    language: str = ""
    page: int = 0
    parent: "Node | None" = None
    kids: "list[Kid]" = field(default_factory=list)
    table: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    alt: str = ""
    reference: bytes = b""

    def add(self, role: str, element: Any, language: str, page: int) -> "Node":
        """Add an element at the end of this one."""
        node = Node(role=role, element=element, language=language, page=page, parent=self)
        self.kids.append(node)
        return node

    def nodes(self) -> "Iterator[Node]":
        """Go through this element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def leaves(self) -> Iterator[Leaf]:
        """Go through all marked content, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.leaves()


Kid: TypeAlias = Node | Leaf | Target
