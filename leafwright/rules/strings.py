"""Every printed string of a record, in any field, with its place."""

from collections.abc import Iterator

from leafwright.model.record import Record
from leafwright.model.silence import Silence
from leafwright.problems import Place
from leafwright.source import Scalar
from leafwright.text import Text


def strings_of(record: Record) -> Iterator[tuple[str, Place]]:
    """Go through the texts and names below a record, in the order of its fields; reasons are not printed."""
    for name in type(record).model_fields:
        yield from _below(getattr(record, name), record.place_of(name))


def _below(value: object, place: Place) -> Iterator[tuple[str, Place]]:
    match value:
        case Silence():
            return
        case Text():
            yield value.plain, value.place or place
        case Record():
            yield from strings_of(value)
        case Scalar():
            yield str(value), value.place
        case str():
            yield value, place
        case dict():
            for below in value.values():
                yield from _below(below, place)
        case tuple():
            for below in value:
                yield from _below(below, place)
