"""An SVG as elements that know their line and column; what no drawing needs is refused before it is read."""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from leafwright.problems import ContentError, Place, Problem

MOST_BYTES: Final = 1_000_000
MOST_DEPTH: Final = 60
MOST_ELEMENTS: Final = 20_000
NAMESPACE: Final = "http://www.w3.org/2000/svg"
PLAIN: Final = "export it again as plain SVG"
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_BLANKS: Final = re.compile(r"[^ -~]+")


@dataclass(slots=True, kw_only=True, eq=False)
class SvgElement:
    """An element and where it begins: one of SVG has a bare name, any other its namespace and a brace."""

    name: str
    place: Place
    attributes: dict[str, str]
    children: "list[SvgElement]" = field(default_factory=list)


def parse_svg(content: bytes, file: str) -> SvgElement:
    """Read an SVG, called `file` in messages; raises ContentError for what is none that can be read."""
    if len(content) > MOST_BYTES:
        hint = f"simplify its paths: at most {MOST_BYTES:,} are drawn"
        raise _refusal(Place(file=file), "picture-too-large", f"the SVG has {len(content):,} bytes", hint)
    root = _SvgReader(file).read(content)
    if root.name != "svg":
        hint = f'an SVG begins with <svg xmlns="{NAMESPACE}">'
        raise _refusal(
            root.place, "bad-svg", f"the first element is <{shown(local_of(root.name))}>, not of SVG", hint
        )
    return root


def local_of(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def shown(text: str, most: int = 40) -> str:
    """Shorten what somebody wrote, so that a message stays on its line."""
    text = _BLANKS.sub(" ", text[: most + 1])
    return text if len(text) <= most else f"{text[:most]}…"


class _SvgReader:
    """Builds one tree from the parser's events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.open = [SvgElement(name="", place=Place(file=file), attributes={})]
        self.elements = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.ProcessingInstructionHandler = self._instructed
        self.parser.XmlDeclHandler = self._declared

    def read(self, content: bytes) -> SvgElement:
        try:
            self.parser.Parse(content, True)  # noqa: FBT003  # the parser's own signature: this is all
        except expat.ExpatError as error:
            place = Place(file=self.file, line=error.lineno, column=error.offset + 1)
            message = f"this is not XML: {expat.ErrorString(error.code)}"
            raise _refusal(place, "bad-svg", message, PLAIN) from error
        except (ValueError, LookupError) as error:
            raise self._bad_encoding() from error
        return self.open[0].children[0]

    @property
    def place(self) -> Place:
        """Where the parser is."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return Place(file=self.file, line=line, column=column + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if len(self.open) > MOST_DEPTH or self.elements > MOST_ELEMENTS:
            many = f"more than {MOST_ELEMENTS:,} elements"
            deep = f"elements more than {MOST_DEPTH} deep in each other"
            message = f"the SVG has {deep if len(self.open) > MOST_DEPTH else many}"
            raise _refusal(self.place, "picture-too-complex", message, "ungroup it and simplify it")
        named = name.removeprefix(f"{NAMESPACE}}}") if "}" in name else f"}}{name}"
        element = SvgElement(name=named, place=self.place, attributes=attributes)
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise self._bad_encoding(f" '{shown(encoding)}'")

    def _instructed(self, target: str, _said: str) -> None:
        if target == "xml-stylesheet":
            hint = "write its colours and widths as attributes, and take the line out"
            raise _refusal(self.place, "unsafe-svg", "the SVG asks for a style sheet", hint)

    def _refuse_doctype(self, *_declared: object) -> None:
        hint = "take the lines from <!DOCTYPE to its > out"
        raise _refusal(self.place, "bad-svg", "the SVG declares a document type", hint)

    def _bad_encoding(self, named: str = "") -> ContentError:
        message = f"the encoding{named} of the SVG is not read"
        return _refusal(Place(file=self.file), "bad-svg", message, "save it as UTF-8")


def _refusal(place: Place, code: str, message: str, hint: str) -> ContentError:
    return ContentError([Problem(place=place, code=code, message=message, hint=hint)])
