"""Write units as an XLIFF 2.1 file, for tools and for people who read it.

Source: XLIFF Version 2.1, OASIS Standard, 13 February 2018.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.xliff.markup import Alone, Close, CodeKind, Open, Piece, codes_of, pieces_of
from leafwright.xliff.record import Unit, UnitState
from leafwright.xliff.tree import NAMESPACE

VERSION: Final = "2.1"
_ATTRIBUTES: Final[Mapping[CodeKind, str]] = {
    CodeKind.BOLD: 'type="fmt" subType="xlf:b"',
    CodeKind.LINK: 'type="link" canDelete="no"',
    CodeKind.BLANK: 'type="other" subType="leafwright:blank" canDelete="no"',
    CodeKind.CITATION: 'type="other" subType="leafwright:citation" canCopy="no" canDelete="no"',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """What is to be translated: the topic, the source's file, the language and its direction."""

    topic: str
    original: str
    language: str
    direction: str


def write_xliff(export: ExportJob, units: Iterable[tuple[Unit, tuple[str, ...]]]) -> str:
    """Write units, each with its notes, as the text of a file."""
    languages = f'srcLang="{SOURCE_LANGUAGE}" trgLang={quoteattr(export.language)}'
    file = f"id={quoteattr(export.topic)} original={quoteattr(export.original)}"
    ways = f'srcDir="ltr" trgDir={quoteattr(export.direction)}'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="{VERSION}" {languages}>',
        f'  <file {file} canResegment="no" {ways} xml:space="preserve">',
        *_groups(units),
        "  </file>",
        "</xliff>",
    ]
    return "\n".join([*lines, ""])


def _groups(units: Iterable[tuple[Unit, tuple[str, ...]]]) -> Iterator[str]:
    for part, inside in groupby(units, key=lambda unit: unit[0].part):
        yield f"    <group id={quoteattr(part)}>"
        for unit, notes in inside:
            yield from _unit(unit, notes)
        yield "    </group>"


def _unit(unit: Unit, notes: tuple[str, ...]) -> Iterator[str]:
    source = tuple(pieces_of(unit.source))
    target = tuple(pieces_of(unit.target)) if unit.target else None
    fixed = ' translate="no"' if unit.is_fixed else ""
    yield f"      <unit id={quoteattr(unit.id)}{fixed}>"
    if notes:
        yield "        <notes>"
        yield from (f'          <note category="context">{escape(note)}</note>' for note in notes)
        yield "        </notes>"
    codes = _Codes(source, target or ())
    yield from codes.data()
    state = UnitState.FINAL if unit.is_fixed else unit.state
    yield f'        <segment state="{state}">'
    yield f"          <source>{''.join(codes.inline(source))}</source>"
    if target or unit.is_fixed:
        yield f"          <target>{''.join(codes.inline(target or source))}</target>"
    yield "        </segment>"
    yield "      </unit>"


class _Codes:
    """The codes of a unit: each has a number, the same in source and target; its markup is separate."""

    def __init__(self, source: tuple[Piece, ...], target: tuple[Piece, ...]) -> None:
        self.source = list(codes_of(source))
        every = [*self.source, *codes_of(target)]
        markup = dict.fromkeys(mark for code in every for mark in (code.start, code.end))
        self.names = {mark: f"d{number}" for number, mark in enumerate(markup, start=1)}

    def data(self) -> Iterator[str]:
        """Write the original markup of the codes."""
        if self.names:
            yield "        <originalData>"
            for markup, name in self.names.items():
                yield f'          <data id="{name}">{escape(markup)}</data>'
            yield "        </originalData>"

    def inline(self, pieces: tuple[Piece, ...]) -> Iterator[str]:
        """Write words and codes; a code of the source keeps its number, a new one gets the next."""
        free = list(enumerate(self.source, start=1))
        more = len(self.source)
        for piece in pieces:
            match piece:
                case Open() | Alone():
                    own = next((numbered for numbered in free if numbered[1] == piece.code), None)
                    if own:
                        free.remove(own)
                    else:
                        more += 1
                    yield self._tag(piece, own[0] if own else more)
                case Close():
                    yield "</pc>"
                case _:
                    yield escape(piece)

    def _tag(self, piece: Open | Alone, number: int) -> str:
        code = piece.code
        if isinstance(piece, Alone):
            shown = f"disp={quoteattr(code.start)}"
            return f'<ph id="{number}" dataRef="{self.names[code.start]}" {shown} {_ATTRIBUTES[code.kind]}/>'
        start, end = self.names[code.start], self.names[code.end]
        return f'<pc id="{number}" dataRefStart="{start}" dataRefEnd="{end}" {_ATTRIBUTES[code.kind]}>'
