"""The markup of a text as codes that stand between its words, and back to what an author writes.

A tool for translators shows a code as one sign that can be moved and not broken: bold, links and blanks open
and close, a citation stands alone.
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
    """What a code stands for."""

    BOLD = "bold"
    LINK = "link"
    CITATION = "citation"
    BLANK = "blank"


class Nesting(StrEnum):
    """Which of bold words and a link is around the other where both end; `BOLD_INSIDE` lets neither go on.

    Signs beside two stars decide whether they make words bold, so one of the three may be read otherwise.
    Source: the CommonMark specification, section 6.2.
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
        """What an author writes where it begins."""
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
        """What an author writes where it ends; a citation has no end of its own."""
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
    """A code without words of its own."""

    code: Code


Piece: TypeAlias = str | Open | Close | Alone


def code_of(data: str, start: str = "") -> Code | None:
    """Tell what markup stands for, by its end and, of a blank, its `start`; None for no markup."""
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
    """Take a text apart into words and codes, each code closed within the one it was opened in."""
    return nested(text.spans)


def codes_of(pieces: Iterable[Piece]) -> Iterator[Code]:
    """Go through the codes, each where it begins."""
    return (piece.code for piece in pieces if isinstance(piece, Open | Alone))


def spans_of(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Mark words as the codes around them say."""
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
        code = max(codes[::-1] if nesting is Nesting.BOLD_OUTSIDE else codes, key=lambda each: reach[each])
        yield Open(code=code)
        yield from nested(rest[: reach[code]], inside | {code.kind}, nesting)
        yield Close(code=code)
        rest = rest[reach[code] :]


def codes_around(span: Span) -> list[Code]:
    """List the codes that the look of a span asks for."""
    if not isinstance(span, Run):
        return []
    links = [Code(kind=CodeKind.LINK, value=span.address)] if span.address else []
    return [*links, *([Code(kind=CodeKind.BOLD)] if span.strong else [])]


def reach_of(spans: Sequence[Span], code: Code, nesting: Nesting) -> int:
    """Count the spans from the first on that a code is around; bold words may hold citations and blanks."""
    reach = 0
    for number, span in enumerate(spans, start=1):
        torn = nesting is Nesting.BOLD_INSIDE and codes_around(span)[:1] != codes_around(spans[0])[:1]
        if code in codes_around(span) and not torn:
            reach = number
        elif isinstance(span, Run) or code.kind is CodeKind.LINK:
            break
    return reach


def _single(span: Span) -> Iterator[Piece]:
    """Write a span that no code is around, or none but those that are open."""
    match span:
        case Blank():
            code = Code(kind=CodeKind.BLANK, value=span.size)
            yield from (Open(code=code), span.name, Close(code=code))
        case Citation():
            yield Alone(code=_cited(span))
        case Run():
            yield span.text


def _cited(citation: Citation) -> Code:
    return Code(kind=CodeKind.CITATION, value="; ".join(f"@{key}" for key in citation.keys))


def joined_runs(spans: Iterable[Span]) -> list[Span]:
    """Join words to the ones before them when both are set in the same way."""
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


def _dress(run: Run) -> Run:
    return replace(run, text="")
