"""BibTeX files to entries whose fields know their line and column.

The grammar is BibTeX's own: text between entries is a comment, `@string` defines a word, values are joined
with `#`. See https://ctan.org/pkg/btxdoc.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.problems import ContentError, Place, Problem, refusal_at
from leafwright.source import Lines, Mapping, Scalar, Written

_ENTRY: Final = re.compile(r"@\s*(?P<kind>[a-zA-Z]+)\s*(?P<open>[{(])|@comment\b[^\n]*", re.IGNORECASE)
_BEGINS: Final = re.compile(r"^[ \t]*@\s*[a-zA-Z]+\s*[{(]", re.MULTILINE)
_KEY: Final = re.compile(r"\s*([^\s,{}()=\"#%]+)\s*(?=[,})])")
_NAME: Final = re.compile(r"[a-zA-Z@_][\w:.+/-]*")
_BLANK: Final = re.compile(r"\s*")
_PIECE: Final = re.compile(r"\d+|[a-zA-Z][\w:.+/-]*")
_MARKS: Final = re.compile(r'[{}"]')
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class BibEntry:
    """One entry: its type and its key as they are written, and its fields by their names in small letters."""

    kind: Scalar
    key: Scalar
    fields: Mapping


def read_entries(text: str, name: str) -> tuple[BibEntry, ...]:
    """Read the entries of a BibTeX file, called `name` in messages; raises ContentError with every fault."""
    reader = _Reader(text, name)
    entries = tuple(reader.read())
    if reader.problems:
        raise ContentError(reader.problems)
    return entries


class _Reader:
    """Reads one file from its beginning to its end."""

    def __init__(self, text: str, name: str) -> None:
        """Begin at the first character."""
        self.text = text
        self.at = 0
        self.lines = Lines(text, name)
        self.words: dict[str, str] = dict(zip(_MONTHS, _MONTHS, strict=True))
        self.problems: list[Problem] = []

    def read(self) -> Iterator[BibEntry]:
        """Go through the entries; after a fault, read on at the next line that begins one."""
        while begin := _ENTRY.search(self.text, self.at):
            self.at = begin.end()
            try:
                yield from self._entry(begin)
            except ContentError as error:
                self.problems += error.problems
                following = _BEGINS.search(self.text, max(self.at, begin.end()))
                self.at = following.start() if following else len(self.text)

    def _entry(self, begin: re.Match[str]) -> Iterator[BibEntry]:
        kind = self._scalar((begin["kind"] or "comment").lower(), begin.start())
        closing = ")" if begin["open"] == "(" else "}"
        match kind:
            case "comment":
                if begin["open"] == "{":
                    self._skip_braces(begin.start())
            case "preamble":
                self._value()
                self._expect(closing, kind.place)
            case "string":
                name, value = self._field()
                self.words[name.lower()] = str(value)
                self._expect(closing, kind.place)
            case _:
                yield BibEntry(kind=kind, key=self._key(kind), fields=self._fields(closing, kind))

    def _key(self, kind: Scalar) -> Scalar:
        match = _KEY.match(self.text, self.at)
        if match is None:
            raise self._wrong(f"this @{kind} has no key", f"write the key and a comma: @{kind}{{elm1999,")
        self.at = match.end()
        return self._scalar(match[1], match.start(1))

    def _fields(self, closing: str, kind: Scalar) -> Mapping:
        fields = Mapping(kind.place)
        while not self._takes(closing):
            self._expect(",", kind.place)
            if self._takes(closing):
                break
            name, value = self._field()
            if name in fields:
                hint = f"the first is in line {fields.key_place(name).line}; keep one"
                raise refusal_at(name.place, "duplicate-key", f"'{name}' is written twice", hint)
            fields[name] = value
        return fields

    def _field(self) -> tuple[Scalar, Scalar]:
        self._skip_blanks()
        match = _NAME.match(self.text, self.at)
        if match is None:
            raise self._wrong("a field has no name", "write `name = {value},`")
        self.at = match.end()
        name = self._scalar(match[0].lower(), match.start())
        if not self._takes("="):
            raise self._wrong(f"no = follows '{match[0]}'", "write `name = {value},`")
        return name, self._value()

    def _value(self) -> Scalar:
        self._skip_blanks()
        begin = self.at
        pieces = [self._piece()]
        while self._takes("#"):
            pieces.append(self._piece())
        return self._scalar("".join(pieces), begin)

    def _piece(self) -> str:
        self._skip_blanks()
        begin = self.at
        if self._takes("{"):
            return self._skip_braces(begin)
        if self._takes('"'):
            return self._skip_quotes(begin)
        match = _PIECE.match(self.text, begin)
        if match is None:
            raise self._wrong("a field has no value", "write it in braces: `name = {value},`")
        if match[0][0].isalpha() and match[0].lower() not in self.words:
            hint = f'write it in braces, {{{match[0]}}}, or define it: @string{{{match[0]} = "..."}}'
            raise self._wrong(f"'{match[0]}' is no word that this file defines", hint)
        self.at = match.end()
        return self.words.get(match[0].lower(), match[0])

    def _skip_braces(self, begin: int) -> str:
        """Take the text up to the brace that closes the one before it."""
        start, depth = self.at, 1
        while match := _MARKS.search(self.text, self.at):
            self.at = match.end()
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if not depth:
                return self.text[start : match.start()]
        self.at = start
        raise self._wrong("this brace is never closed", "write } where it ends", begin)

    def _skip_quotes(self, begin: int) -> str:
        start, depth = self.at, 0
        while match := _MARKS.search(self.text, self.at):
            self.at = match.end()
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if match[0] == '"' and not depth:
                return self.text[start : match.start()]
        self.at = start
        raise self._wrong("this quotation mark is never closed", 'write " where it ends', begin)

    def _expect(self, sign: str, entry: Place) -> None:
        if not self._takes(sign):
            if self.text[self.at : self.at + 1] in {"", "@"}:
                message = f"the entry of line {entry.line} is not closed here"
                raise self._wrong(message, "write } after the value that has none, and after the entry")
            wanted = "a comma" if sign == "," else f"a {sign}"
            hint = f"put {wanted} before it, or close the entry of line {entry.line}"
            raise self._wrong(f"{wanted} is missing", hint)

    def _takes(self, sign: str) -> bool:
        self._skip_blanks()
        there = self.text.startswith(sign, self.at)
        self.at += len(sign) if there else 0
        return there

    def _skip_blanks(self) -> None:
        if match := _BLANK.match(self.text, self.at):
            self.at = match.end()

    def _scalar(self, value: str, at: int) -> Scalar:
        """Make a text that is placed as a whole, because LaTeX changes its characters."""
        place = self.lines.place_at(at)
        return Scalar(value, place, Written(raw="", place=place))

    def _wrong(self, message: str, hint: str, at: int | None = None) -> ContentError:
        return refusal_at(self.lines.place_at(self.at if at is None else at), "bad-bibtex", message, hint)
