"""Convert the markup of a text into codes between its words, and back into what an author writes.

A translator's tool shows a code as one sign that can be moved but not broken: bold, links and blanks open and
close, a citation stands alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias, cast

from leafwright.text import BLANK, CITATION, Blank, BlankSize, Citation, Run, Span, Text

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_ADDRESS: Final = re.compile(r"\]\((.*)\)", re.DOTALL)


class CodeKind(StrEnum):
    """The kind of markup that a code stands for."""

    BOLD = "bold"
    LINK = "link"
    CITATION = "citation"
    BLANK = "blank"


class Nesting(StrEnum):
    """Which of bold and a link is around the other where both end; `BOLD_INSIDE` ends bold at each link.

    The characters beside two asterisks decide whether they make words bold, so one of the three may be
    misread. Source: the CommonMark specification, section 6.2.
    """

    LINK_OUTSIDE = "link-outside"
    BOLD_OUTSIDE = "bold-outside"
    BOLD_INSIDE = "bold-inside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A piece of markup; `value` is a link's address, a citation's keys or the size of a blank."""

    kind: CodeKind
    value: str = ""

    @property
    def start(self) -> str:
        """What an author writes at its beginning."""
        match self.kind:
            case CodeKind.BOLD:
                return "**"
            case CodeKind.LINK:
                return "["
            case CodeKind.BLANK:
                return "[[" if self.value == "normal" else f"[[{self.value}:"
        return f"[{self.value}]"

    @property
    def end(self) -> str:
        """What an author writes at its end; a citation has no separate end."""
        match self.kind:
            case CodeKind.LINK:
                return f"]({self.value})"
            case CodeKind.BLANK:
                return "]]"
        return self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Where a code begins."""

    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Where a code ends."""

    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A code without words in it."""

    code: Code


Piece: TypeAlias = str | Open | Close | Alone


def code_of(data: str, start: str = "") -> Code | None:
    """Return the code for some markup, by its end and, for a blank, its `start`; None for anything else."""
    if data == "]]" and (blank := BLANK.fullmatch(f"{start}name]]")):
        return Code(kind=CodeKind.BLANK, value=blank.group(1) or "normal")
    if data == "**":
        return Code(kind=CodeKind.BOLD)
    if link := _ADDRESS.fullmatch(data):
        return Code(kind=CodeKind.LINK, value=link.group(1))
    if cited := CITATION.fullmatch(data):
        return Code(kind=CodeKind.CITATION, value=cited.group(1))
    return None


def pieces_of(text: Text) -> Iterator[Piece]:
    """Split a text into words and codes, each code closed inside the one in which it was opened."""
    return nested(text.spans)


def codes_of(pieces: Iterable[Piece]) -> Iterator[Code]:
    """Go through the codes, in the order of their beginnings."""
    return (piece.code for piece in pieces if isinstance(piece, Open | Alone))


def spans_of(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Give words the style of the codes around them."""
    spans: list[Span] = []
    opened: list[Code] = []
    for piece in pieces:
        match piece:
            case Open():
                opened.append(piece.code)
            case Close():
                opened.remove(piece.code)
            case Alone():
                keys = tuple(key.strip().removeprefix("@") for key in piece.code.value.split(";"))
                spans.append(Citation(keys=keys))
            case _ if opened and opened[-1].kind is CodeKind.BLANK:
                spans.append(Blank(name=piece.strip(), size=cast("BlankSize", opened[-1].value)))
            case _:
                links = [code.value for code in opened if code.kind is CodeKind.LINK]
                strong = any(code.kind is CodeKind.BOLD for code in opened)
                spans.append(Run(text=piece, strong=strong, address=links[-1] if links else ""))
    return tuple(joined_runs(spans))


def nested(
    spans: Sequence[Span], inside: frozenset[CodeKind] = frozenset(), nesting: Nesting = Nesting.LINK_OUTSIDE
) -> Iterator[Piece]:
    """Open the code that reaches furthest, and nest the others in it."""
    rest = list(spans)
    while rest:
        codes = [code for code in codes_around(rest[0]) if code.kind not in inside]
        if not codes:
            yield from _single(rest.pop(0))
            continue
        reach = {code: reach_of(rest, code, nesting) for code in codes}
        code = max(codes[::-1] if nesting is Nesting.BOLD_OUTSIDE else codes, key=reach.__getitem__)
        yield Open(code=code)
        yield from nested(rest[: reach[code]], inside | {code.kind}, nesting)
        yield Close(code=code)
        rest = rest[reach[code] :]


def codes_around(span: Span) -> list[Code]:
    """List the codes that the style of a span needs."""
    if not isinstance(span, Run):
        return []
    links = [Code(kind=CodeKind.LINK, value=span.address)] if span.address else []
    return [*links, *([Code(kind=CodeKind.BOLD)] if span.strong else [])]


def reach_of(spans: Sequence[Span], code: Code, nesting: Nesting) -> int:
    """Count the spans from the first one that a code is around; bold may contain citations and blanks."""
    reach = 0
    for number, span in enumerate(spans, start=1):
        torn = nesting is Nesting.BOLD_INSIDE and codes_around(span)[:1] != codes_around(spans[0])[:1]
        if code in codes_around(span) and not torn:
            reach = number
        elif isinstance(span, Run) or code.kind is CodeKind.LINK:
            break
    return reach


def _single(span: Span) -> Iterator[Piece]:
    """Go through the pieces of a span without codes around it, except those already open."""
    match span:
        case Blank():
            code = Code(kind=CodeKind.BLANK, value=span.size)
            yield from (Open(code=code), span.name, Close(code=code))
        case Citation():
            keys = "; ".join(f"@{key}" for key in span.keys)
            yield Alone(code=Code(kind=CodeKind.CITATION, value=keys))
        case Run():
            yield span.text


def joined_runs(spans: Iterable[Span]) -> list[Span]:
    """Join words to the ones before them if both have the same style."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            isinstance(last, Run)
            and isinstance(span, Run)
            and replace(last, text="") == replace(span, text="")
        ):
            joined[-1] = replace(last, text=_SPACE.sub(" ", last.text + span.text))
        elif not isinstance(span, Run) or span.text:
            joined.append(replace(span, text=_SPACE.sub(" ", span.text)) if isinstance(span, Run) else span)
    return joined
