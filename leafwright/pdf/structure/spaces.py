"""Find the spaces and the hyphens of line ends, or two words are read aloud as one, and one word as two."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from leafwright.pdf.structure.nodes import Leaf, Node
from leafwright.pdf.structure.roles import CELLS, GROUPS


def note_spaces(root: Node) -> None:
    """Note each text that the page has a space after, and the file has none, and each that breaks a word."""
    for holder in _holders(root):
        words, at = " ".join("".join(_words_in(holder.element)).split()), 0
        texts = list(_texts_in(holder))
        for leaf, after in pairwise(texts):
            at = at if leaf.made else _end_of(leaf, words, at)
            there = leaf.text[-1:].isspace() or after.text[:1].isspace() or after.made == "after"
            leaf.spaced = not there and (leaf.made == "before" or words[at : at + 1] == " ")


def _end_of(leaf: Leaf, words: str, at: int) -> int:
    """Find where a text ends; a hyphen at the end of its line may be an addition, which breaks a word."""
    text = " ".join(leaf.text.split())
    for part in (text, text.removesuffix("-")):
        if (found := words.find(part, at)) >= 0:
            leaf.broken = part != text
            return found + len(part)
    return at


def _words_in(element: Any) -> Iterator[str]:
    """Go through the words of an element, with a space before those that have a line of their own."""
    if str(element.get("class")).startswith("below"):
        yield " "
    yield element.text or ""
    for part in element:
        yield from _words_in(part)
        yield part.tail or ""


def _holders(node: Node) -> Iterator[Node]:
    """Go through the elements that have text of their own."""
    if node.role not in GROUPS and node.role != "Lbl" and node.element is not None:
        yield node
    if node.role in GROUPS | CELLS:
        for kid in node.kids:
            if isinstance(kid, Node):
                yield from _holders(kid)


def _texts_in(node: Node) -> Iterator[Leaf]:
    """Go through the texts of an element, and of those within a line of it."""
    for kid in node.kids:
        if isinstance(kid, Leaf) and kid.text:
            yield kid
        elif isinstance(kid, Node) and kid.role == "Link":
            yield from _texts_in(kid)
