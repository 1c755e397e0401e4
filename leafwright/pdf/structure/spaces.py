"""Find the spaces and the hyphens of line ends, and the ends of labels.

Otherwise two words are read aloud as one, one word as two, and a label as part of the sentence after it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from leafwright.pdf.structure.nodes import Leaf, Node
from leafwright.pdf.structure.roles import CELLS, GROUPS


def note_spaces(root: Node) -> None:
    """Note each text that ends a label or breaks a word, or has a space after it only on the page."""
    for holder in _holders(root):
        words, at = " ".join("".join(_words_in(holder.element)).split()), 0
        texts = list(_texts_in(holder))
        for leaf, after in pairwise(texts):
            at = at if leaf.made else _end_of(leaf, words, at)
            there = leaf.text[-1:].isspace() or after.text[:1].isspace() or after.made == "after"
            made_before = leaf.made == "before"
            apart = leaf.drawn or after.drawn if made_before else words[at : at + 1] == " "
            leaf.spaced = apart and not there
        _end_label([leaf for leaf in texts if leaf.made != "before"])


def _end_label(texts: Sequence[Leaf]) -> None:
    """End the label that some texts begin with, if there are others after it."""
    label = [*takewhile(lambda leaf: leaf.label, texts)]
    if 0 < len(label) < len(texts):
        label[-1].ended, label[-1].spaced = True, not texts[len(label)].text[:1].isspace()


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
