"""Every printed string of a record, in any field, with its place."""

from collections.abc import Iterator

from leafwright.model.record import Record
from leafwright.model.walk import leaves
from leafwright.problems import Place
from leafwright.source import Scalar
from leafwright.text import Text


def strings_of(record: Record) -> Iterator[tuple[str, Place]]:
    """Go through the texts and names below a record, in the order of its fields; reasons are not printed."""
    for spot, leaf in leaves(record, without=frozenset({"silence"})):
        if isinstance(leaf, Text | str):
            own = leaf.place if isinstance(leaf, Text | Scalar) else None
            yield str(leaf), own or (spot.nearest(Record) or record).place_of(spot.field)
