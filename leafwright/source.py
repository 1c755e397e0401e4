"""YAML text to plain values that remember their line and column.

The tree is built from the parser's events, so nothing is ever constructed that was not asked for: no tags,
no anchors or aliases (an alias bomb has nothing to multiply), no duplicate keys, no implicit types. Every
scalar stays text; the models decide what is a number or a date, so `no` is never a boolean and a version
`1.10` never becomes 1.1.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol, Self, TypeAlias

import yaml

from leafwright.problems import ContentError, Place, Problem

MOST_BYTES: Final = 1_000_000
MOST_DEPTH: Final = 24
MOST_NODES: Final = 50_000


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


def read_source(path: Path, name: str) -> Mapping:
    """Read a YAML file, called `name` in messages, into a mapping.

    Raises ContentError when the file cannot be read, is too large, or is not UTF-8 or not the YAML we accept.
    """
    return parse_source(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Read a small UTF-8 file whole, or raise ContentError."""
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            raise _refusal(
                Place(file=name),
                "file-too-large",
                f"the file has {size:,} bytes",
                f"at most {MOST_BYTES:,} are read",
            )
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise _refusal(
            Place(file=name), "unreadable-file", reason, "check the name and the permissions"
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise _refusal(
            Place(file=name, line=line, column=column),
            "not-utf-8",
            "the text is not UTF-8",
            "save the file with the encoding UTF-8",
        ) from error


def parse_source(text: str, name: str) -> Mapping:
    """Turn YAML text into a mapping, or raise ContentError with every fault that was found."""
    builder = _Builder(text, name)
    tree = builder.build()
    if builder.problems:
        raise ContentError(builder.problems)
    if not isinstance(tree, Mapping):
        message = "the file is empty" if tree is None else "the file does not hold a mapping"
        raise _refusal(Place(file=name), "not-a-mapping", message, "write `key: value` lines")
    return tree


def _refusal(place: Place, code: str, message: str, hint: str) -> ContentError:
    return ContentError([Problem(place=place, code=code, message=message, hint=hint)])


def _start_of_content(raw: str) -> int:
    """Skip a block scalar's header line or an opening quote."""
    if raw[:1] in {"|", ">"} and "\n" in raw:
        return raw.index("\n") + 1
    return 1 if raw[:1] in {'"', "'"} else 0


class _Builder:
    """Builds one tree from the parser's events, gathering every fault on the way."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines = text.splitlines(keepends=True)
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self) -> Node:
        try:
            events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    break
            else:
                return None
            tree = self._node(next(events), events, 0)
            self._refuse_second_document(events)
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from error
        except yaml.reader.ReaderError as error:
            place = self._place_of_character(error.position)
            message = "a character that text files do not hold"
            raise _refusal(place, "not-text", message, "save the file again as plain text") from error
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.nodes += 1
        place = self._place(event.start_mark)
        if self.nodes > MOST_NODES or depth > MOST_DEPTH:
            message = f"more than {MOST_NODES:,} values" if self.nodes > MOST_NODES else "nested too deeply"
            raise _refusal(place, "too-complex", message, "split the file")
        if isinstance(event, yaml.AliasEvent):
            self._report(
                place, "alias", f"the alias '*{event.anchor}' is not used here", "write the value out"
            )
            return Scalar("", place)
        self._refuse_marks(event, place)
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(place, events, depth)
            case yaml.SequenceStartEvent():
                return self._sequence(place, events, depth)
        return self._scalar(event, place)

    def _refuse_marks(self, event: yaml.Event, place: Place) -> None:
        for sign, mark in (("&", getattr(event, "anchor", None)), ("", getattr(event, "tag", None))):
            if mark:
                message = f"'{sign}{mark}' is not used here"
                self._report(place, "anchor-or-tag", message, "write the plain value")

    def _mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Mapping:
        mapping = Mapping(place)
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self._report(place, "bad-key", "a key must be a word", "write `key: value`")
            elif key in mapping:
                first = mapping.key_place(key)
                hint = f"it stands first in line {first.line}; keep one"
                self._report(key.place, "duplicate-key", f"'{key}' is written twice", hint)
            else:
                mapping[key] = value
        return mapping

    def _sequence(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Sequence:
        sequence = Sequence(place)
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            sequence.append(self._node(event, events, depth + 1))
        return sequence

    def _scalar(self, event: yaml.Event, place: Place) -> Scalar | None:
        if not isinstance(event, yaml.ScalarEvent) or (not event.style and event.value in {"", "~", "null"}):
            return None
        return Scalar(event.value.rstrip("\n"), place, self._raw(event.start_mark, event.end_mark))

    def _refuse_second_document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                place = self._place(event.start_mark)
                self._report(place, "second-document", "a second document begins here", "keep one in a file")
                return

    def _raw(self, start: Mark | None, end: Mark | None) -> str:
        if start is None or end is None:
            return ""
        lines = self.lines[start.line : end.line + 1]
        if not lines:
            return ""
        if end.line < len(self.lines):
            lines[-1] = lines[-1][: end.column]
        return "".join(lines)[start.column :]

    def _place(self, mark: Mark | None) -> Place:
        return (
            Place(file=self.name, line=mark.line + 1, column=mark.column + 1)
            if mark
            else Place(file=self.name)
        )

    def _place_of_character(self, index: int) -> Place:
        before = self.text[:index]
        return Place(file=self.name, line=before.count("\n") + 1, column=index - before.rfind("\n"))

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place=place, code=code, message=message, hint=hint))

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> ContentError:
        mark = error.problem_mark or error.context_mark
        place = self._place(mark) if mark else Place(file=self.name)
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        if "\t" in line[: place.column] or "\\t" in str(error.problem):
            return _refusal(place, "tab", "a tab stands where spaces belong", "indent with spaces")
        hint = "check the indentation, and put quotes around text that holds ': ' or starts with a symbol"
        return _refusal(place, "bad-yaml", f"this is not YAML: {error.problem or error.context}", hint)
