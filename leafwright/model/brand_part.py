"""A part of `_brand.yml`: fields that pages print, fields that are passed over, and unknown ones."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from pydantic import ConfigDict, Field

from leafwright.model.record import Record
from leafwright.problems import Place


def passed(reason: str, example: str = "#6b2f5f") -> Any:
    """Make a field that no page prints, whatever its value; the reason is part of the message."""
    return Field(default=None, description=f"Passed over: {reason}.", examples=[example])


FACTS: Final = "addresses and facts stand in clinic.yaml"
ROLE: Final = "pages have one colour, `primary`, and what is derived from it"
TYPE: Final = "each edition has its own sizes, weights and colours of type"
CODE: Final = "leaflets have no computer code"
WEB: Final = "it is for web pages"
FETCHED: Final = "nothing is fetched from the web or from the machine"
PAPER: Final = "paper is white"


OPEN: Final = ConfigDict(json_schema_extra={"additionalProperties": {"description": "Passed over."}})
"""For a part to which any program may add fields."""


class FilePart(Record):
    """A part of a brand file, which may also have fields that are not in the standard.

    `others` is why further fields are passed over; if it is empty, each is reported as unknown.
    """

    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": False})
    others: ClassVar[str] = ""

    def passed_over(self, path: str = "") -> Iterator[tuple[str, str, Place]]:
        """Go through the fields that no page prints: the path of each, why, and its place."""
        for name in type(self).model_fields:
            key, value = name.replace("_", "-"), getattr(self, name)
            if name in self.model_fields_set and (why := type(self).model_fields[name].description):
                yield f"{path}{key}", why.removeprefix("Passed over: ").rstrip("."), self.place_of(name)
            for below, part in _parts_in(value, f"{path}{key}"):
                yield from part.passed_over(f"{below}.")
        for name in self.model_extra or {} if self.others else {}:
            yield f"{path}{name}", self.others, self.place_of(name)

    def unknown(self) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
        """Go through the fields that are not in the standard: name, place, and what is known beside it."""
        known = tuple(name.replace("_", "-") for name in type(self).model_fields)
        for name in self.model_extra or {} if not self.others else {}:
            yield name, self.place_of(name), known
        for name in type(self).model_fields:
            for _, part in _parts_in(getattr(self, name), name):
                yield from part.unknown()


def _parts_in(value: object, path: str) -> Iterator[tuple[str, FilePart]]:
    match value:
        case FilePart():
            yield path, value
        case tuple():
            for part in value:
                yield from _parts_in(part, path)
        case dict():
            for name, part in value.items():
                yield from _parts_in(part, f"{path}.{name}")
