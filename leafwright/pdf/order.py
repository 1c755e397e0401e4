"""Check that left-to-right runs are printed in their order on a right-to-left page.

If the decimal point of a dose moves to its other end, or a level is reversed, all letters are still in the
file; only the positions of the glyphs on the page show it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from leafwright.bidi import DirectedText, Direction, own_direction, split_pieces
from leafwright.pdf.box import Box
from leafwright.pdf.glyphs import Glyph, PrintedLine, fold_sides, lines_of, read_glyphs
from leafwright.pdf.measure import Measured
from leafwright.problems import Place, Problem, quoted
from leafwright.sheet.directions import DirectedGroup, Marker, StyledWords, group_spans
from leafwright.sheet.inventory import PrintedText, printed, printed_texts, texts_in
from leafwright.text import Text

_UNSEEN: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_HINT: Final = (
    "a template or a style separates its parts; write it differently, for example in words, until it is fixed"
)


_SLACK: Final = 2.0
_NEAR: Final = 4
"""A run continues at most so many lines later, because other columns have lines between its own."""

Lines: TypeAlias = Sequence[PrintedLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRun:
    """A left-to-right run, and its text."""

    words: str
    text: PrintedText

    @property
    def name(self) -> str:
        """The id of its part; empty for the title or the sources, for example."""
        return self.text.part.id if self.text.part else ""

    @property
    def place(self) -> Place:
        """Where the run was written, or its text if the run is not written like this."""
        source = self.text.text.source
        at = source.find(self.words) if source is not None else -1
        return source.place_at(at) if source is not None and at >= 0 else self.text.place


def find_torn_runs(measured: Measured) -> Iterator[Problem]:
    """Report each number, dose, level, telephone number or name whose glyphs are not in its order.

    A run must be printed as often as the sheet has it: on all pages together, then in each of its parts.
    """
    runs, feet = list(_runs_of(measured)), list(_runs_at_foot(measured))
    if not runs and not feet:
        return
    glyphs = read_glyphs(measured.content)
    body = lines_of([glyph for glyph in glyphs if _is_body(measured, glyph)])
    by_words: dict[str, list[PrintedRun]] = {}
    for run in runs:
        by_words.setdefault(bare(run.words), []).append(run)
    for words, alike in by_words.items():
        missing = len(alike) - _count(words, body)
        if missing > 0:
            yield from map(_torn, _torn_among(alike, glyphs, measured) or alike[:missing])
    margins = lines_of([glyph for glyph in glyphs if not _is_body(measured, glyph)])
    pages = [
        [fold_sides(line.text) for line in margins if line.page == paper.page] for paper in measured.papers
    ]
    for run in feet:
        if not all(_is_in_margins(bare(run.words), lines) for lines in pages):
            yield _torn(run)


def _is_in_margins(words: str, lines: Sequence[str]) -> bool:
    """Return whether a run is in the margins of a page, on one line or on several consecutive ones."""
    return any(words in line for line in lines) or any(
        words[:end] in line and _ends(words[end:], lines[number + 1 :])
        for number, line in enumerate(lines)
        for end in range(1, len(words))
    )


def _ends(words: str, lines: Sequence[str]) -> bool:
    """Return whether the rest of a run takes whole lines, and then the right end of one."""
    if not lines:
        return False
    whole = words.startswith(lines[0]) and _ends(words.removeprefix(lines[0]), lines[1:])
    return lines[0].endswith(words) or whole


def _torn_among(alike: list[PrintedRun], glyphs: list[Glyph], measured: Measured) -> list[PrintedRun]:
    """Find the runs of one wording that are not printed in their part as often as the part has them."""
    by_part: dict[str, list[PrintedRun]] = {}
    for run in alike:
        by_part.setdefault(run.name, []).append(run)
    torn = []
    for name, inside in by_part.items():
        boxes = measured.boxes.get(name, ())
        near = lines_of([glyph for glyph in glyphs if any(_holds(box, glyph) for box in boxes)])
        if boxes and _count(bare(inside[0].words), near) < len(inside):
            torn += inside
    return torn


def bare(words: str) -> str:
    """Reduce words to their visible glyphs: no blanks, and brackets of both sides alike."""
    return fold_sides(_UNSEEN.sub("", unicodedata.normalize("NFKC", words)))


def _runs_of(measured: Measured) -> Iterator[PrintedRun]:
    """Go through the runs of a sheet, each as often as it was written; a table may print a name again."""
    sheet, beside = measured.sheet, measured.sheet.beside
    others = {id(text) for text in texts_in(beside)}
    written = {
        (printed_text.place, printed(printed_text.text)): printed_text
        for printed_text in printed_texts(sheet)
    }
    for printed_text in written.values():
        way = beside.direction if beside and id(printed_text.text) in others else sheet.direction
        yield from (
            PrintedRun(words=words, text=printed_text)
            for words in _runs_in(printed_text.text, _direction(way))
        )


def _runs_at_foot(measured: Measured) -> Iterator[PrintedRun]:
    """Go through the runs at the foot of each page."""
    foot = measured.sheet.foot
    for text in (foot.status, foot.code, foot.clinic):
        printed_text = PrintedText(text=text, place=text.place or measured.place)
        words = _runs_in(text, _direction(measured.sheet.direction))
        yield from (PrintedRun(words=run, text=printed_text) for run in words)


def _direction(written: str) -> Direction:
    return "rtl" if written == "rtl" else "ltr"


def _runs_in(text: Text, way: Direction) -> Iterator[str]:
    """Go through the left-to-right runs of a right-to-left text, which may be all of it."""
    if own_direction("".join(span.text for span in text.spans), way) == "ltr":
        yield printed(text)
        return
    for group in group_spans(text, way):
        if group.direction:
            yield from _turned(DirectedText(text=group.plain, direction=group.direction))
        else:
            for piece in _pieces(group):
                yield from _turned(piece)


def _pieces(group: DirectedGroup) -> Iterator[DirectedText]:
    for part in group.parts:
        words = part.word if isinstance(part, Marker) else part
        yield from words.pieces if isinstance(words, StyledWords) else ()


def _turned(piece: DirectedText) -> Iterator[str]:
    """Go through the left-to-right runs of a piece that runs against its line."""
    if piece.direction == "ltr":
        yield piece.text
    elif piece.direction:
        yield from (inner.text for inner in split_pieces(piece.text, "rtl") if inner.direction)


def _holds(box: Box, glyph: Glyph) -> bool:
    across = box.left - _SLACK <= glyph.left <= box.right + _SLACK
    return box.page == glyph.page and across and box.top - _SLACK <= glyph.base <= box.bottom + _SLACK


def _is_body(measured: Measured, glyph: Glyph) -> bool:
    area = measured.areas[glyph.page - 1]
    return area.top <= glyph.base <= area.bottom


def _count(words: str, lines: Lines) -> int:
    """Count how often a run is printed, in its own box or in several consecutive ones."""
    return sum(
        _continues(words, lines, number, start) for number, line in enumerate(lines) for start in line.edges
    )


def _continues(words: str, lines: Lines, number: int, start: int) -> bool:
    """Return whether a run continues at an edge of a line, and on later lines, to its end."""
    line = lines[number]
    ends = (end for end in line.edges if end > start and words.startswith(fold_sides(line.text[start:end])))
    reach = max((end - start for end in ends), default=0)
    rest = words[reach:]
    if not reach or not rest:
        return bool(reach)
    later = range(number + 1, min(number + 1 + _NEAR, len(lines)))
    return any(_continues(rest, lines, after, edge) for after in later for edge in lines[after].edges)


def _torn(run: PrintedRun) -> Problem:
    message = f"{quoted(run.words)} is not printed in its reading order"
    return Problem(place=run.place, code="torn-run", message=message, hint=_HINT)
