"""Build nodes from YAML text.

The tree is built from the parser's events, so there are no tags, no anchors or aliases (an alias bomb has
nothing to multiply), no duplicate keys and no implicit types. Every scalar stays text; the models decide what
is a number or a date, so `no` is never a boolean and a version `1.10` never becomes 1.1.
"""

from collections.abc import Iterator
from typing import Final

import yaml

from leafwright.problems import ContentError, Place, Problem
from leafwright.source.comments import COLOUR, GluedComments, comment_for_value, find_cut
from leafwright.source.limits import MOST_DEPTH, MOST_NODES, check_text
from leafwright.source.nodes import Mapping, Mark, Node, Scalar, Sequence
from leafwright.source.signs import NO_TEXT, explain_key, named, with_plain_lines
from leafwright.source.syntax import Quoted, explain_syntax
from leafwright.source.written import Written

IN_BRACKETS: Final = -1
"""The column of a list or a mapping in brackets, whose lines may begin anywhere."""


class Builder:
    """Builds one tree from the parser's events, and collects every fault."""

    def __init__(self, text: str, name: str) -> None:
        """Build the text of the file called `name`."""
        self.text = with_plain_lines(text)
        self.name = name
        self.lines = self.text.splitlines(keepends=True)
        self.problems: list[Problem] = []
        self.nodes = 0
        self.quoted: Quoted | None = None
        self.glued = GluedComments(self.lines)

    def build(self) -> Node:
        """Build the tree; raises ContentError when the text cannot be parsed."""
        self._refuse_signs()
        try:
            events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    break
            else:
                return None
            tree = self._node(next(events), events, 0, 0)
            self._refuse_second_document(events)
        except yaml.MarkedYAMLError as error:
            problem = explain_syntax(error, self.lines, self.name, self.quoted)
            raise ContentError([problem]) from error
        self._refuse_glued_comments()
        return tree

    def _refuse_signs(self) -> None:
        """Refuse characters that do not belong in a text file, before parsing."""
        if match := NO_TEXT.search(self.text):
            before = self.text[: match.start()]
            place = Place(
                file=self.name, line=before.count("\n") + 1, column=len(before) - before.rfind("\n")
            )
            message = f"{named(match.group())} does not belong in a text file"
            problem = Problem(
                place=place, code="not-text", message=message, hint="delete it, and type what was meant"
            )
            raise ContentError([problem])

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, indent: int) -> Node:
        self.nodes += 1
        place = self._place(event.start_mark)
        if self.nodes > MOST_NODES or depth > MOST_DEPTH:
            message = f"more than {MOST_NODES:,} values" if self.nodes > MOST_NODES else "nested too deeply"
            problem = Problem(place=place, code="too-complex", message=message, hint="split the file")
            raise ContentError([problem])
        if isinstance(event, yaml.AliasEvent):
            self._report(
                place, "alias", f"the alias '*{event.anchor}' is not used here", "write the value out"
            )
            return Scalar("", place)
        self._refuse_marks(event, place)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place, indent)
            case yaml.MappingStartEvent():
                return self._mapping(event, events, depth)
            case yaml.SequenceStartEvent():
                return self._sequence(event, events, depth)
        return None

    def _refuse_marks(self, event: yaml.Event, place: Place) -> None:
        for sign, mark in (("&", getattr(event, "anchor", None)), ("", getattr(event, "tag", None))):
            if mark:
                message = f"'{sign}{mark}' is not used here"
                self._report(
                    place, "anchor-or-tag", message, "write the plain value, in quotes if it is text"
                )

    def _mapping(self, start: yaml.MappingStartEvent, events: Iterator[yaml.Event], depth: int) -> Mapping:
        place = self._place(start.start_mark)
        mapping, indent = Mapping(place), _column_of(start)
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1, indent)
            value_event = next(events)
            value = self._node(value_event, events, depth + 1, indent)
            if not isinstance(key, Scalar):
                self._report(place, "bad-key", "a key must be a word", "write `key: value`")
                continue
            if value is None and self._has_no_colon(event, value_event):
                message = f"'{key}' has no value: in braces a comma begins the next key"
                self._report(
                    key.place, "cut-by-comma", message, "put quotes around text that contains a comma"
                )
            self._add(mapping, key, value)
        return mapping

    def _has_no_colon(self, key: yaml.Event, value: yaml.Event) -> bool:
        """Return whether a key in braces has no colon."""
        ends, begins = key.end_mark, value.start_mark
        if ends is None or begins is None:
            return False
        return (ends.line, ends.column) == (begins.line, begins.column)

    def _add(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        if not (key.written.style or key.isprintable()) and (problem := explain_key(key)):
            self.problems.append(problem)
        if key in mapping:
            hint = f"the first is in line {mapping.key_place(key).line}; keep one"
            self._report(key.place, "duplicate-key", f"'{key}' is written twice", hint)
        else:
            mapping[key] = value

    def _sequence(self, start: yaml.SequenceStartEvent, events: Iterator[yaml.Event], depth: int) -> Sequence:
        sequence, indent = Sequence(self._place(start.start_mark)), _column_of(start)
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            sequence.append(self._node(event, events, depth + 1, indent))
        return sequence

    def _scalar(self, event: yaml.ScalarEvent, place: Place, indent: int) -> Scalar | None:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return None
        self.glued.pass_over(start, end)
        if not event.style and event.value in {"", "~", "null"}:
            self._report_comment(end)
            return None
        if event.style in {"'", '"'}:
            self.quoted = Quoted(mark=event.style, begin=place, end=self._place(end))
        written = Written(
            raw=self._raw(start, end),
            place=place,
            style=event.style or "",
            cut=None if event.style else find_cut(self.lines, end, indent),
        )
        scalar = Scalar(event.value.rstrip("\n"), place, written)
        self.problems += check_text(scalar)
        return scalar

    def _report_comment(self, mark: Mark) -> None:
        """Report words that YAML takes for a comment, where a value is missing."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if comment := comment_for_value(line, mark.column):
            column, words = comment
            place = Place(file=self.name, line=mark.line + 1, column=column + 1)
            message = f"{words} is a comment, because a # after a space begins one"
            hint = f'put it in quotes: "{words}"'
            is_colour = COLOUR.fullmatch(words)
            self._report(place, "unquoted-colour" if is_colour else "cut-by-comment", message, hint)

    def _refuse_glued_comments(self) -> None:
        for line, column in self.glued.places():
            place = Place(file=self.name, line=line + 1, column=column + 1)
            message = "a # directly after a quote, a bracket or a comma begins a comment"
            hint = "put quotes around the whole text, or a space before a comment that is meant"
            self._report(place, "cut-by-comment", message, hint)

    def _refuse_second_document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                place = self._place(event.start_mark)
                self._report(place, "second-document", "a second document begins here", "keep one in a file")
                return

    def _raw(self, start: Mark, end: Mark) -> str:
        if start.line == end.line < len(self.lines):
            return self.lines[start.line][start.column : end.column]
        lines = self.lines[start.line : end.line + 1]
        if not lines:
            return ""
        if end.line < len(self.lines):
            lines[-1] = lines[-1][: end.column]
        return "".join(lines)[start.column :]

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(file=self.name)
        return Place(file=self.name, line=mark.line + 1, column=mark.column + 1)

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place=place, code=code, message=message, hint=hint))


def _column_of(start: yaml.CollectionStartEvent) -> int:
    """Return the column, counted from 0, after which further lines of a value must begin."""
    return IN_BRACKETS if start.flow_style or start.start_mark is None else start.start_mark.column
