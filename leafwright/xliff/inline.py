"""Read the content of a source or a target: words and codes, each code known by its original markup.

Tools may write a paired code as a separate start and end; the two are joined again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from leafwright.problems import ContentError, Place, refusal_at
from leafwright.xliff.markup import Alone, Close, Code, CodeKind, Open, Piece, code_of
from leafwright.xmltree import XmlElement


def read_inline(elements: Iterable[XmlElement], markup: Mapping[str, str]) -> tuple[Piece, ...]:
    """Read the words and codes in some elements; `markup` is the original of each code, by its reference.

    A code may begin in one element and end in a later one. Raises ContentError for an unknown or unpaired
    one.
    """
    return tuple(_Reader(tuple(elements), markup).read())


def plain_words(element: XmlElement) -> str:
    """Return the words in an element that has no codes."""
    return "".join(piece for piece in read_inline([element], {}) if isinstance(piece, str))


def all_words(element: XmlElement) -> str:
    """Return every word in an element, without its codes."""
    words = ""
    for child in element.children:
        if isinstance(child, str):
            words += child
        else:
            words += _sign(child) if child.name == "cp" else all_words(child)
    return words


class _Reader:
    """Reads consecutive elements; knows the end of each started code, and which codes are open."""

    def __init__(self, elements: Sequence[XmlElement], markup: Mapping[str, str]) -> None:
        self.elements = elements
        self.markup = markup
        every = (below for element in elements for below in element.tree)
        self.ends = {end.get("startRef"): end for end in every if end.name == "ec"}
        self.open: dict[str, Code] = {}

    def read(self) -> Iterator[Piece]:
        for element in self.elements:
            yield from self._within(element)
        if self.open:
            place = self.elements[-1].place
            raise _broken(place, f"the code {next(iter(self.open))} is opened and not closed")

    def _within(self, element: XmlElement) -> Iterator[Piece]:
        for child in element.children:
            if isinstance(child, str):
                yield child
            else:
                yield from self._element(child)

    def _element(self, child: XmlElement) -> Iterator[Piece]:
        match child.name:
            case "cp":
                yield _sign(child)
            case "ph":
                yield Alone(code=self._code(child, child.get("dataRef"), alone=True))
            case "pc":
                code = self._code(child, child.get("dataRefEnd"), start=child.get("dataRefStart"))
                yield Open(code=code)
                yield from self._within(child)
                yield Close(code=code)
            case "sc":
                yield Open(code=self._started(child))
            case "ec":
                yield Close(code=self._ended(child))
            case "mrk":
                yield from self._within(child)
            case "sm" | "em":
                pass
            case _:
                raise _broken(child.place, f"<{child.name}> is not allowed within words")

    def _started(self, start: XmlElement) -> Code:
        end = self.ends.get(start.get("id"))
        if end is None:
            raise _broken(start.place, f"the code {start.get('id')} is opened and not closed")
        code = self._code(end, end.get("dataRef"), start=start.get("dataRef"))
        self.open[start.get("id")] = code
        return code

    def _ended(self, end: XmlElement) -> Code:
        if end.get("startRef") not in self.open:
            raise _broken(end.place, f"the code {end.get('startRef')} is closed before it is opened")
        return self.open.pop(end.get("startRef"))

    def _code(self, element: XmlElement, reference: str, *, start: str = "", alone: bool = False) -> Code:
        code = code_of(self.markup.get(reference, ""), self.markup.get(start, ""))
        if code is None or alone is not (code.kind is CodeKind.CITATION):
            raise _broken(element.place, f"the code {element.get('id')} is not one of the unit's own")
        return code


def _sign(element: XmlElement) -> str:
    """Return the character of an element that replaces one that XML does not allow."""
    try:
        sign = chr(int(element.get("hex"), 16))
        sign.encode()  # a surrogate is not a character
    except (ValueError, OverflowError) as error:
        raise _broken(element.place, f"'{element.get('hex')}' is not the number of a character") from error
    return sign


def _broken(place: Place, message: str) -> ContentError:
    hint = "put the codes of the source back, each around or beside the same words"
    return refusal_at(place, "broken-code", message, hint)
