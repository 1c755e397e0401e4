"""YAML text to nodes.

The tree is built from the parser's events, so nothing is ever constructed that was not asked for: no tags,
no anchors or aliases (an alias bomb has nothing to multiply), no duplicate keys, no implicit types. Every
scalar stays text; the models decide what is a number or a date, so `no` is never a boolean and a version
`1.10` never becomes 1.1.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from leafwright.problems import ContentError, Place, Problem
from leafwright.source.nodes import Mapping, Mark, Node, Scalar, Sequence
from leafwright.source.syntax import NO_BREAK_SPACE, Quoted, explain_syntax
from leafwright.source.written import Written

MOST_BYTES: Final = 1_000_000
MOST_DEPTH: Final = 24
MOST_NODES: Final = 50_000
_OTHER_SUFFIX: Final = {".yaml": ".yml", ".yml": ".yaml"}
_NO_BREAK: Final = "\u00a0"
_COLOUR: Final = re.compile(r"\s*(#(?:[0-9a-fA-F]{3}){1,2})\s*$")


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
        other = path.with_suffix(_OTHER_SUFFIX.get(path.suffix, path.suffix))
        hint = "check the name and the permissions"
        if other != path and other.exists():
            hint = f"{other.name} is there: name it {path.name}"
        raise _refusal(Place(file=name), "unreadable-file", reason, hint) from error
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


class _Builder:
    """Builds one tree from the parser's events, gathering every fault on the way."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines = text.splitlines(keepends=True)
        self.problems: list[Problem] = []
        self.nodes = 0
        self.quoted: Quoted | None = None

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
            problem = explain_syntax(error, self.lines, self.name, self.quoted)
            raise ContentError([problem]) from error
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
            if isinstance(key, Scalar) and not key.written.style and key.startswith(_NO_BREAK):
                self._report(key.place, "tab", *NO_BREAK_SPACE)
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
            self._tell_colour(event.end_mark)
            return None
        if event.style in {"'", '"'}:
            self.quoted = Quoted(mark=event.style, begin=place, end=self._place(event.end_mark))
        raw = self._raw(event.start_mark, event.end_mark)
        written = Written(raw=raw, place=place, style=event.style or "")
        return Scalar(event.value.rstrip("\n"), place, written)

    def _tell_colour(self, mark: Mark | None) -> None:
        """Tell of a colour that YAML takes for a comment, in place of a value that is missing."""
        line = self.lines[mark.line] if mark and mark.line < len(self.lines) else ""
        if mark and (colour := _COLOUR.match(line, mark.column)):
            place = Place(file=self.name, line=mark.line + 1, column=colour.start(1) + 1)
            message = f"{colour[1]} is a comment, for a # behind a space begins one"
            self._report(place, "unquoted-colour", message, f'put it in quotes: "{colour[1]}"')

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
