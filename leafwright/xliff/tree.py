"""XML text to elements that remember their line and column, and refuse what no exchange file needs.

The file comes from outside: nothing in it is fetched, no entity is declared or put in, and it has bounds.
"""

from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from leafwright.problems import ContentError, Place, Problem

MOST_BYTES: Final = 8_000_000
MOST_DEPTH: Final = 40
NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
"""That of XLIFF 2.0 and 2.1."""


@dataclass(slots=True, kw_only=True)
class Element:
    """An element: its name without the namespace of XLIFF, what is in it, and where it begins."""

    name: str
    place: Place
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def below(self, name: str) -> "list[Element]":
        """Return the elements of a name right below."""
        return [child for child in self.children if isinstance(child, Element) and child.name == name]


def parse_xml(content: bytes, name: str) -> Element:
    """Read XML, called `name` in messages; raises ContentError for what is not sound or not welcome."""
    if len(content) > MOST_BYTES:
        hint = f"at most {MOST_BYTES:,} are read"
        raise _refusal(Place(file=name), "file-too-large", f"the file has {len(content):,} bytes", hint)
    return _Builder(name).build(content)


class _Builder:
    """Builds one tree from the parser's events."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open = [Element(name="", place=Place(file=name), attributes={})]
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def build(self, content: bytes) -> Element:
        try:
            self.parser.Parse(content, True)  # noqa: FBT003  # the parser's own signature: this is all
        except expat.ExpatError as error:
            place = Place(file=self.name, line=error.lineno, column=error.offset + 1)
            message = f"this is not XML: {expat.ErrorString(error.code)}"
            raise _refusal(place, "bad-xml", message, "ask for the file again, as it was exported") from error
        except (ValueError, LookupError) as error:
            message, hint = "its encoding cannot be read", "ask for the file in UTF-8"
            raise _refusal(Place(file=self.name), "not-utf-8", message, hint) from error
        (document,) = self.open
        return next(child for child in document.children if isinstance(child, Element))

    @property
    def place(self) -> Place:
        """Where the parser is."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return Place(file=self.name, line=line, column=column + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > MOST_DEPTH:
            hint = "ask for the file again, as it was exported"
            raise _refusal(self.place, "too-complex", "elements are nested too deeply", hint)
        element = Element(name=_local(name), place=self.place, attributes=attributes)
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _words(self, words: str) -> None:
        self.open[-1].children.append(words)

    def _refuse_doctype(self, *_declared: object) -> None:
        hint = "ask for plain XLIFF, without a DOCTYPE"
        raise _refusal(self.place, "doctype", "the file declares a document type", hint)


def _local(name: str) -> str:
    """Name an element of XLIFF by its bare name, and any other with its namespace."""
    return name.removeprefix(f"{NAMESPACE}}}")


def _refusal(place: Place, code: str, message: str, hint: str) -> ContentError:
    return ContentError([Problem(place=place, code=code, message=message, hint=hint)])
