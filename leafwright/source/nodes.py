"""What YAML text becomes: plain values that remember their line and column."""

from typing import Protocol, Self, TypeAlias

from leafwright.problems import Place


class Mark(Protocol):
    """What both of the parser's marks have: line and column, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


Node: TypeAlias = "Scalar | Mapping | Sequence | None"


class Scalar(str):
    """Text from a YAML file that knows where it stands.

    `raw` is the source text the value was read from, `place` where that begins.
    """

    __slots__ = ("place", "raw")
    place: Place
    raw: str

    def __new__(cls, value: str, place: Place, raw: str = "") -> Self:
        """Make the text `value`, read from `raw` at `place`."""
        scalar = super().__new__(cls, value)
        scalar.place = place
        scalar.raw = raw or value
        return scalar

    def __getnewargs__(self) -> tuple[str, Place, str]:  # type: ignore[override]  # str has no place to keep
        """Return what a copy in another process is made from."""
        return str(self), self.place, self.raw

    def place_at(self, offset: int) -> Place:
        """Find the place of the character at `offset` of the value.

        Folding changes only white space, so it is enough to count the other characters in the source text.
        """
        wanted = len("".join(self[:offset].split()))
        start = _start_of_content(self.raw)
        line, column = self.place.line, self.place.column
        for index, character in enumerate(self.raw):
            if index >= start and not character.isspace():
                if wanted == 0:
                    break
                wanted -= 1
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
        return Place(file=self.place.file, line=line, column=column)

    def part(self, start: int, end: int) -> "Scalar":
        """Cut out `[start:end]`, keeping its place."""
        return Scalar(self[start:end], self.place_at(start))


class Mapping(dict[str, Node]):
    """A YAML mapping and its place; keys are `Scalar`, in the order of the file."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        """Start an empty mapping."""
        super().__init__()
        self.place = place

    def key_place(self, name: str) -> Place:
        """Return where the key `name` is written, or the mapping's own place."""
        return next((key.place for key in self if key == name and isinstance(key, Scalar)), self.place)


class Sequence(list[Node]):
    """A YAML sequence and its place."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        """Start an empty sequence."""
        super().__init__()
        self.place = place


def _start_of_content(raw: str) -> int:
    """Skip a block scalar's header line or an opening quote."""
    if raw[:1] in {"|", ">"} and "\n" in raw:
        return raw.index("\n") + 1
    return 1 if raw[:1] in {'"', "'"} else 0
