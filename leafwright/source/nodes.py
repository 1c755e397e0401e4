"""The nodes of a YAML file: plain values that know their line and column."""

from typing import Protocol, Self, TypeAlias

from leafwright.problems import Place
from leafwright.source.composing import count_letters
from leafwright.source.written import Written


class Mark(Protocol):
    """A position of either parser: line and column, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


Node: TypeAlias = "Scalar | Mapping | Sequence | None"


class Scalar(str):
    """Text from a YAML file that knows its place.

    `place` is where it begins, `written` the source text it was read from. If it is a part of a longer text,
    `before` counts the characters of that text before it, without blanks.
    """

    __slots__ = ("before", "place", "written")
    before: int
    place: Place
    written: Written

    def __new__(cls, value: str, place: Place, written: Written | None = None, before: int = 0) -> Self:
        """Make the text `value`, read at `place`; without `written`, the file has it literally."""
        scalar = super().__new__(cls, value)
        scalar.place = place
        scalar.written = written or Written(raw=value, place=place)
        scalar.before = before
        return scalar

    def __getnewargs__(self) -> tuple[str, Place, Written, int]:  # type: ignore[override]  # str has no place to keep
        """Return what a copy in another process is made from."""
        return str(self), self.place, self.written, self.before

    def place_at(self, offset: int) -> Place:
        """Find the place of the character at `offset`; a blank counts as the next word's start."""
        return self.written.place_of(self._counted(offset))

    def part(self, start: int, end: int) -> "Scalar":
        """Cut out `[start:end]`, keeping its place."""
        return Scalar(self[start:end], self.place_at(start), self.written, self._counted(start))

    def _counted(self, offset: int) -> int:
        """Count the characters of the whole before `offset` of this part, without blanks."""
        return self.before + count_letters(self[:offset])


class Mapping(dict[str, Node]):
    """A YAML mapping and its place; keys are `Scalar`, in the order of the file."""

    __slots__ = ("_key_places", "place")

    def __init__(self, place: Place) -> None:
        """Start an empty mapping."""
        super().__init__()
        self.place = place
        self._key_places: dict[str, Place] = {}

    def key_place(self, name: str) -> Place:
        """Return where the key `name` is written, or the mapping's own place."""
        if len(self._key_places) != len(self):
            self._key_places = {str(key): key.place for key in self if isinstance(key, Scalar)}
        return self._key_places.get(str(name), self.place)


class Sequence(list[Node]):
    """A YAML sequence and its place."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        """Start an empty sequence."""
        super().__init__()
        self.place = place
