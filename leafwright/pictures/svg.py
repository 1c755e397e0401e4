"""Read an SVG into elements, and refuse what no drawing needs before it is read."""

import re
from typing import Final

from leafwright.problems import Place, problem_at, refusal_at
from leafwright.xmltree import ANYWHERE, XmlElement, XmlReader, refuse

MOST_BYTES: Final = 1_000_000
MOST_DEPTH: Final = 60
MOST_ELEMENTS: Final = 20_000
NAMESPACE: Final = "http://www.w3.org/2000/svg"
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_BLANKS: Final = re.compile(r"[^ -~]+")
_SIMPLIFY: Final = "ungroup it and simplify it"
_NO_DOCTYPE: Final = "take out the lines from <!DOCTYPE to its >"


def parse_svg(content: bytes, file: str) -> XmlElement:
    """Read an SVG, called `file` in messages; raises ContentError when it cannot be read.

    An element of SVG has a bare name, any other its namespace and a brace.
    """
    if len(content) > MOST_BYTES:
        hint = f"simplify its paths: at most {MOST_BYTES:,} are drawn"
        raise refusal_at(Place(file=file), "picture-too-large", f"the SVG has {len(content):,} bytes", hint)
    root = _SvgReader(file).read(content)
    if root.name != "svg":
        message = f"the first element is <{shown(local_of(root.name))}>, not of SVG"
        raise refusal_at(root.place, "bad-svg", message, f'an SVG begins with <svg xmlns="{NAMESPACE}">')
    return root


def local_of(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def shown(text: str, most: int = 40) -> str:
    """Shorten an author's text, so that a message stays on its line."""
    text = _BLANKS.sub(" ", text[: most + 1])
    return text if len(text) <= most else f"{text[:most]}…"


class _SvgReader(XmlReader):
    namespace = NAMESPACE
    most_depth = MOST_DEPTH
    too_deep = problem_at(ANYWHERE, "picture-too-complex", f"elements are over {MOST_DEPTH} deep", _SIMPLIFY)
    doctype = problem_at(ANYWHERE, "bad-svg", "the SVG declares a document type", _NO_DOCTYPE)
    bad_encoding = problem_at(ANYWHERE, "bad-svg", "the SVG's encoding{} is not read", "save it as UTF-8")
    not_xml = problem_at(ANYWHERE, "bad-svg", "this is not XML: {}", "export it again as plain SVG")

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.elements = 0
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.XmlDeclHandler = self._declaration

    def name_of(self, name: str) -> str:
        return super().name_of(name) if "}" in name else f"}}{name}"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            message = f"the SVG has more than {MOST_ELEMENTS:,} elements"
            raise refusal_at(self.place, "picture-too-complex", message, _SIMPLIFY)
        super().start(name, attributes)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise refuse(self.bad_encoding, Place(file=self.file), f" '{shown(encoding)}'")

    def _instruction(self, target: str, _content: str) -> None:
        if target == "xml-stylesheet":
            hint = "write its colours and widths as attributes, and take out the line"
            raise refusal_at(self.place, "unsafe-svg", "the SVG asks for a style sheet", hint)
