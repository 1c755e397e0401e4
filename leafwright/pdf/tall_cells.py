"""Find the cells that make the rows of a table tall, and by how much each must be shortened to fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from leafwright.blocks.answers import RowView
from leafwright.blocks.table import TableRowView
from leafwright.pdf.measure import Measured
from leafwright.pdf.overprint import where_of
from leafwright.pdf.pieces import Piece
from leafwright.problems import Place, Problem
from leafwright.sheet.inventory import PrintedPart, bare, printed, texts_in

FEWEST: Final = 2
"""How many lines a cell has at least; where that is too much, a row has to go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallCell:
    """A cell: where its words are written, how many there are, and the lines that they take."""

    place: Place
    name: str
    row: str
    lines: int
    words: int

    def __str__(self) -> str:
        """Say where it is, what it is, and how tall."""
        return f"{self.place} {self.name}, {_lines(self.lines)}"


def cells_of(measured: Measured, rows: Iterable[PrintedPart]) -> Iterator[TallCell]:
    """Go through the cells of rows; the row of a table itself is its head."""
    for row in rows:
        for column, cell in _columns(measured, row).items():
            yield TallCell(
                place=_place_of(_cell_of(row, column), cell) or measured.place_of(row.id),
                name=where_of(measured, cell[0]),
                row=row.id,
                lines=len({piece.box.top for piece in cell}),
                words=sum(len(piece.text.split()) for piece in cell),
            )


def tallest_of(cells: Iterable[TallCell]) -> Iterator[TallCell]:
    """Go through the cells than which no other of their row is taller, the tallest first."""
    found = sorted(cells, key=lambda cell: cell.lines, reverse=True)
    tallest = _tallest(found)
    yield from dict.fromkeys(cell for cell in found if cell.lines == tallest[cell.row])


def lines_to_keep(cells: Iterable[TallCell], excess: float) -> Mapping[str, int]:
    """Return how many lines each row may have: the tallest give up as many as a sheet has too many.

    Empty if even rows of a few lines would be too many.
    """
    kept = dict(_tallest(cells))
    for _ in range(ceil(excess)):
        tallest = max(kept, key=lambda row: kept[row], default="")
        if kept.get(tallest, 0) <= FEWEST:
            return {}
        kept[tallest] -= 1
    return kept


def say_too_tall(cells: Iterable[TallCell], kept: Mapping[str, int]) -> Iterator[Problem]:
    """Report each cell with more lines than its row may have."""
    for cell in cells:
        if cell.lines > (most := kept.get(cell.row, cell.lines)):
            fewer = ceil(cell.words * (cell.lines - most) / cell.lines)
            yield Problem(
                place=cell.place,
                code="tall-cell",
                message=f"{cell.name} takes {_lines(cell.lines)}, and the sheet has room for {most}",
                hint=f"write about {fewer} {'word' if fewer == 1 else 'words'} fewer",
            )


def _lines(number: int) -> str:
    return f"{number} {'line' if number == 1 else 'lines'}"


def _tallest(cells: Iterable[TallCell]) -> Mapping[str, int]:
    """Return the lines of each row."""
    tallest: dict[str, int] = {}
    for cell in cells:
        tallest[cell.row] = max(cell.lines, tallest.get(cell.row, 0))
    return tallest


def _columns(measured: Measured, row: PrintedPart) -> Mapping[int, list[Piece]]:
    """Find the pieces in each column of a row, on the first of its pages."""
    columns: dict[int, list[Piece]] = {}
    first = min(measured.pages_of(row.id), default=0)
    for piece in measured.pieces:
        if piece.owner == row.id and piece.column >= 0 and piece.text and piece.box.page == first:
            columns.setdefault(piece.column, []).append(piece)
    return columns


def _cell_of(row: PrintedPart, column: int) -> object:
    """Return the record of a cell, because other cells may say the same; that of the row if it has none."""
    match row.record:
        case RowView() as view if column:
            return view.cell_at(column)
        case TableRowView(head=head, cells=cells):
            return (head, *cells)[column] if head else cells[column]
    return row.record


def _place_of(record: object, cell: list[Piece]) -> Place | None:
    """Find where the words of a cell are written; its longest text is the one to shorten."""
    words = bare(" ".join(piece.text for piece in cell))
    texts = [text for text in texts_in(record) if bare(printed(text)) in words]
    return max(texts, key=lambda text: len(text.plain)).place if texts else None
