"""Write words and codes as an author writes them, so that they are read as the same again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.text import Run, Span, parse_text
from leafwright.xliff.markup import (
    Alone,
    Close,
    Code,
    CodeKind,
    Nesting,
    Open,
    Piece,
    codes_around,
    joined_runs,
    nested,
    reach_of,
)

_ESCAPED: Final = re.compile(r"[\\*_\[\]()]")


class MarkupError(ValueError):
    """Words and codes that cannot be written as one text; the message says why."""


def write_text(spans: Iterable[Span]) -> str:
    """Write words and codes as an author would, so that they are read as the same again.

    Spaces at the edges of bold words move outside. Raises MarkupError if no author could write them.
    """
    meant = _settled(spans)
    fault = "bold words or a link cannot begin or end there"
    for nesting, escaped in product(Nesting, (False, True)):
        pieces = nested(meant, nesting=nesting)
        words = "".join(_written(piece, escaped=escaped) for piece in pieces)
        try:
            if parse_text(words).spans == meant:
                return words
        except PydanticCustomError as error:
            fault = str(error)
    raise MarkupError(fault)


def _settled(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spaces where an author must: single ones, and none at the edges of bold words or of the text."""
    moved: list[Span] = []
    rest = list(spans)
    while rest:
        bold = Code(kind=CodeKind.BOLD)
        reach = reach_of(rest, bold, Nesting.BOLD_OUTSIDE) if bold in codes_around(rest[0]) else 0
        moved += _without_edges(rest[:reach]) if reach else rest[:1]
        rest = rest[reach or 1 :]
    joined = joined_runs(moved)
    for index, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if joined and isinstance(end := joined[index], Run) and not end.address:
            joined[index] = replace(end, text=strip(end.text, " "))
    return tuple(span for span in joined if not isinstance(span, Run) or span.text)


def _without_edges(bold: Sequence[Span]) -> Iterator[Span]:
    """Move the spaces at both edges of bold words outside; only words are at an edge."""
    for number, span in enumerate(bold):
        words = span.text
        start = len(words) - len(words.lstrip()) if number == 0 else 0
        stop = len(words.rstrip()) if number == len(bold) - 1 else len(words)
        if not isinstance(span, Run):
            yield span
        elif start >= stop:
            yield replace(span, strong=False)
        else:
            yield replace(span, text=words[:start], strong=False)
            yield replace(span, text=words[start:stop])
            yield replace(span, text=words[stop:], strong=False)


def _written(piece: Piece, *, escaped: bool) -> str:
    match piece:
        case Open() | Alone():
            return piece.code.start
        case Close() if escaped and piece.code.kind is CodeKind.LINK:
            return f"]({_ESCAPED.sub(_escape, piece.code.value)})"
        case Close():
            return piece.code.end
    return _ESCAPED.sub(_escape, piece) if escaped else piece


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign.group()}"
