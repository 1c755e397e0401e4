"""Check that a sheet has no more pages than it may, and tell which words make it too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final

from leafwright.blocks.form import FieldRowView
from leafwright.blocks.table import TableView
from leafwright.page_format import NOWHERE
from leafwright.pdf.content import bare
from leafwright.pdf.fit import MM
from leafwright.pdf.inventory import PrintedPart, printed, texts_in
from leafwright.pdf.measure import Measured, millimetres
from leafwright.pdf.overprint import where_of
from leafwright.pdf.pieces import Piece
from leafwright.problems import Place, Problem
from leafwright.sheet import Sheet

MOST_NAMED: Final = 4
"""How many cells a message names."""
LEAST_SPACE: Final = 25 * MM
"""How high the space to write on in a block is, at least, if a message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallCell:
    """A cell that makes its row as tall as it is: where its words are written, and the lines they take."""

    place: Place
    name: str
    lines: int

    def __str__(self) -> str:
        """Say where it is, what it is, and how tall."""
        return f"{self.place} {self.name}, {self.lines} {'line' if self.lines == 1 else 'lines'}"


def find_misfit(measured: Measured) -> Iterator[Problem]:
    """Report a sheet with too many pages, its longest block, and what makes that so long."""
    pages, allowed = measured.layout.text_pages, measured.sheet.format.limit.pages
    if allowed is None or pages <= allowed:
        return
    tallest = sorted(measured.parts, key=lambda part: measured.height(part.id), reverse=True)
    longest = next(part for part in tallest if part.is_block)
    rows = [part for part in tallest if part.block == longest.id and not part.is_block]
    excess = _excess(measured, allowed, longest)
    found = chain.from_iterable(_tall_cells(measured, row) for row in (longest, *rows))
    cells = sorted(dict.fromkeys(found), key=lambda cell: cell.lines, reverse=True)[:MOST_NAMED]
    first = rows[0] if rows else longest
    named = "; what makes it tall: " + "; ".join(map(str, cells)) if cells else ""
    too_long = f"{millimetres(excess)} too long at the tightest{_in_lines(measured, longest, excess)}"
    size = f"{measured.name_of(longest.id)} with {millimetres(measured.height(longest.id))}"
    words = f"it, beginning with line {first.place.line},{_fewer_lines(measured)}"
    limit = _limit_of(measured.sheet, pages)
    yield Problem(
        place=cells[0].place if cells else longest.place,
        code="does-not-fit",
        message=f"{pages} pages where {allowed} may be, {too_long}; the longest block is {size}",
        hint=f"shorten {words} or leave a section out of this variant{limit}{named}",
    )


def _limit_of(sheet: Sheet, pages: int) -> str:
    """Say where the limit of pages is set, and how a handout raises it to the pages that there are."""
    limit = sheet.format.limit
    if limit.place == NOWHERE:
        return ""
    name, raised = sheet.key.variant, ""
    if limit.raised and limit.listed:
        raised = f"; `variants: {{{name}: {{pages: {pages}}}}}` in the handout raises it"
        raised += " (write any other sheet there as `name: {}`)"
    elif limit.raised:
        raised = f"; `pages: {pages}` below `{name}:` in the handout raises it"
    return f"; the limit is set in {limit.place.file}, line {limit.place.line}{raised}"


def _fewer_lines(measured: Measured) -> str:
    """Name the block with the most space to write on, if it has much."""
    blocks = {part: _space_in(measured, part) for part in measured.parts if part.is_block}
    most = max(blocks, key=lambda part: blocks[part])
    if blocks[most] < LEAST_SPACE:
        return ""
    where = f"{most.place} {measured.name_of(most.id)}, {millimetres(blocks[most])}"
    return f" take out lines or rows to write on ({where}),"


def _space_in(measured: Measured, block: PrintedPart) -> float:
    """Add up the lines, the rows of fields and the empty rows of a block."""
    parts = [part for part in measured.parts if part.block == block.id]
    names = [f"{block.id}-lines", *(part.id for part in parts if isinstance(part.record, FieldRowView))]
    if isinstance(block.record, TableView):
        names += [row.id for row in block.record.rows if not any(cell.text for cell in row.cells)]
    return sum(map(measured.height, names))


def _excess(measured: Measured, allowed: int, longest: PrintedPart) -> float:
    """Add up the heights on the extra pages, without the room left before them and a repeated table head."""
    pages = measured.areas[: measured.layout.text_pages]
    full = sum(area.height for area in pages[allowed:-1])
    last = pages[allowed - 1]
    ends = (box.bottom for boxes in measured.boxes.values() for box in boxes if box.page == allowed)
    room = last.bottom - max((end for end in ends if end <= last.bottom), default=last.bottom)
    heads = [piece.box for piece in measured.pieces if piece.owner == longest.id and piece.column >= 0]
    again = [box for box in heads if box.page > max(allowed, measured.pages_of(longest.id)[0])]
    head = max(box.bottom for box in again) - min(box.top for box in again) if again else 0
    return max(full + measured.layout.last_fill * pages[-1].height - room - head, MM)


def _in_lines(measured: Measured, longest: PrintedPart, height: float) -> str:
    """Say how many lines of a block have a height."""
    ids = {part.id for part in measured.parts if part.block == longest.id}
    heights = sorted(piece.box.height for piece in measured.pieces if piece.owner in ids and piece.text)
    lines = ceil(height / heights[len(heights) // 2]) if heights else 0
    return f", about {lines} lines" if lines > 1 else ", about a line" if lines else ""


def _tall_cells(measured: Measured, row: PrintedPart) -> Iterator[TallCell]:
    """Go through the tallest cells of a row; the pieces of a table itself are those of its head."""
    columns: dict[int, list[Piece]] = {}
    first = min(measured.pages_of(row.id), default=0)
    for piece in measured.pieces:
        if piece.owner == row.id and piece.column >= 0 and piece.text and piece.box.page == first:
            columns.setdefault(piece.column, []).append(piece)
    lines = {
        column: len({(piece.box.page, piece.box.top) for piece in cell}) for column, cell in columns.items()
    }
    for column, cell in columns.items():
        if lines[column] == max(lines.values()):
            place = _place_of(row, cell) or measured.place_of(row.id)
            yield TallCell(place=place, name=where_of(measured, cell[0]), lines=lines[column])


def _place_of(row: PrintedPart, cell: list[Piece]) -> Place | None:
    """Find where the words of a cell are written; its longest text is the one to shorten."""
    words = bare(" ".join(piece.text for piece in cell))
    texts = [text for text in texts_in(row.record) if bare(printed(text)) in words]
    return max(texts, key=lambda text: len(text.plain)).place if texts else None
