"""XML to elements that know their line and column.

The files come from outside: nothing in them is fetched, no entity is declared, and they have bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final
from xml.parsers import expat

from leafwright.problems import ContentError, Place, Problem

ANYWHERE: Final = Place(file="")
"""The place in the problems of a format, until one is found."""


@dataclass(slots=True, kw_only=True, eq=False)
class XmlElement:
    """An element: its name without the format's own namespace, its content, and where it begins."""

    name: str
    place: Place
    attributes: dict[str, str]
    children: "list[XmlElement | str]" = field(default_factory=list)

    @property
    def elements(self) -> "list[XmlElement]":
        """The elements directly below."""
        return [child for child in self.children if isinstance(child, XmlElement)]

    @property
    def tree(self) -> "Iterator[XmlElement]":
        """Go through the element and all elements below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def below(self, name: str) -> "list[XmlElement]":
        """Return the elements of a name directly below."""
        return [child for child in self.elements if child.name == name]


class XmlReader:
    """Builds one tree from the parser's events; a format sets its namespace, its bound and its messages.

    `{}` in a message is replaced by the name of the encoding, or by the parser's own message.
    """

    namespace: ClassVar[str]
    most_depth: ClassVar[int]
    too_deep: ClassVar[Problem]
    doctype: ClassVar[Problem]
    bad_encoding: ClassVar[Problem]
    not_xml: ClassVar[Problem]

    def __init__(self, file: str) -> None:
        """Read the file that is called `file` in messages."""
        self.file = file
        self.open = [XmlElement(name="", place=Place(file=file), attributes={})]
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self, content: bytes) -> XmlElement:
        """Return the root element; raises ContentError."""
        try:
            self.parser.Parse(content, True)  # noqa: FBT003  # the parser's own signature: this is all
        except expat.ExpatError as error:
            place = Place(file=self.file, line=error.lineno, column=error.offset + 1)
            raise refuse(self.not_xml, place, expat.ErrorString(error.code)) from error
        except (ValueError, LookupError) as error:
            raise refuse(self.bad_encoding, Place(file=self.file)) from error
        return self.open[0].elements[0]

    @property
    def place(self) -> Place:
        """Where the parser is."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return Place(file=self.file, line=line, column=column + 1)

    def name_of(self, name: str) -> str:
        """Return the name of an element without the format's own namespace."""
        return name.removeprefix(f"{self.namespace}}}")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Add an element and go into it."""
        if len(self.open) > self.most_depth:
            raise refuse(self.too_deep, self.place)
        element = XmlElement(name=self.name_of(name), place=self.place, attributes=attributes)
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _doctype(self, *_declared: object) -> None:
        raise refuse(self.doctype, self.place)


def refuse(problem: Problem, place: Place, detail: str = "") -> ContentError:
    """Make the error for a problem of the format at a place."""
    return ContentError([replace(problem, place=place, message=problem.message.format(detail))])
