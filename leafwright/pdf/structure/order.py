"""Put the elements of the tag tree in the order of the page, whatever the order in which a style draws them.

A row that is drawn from its end, with a note in the leading column, would be read from its end, too: what the
colours of a picture mean before the picture, and a term before the text that has it.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from leafwright.pdf.structure.nodes import Node


def order_elements(root: Node, top: Any) -> None:
    """Order all that is below a node as it is written below the top element of the page."""
    _order(root, {id(element): number for number, element in enumerate(top.iter())})


def _order(node: Node, numbers: Mapping[int, int]) -> None:
    """Order the elements in a node; a label stays first, and a field after what was read before it."""
    kids, places = [kid for kid in node.kids if isinstance(kid, Node)], [0]
    for kid in kids:
        _order(kid, numbers)
        places.append(numbers.get(id(kid.element), places[-1]))
    if node.role != "LI" and len(kids) == len(node.kids):
        node.kids = [kid for _, kid in sorted(zip(places[1:], kids, strict=True), key=itemgetter(0))]
