"""Words and numbers in rows and columns, and cells to write in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.cells import BlankCell, Row
from leafwright.blocks.context import BlockContext
from leafwright.blocks.line_shares import LETTERS, divide_line
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.record import fault
from leafwright.phrasing.phrases import say_number
from leafwright.problems import quoted
from leafwright.text import Text, phrase

MOST_ROWS: Final = 200
MOST_COLUMNS: Final = 8
"""A heading and the seven days of a week."""
MOST_WORDS: Final = 60
"""How many words a cell may have."""
LEAST: Final = 8
"""How many letters wide the narrowest column is, so that there is space to write."""
TICKED: Final = 6
"""How many letters wide the narrowest column is in which something is ticked."""
WRITTEN: Final = 12
"""Roughly how many letters people write in a cell."""

_NUMBER: Final = re.compile(r"(?:about )?[£$€]?[<>±+-]?\d[\d.,\s]*(?:\s?[%\w/°µ]{1,6})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCellView:
    """A cell: its words, or none if it is a cell to write in; `head` is that of the column.

    A form calls it by its `name`: what the row is about, or its number, and the column.
    """

    text: Text | None
    name: str
    head: Text | None
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRowView:
    """A row; `head` is its first cell, if that is the row's heading."""

    whole = True

    id: str
    head: TableCellView | None
    cells: tuple[TableCellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView(BlockView):
    """A table: the share of the width of each column, in hundredths, and whether it has numbers only.

    A `diary` has only cells to write in, room for each in large print too, and is printed once in two
    languages. One of `days` has its rows in two halves, which are beside each other on wide paper.
    """

    kind = "table"
    wide = True

    caption: Text | None
    head: tuple[Text, ...]
    widths: tuple[float, ...]
    numbers: tuple[bool, ...]
    diary: bool
    rows: tuple[TableRowView, ...]
    days: bool = False

    @property
    def needs_width(self) -> bool:
        """Whether its source stands below it."""
        return not self.diary

    @property
    def whole(self) -> bool:
        """Whether it is short enough for a page, and no use in parts."""
        return self.days

    @property
    def halves(self) -> tuple[tuple[TableRowView, ...], ...]:
        """The rows of each half."""
        middle = (len(self.rows) + 1) // 2
        return self.rows[:middle], self.rows[middle:]

    def pieces(self) -> Mapping[str, str]:
        """Name the rows by their heads."""
        return {row.id: f"row {number} of '{self.id}'" for number, row in enumerate(self.rows, start=1)}

    def column_heads(self) -> tuple[tuple[Text, ...], ...]:
        """Return the name of each column."""
        return tuple((name,) for name in self.head)


class Table(BlockRecord):
    """Words and numbers in rows and columns; the columns get their widths from their words."""

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.DOSES,)

    kind: Literal["table"]
    caption: Annotated[Text | None, PassageKind.CAPTION] = None
    """The words above the table."""
    head: Annotated[tuple[Text, ...], PassageKind.NAME] = ()
    """The names of the columns."""
    row_heads: bool = True
    """Whether the first cell of each row says what the row is about."""
    rows: Annotated[tuple[Row, ...], PassageKind.CELL] = ()
    """The rows, a list of cells each."""
    empty_rows: Annotated[int, Field(ge=0, le=20)] = 0
    """How many rows to write in follow."""
    days: Annotated[int, Field(ge=2, le=31)] | None = None
    """A diary: so many rows, each begins with the number of the day."""

    @model_validator(mode="after")
    def _check_days(self) -> Self:
        if self.days and (self.rows or self.empty_rows or not self.head):
            hint = "write `head:`, of which the first name is that of the days, and no rows"
            raise fault("bad-field", "a diary has a head and days", hint, at="days")
        return self

    @model_validator(mode="after")
    def _check_shape(self) -> Self:
        if not (self.days or self.rows or (self.head and self.empty_rows)):
            hint = "write `rows:`, or `head:` and `empty-rows:` for a table to write in"
            raise fault("empty", "the table has no rows", hint)
        if not (self.head or (self.row_heads and self.rows)):
            hint = "write `head:`, or take `row-heads: false` out"
            raise fault("headless-table", "neither columns nor rows have heads", hint)
        if len(self.rows) > MOST_ROWS:
            raise fault(
                "table-too-large",
                f"the table has {len(self.rows):,} rows",
                f"at most {MOST_ROWS} are printed; split it into several tables",
                at="rows",
            )
        return self

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        if self.column_count > MOST_COLUMNS:
            hint = f"at most {MOST_COLUMNS} can be read; split the table"
            raise fault("table-too-large", f"the table has {self.column_count} columns", hint)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != self.column_count:
                message = f"row {number} has {len(row)} cells and the table {self.column_count} columns"
                hint = "fill every cell; `{blank: true}` is one to write in"
                raise fault("uneven-row", message, hint, at=row[0].place or "rows")
            for cell in row:
                if isinstance(cell, Text) and (count := len(cell.plain.split())) > MOST_WORDS:
                    message = f"{quoted(cell.plain)} has {count} words in one cell"
                    hint = f"write at most {MOST_WORDS}; longer text belongs in paragraphs"
                    raise fault("table-too-large", message, hint, at=cell.place or "rows")
        return self

    @property
    def column_count(self) -> int:
        """How many columns there are."""
        return len(self.head) or len(self.rows[0])

    @property
    def written_in(self) -> bool:
        """Whether it has spaces to write in, or boxes to tick."""
        blanks = (isinstance(cell, BlankCell) for row in self.rows for cell in row)
        return bool(self.days or self.empty_rows) or any(blanks) or super().written_in

    def view(self, context: BlockContext) -> TableView:
        """Divide the width, and add the rows to write in."""
        if self.days:
            blanks = (BlankCell(blank="true"),) * (self.column_count - 1)
            days = (phrase(say_number(day, context.words)) for day in range(1, self.days + 1))
            numbered = self.model_copy(update={"rows": tuple((day, *blanks) for day in days), "days": None})
            least = [round(1.6 * self._least(column, 3)) for column in range(self.column_count)]
            return replace(numbered.view(context), widths=self._widths(least), diary=True, days=True)
        empty = tuple((BlankCell(blank="true"),) * self.column_count for _ in range(self.empty_rows))
        rows = tuple(self._rows((*self.rows, *empty)))
        written = any(cell.text for row in rows for cell in row.cells)
        least = [self._least(column, LEAST if written else TICKED) for column in range(self.column_count)]
        return TableView(
            id=self.id,
            caption=self.caption,
            head=self.head,
            widths=self._widths(least),
            numbers=tuple(map(self._is_number, range(self.column_count))),
            diary=not written and sum(least) <= LETTERS,
            rows=rows,
        )

    def _rows(self, rows: tuple[tuple[Text | BlankCell, ...], ...]) -> Iterator[TableRowView]:
        numbers = [self._is_number(column) for column in range(self.column_count)]
        for index, row in enumerate(rows, start=1):
            about = row[0] if self.row_heads and isinstance(row[0], Text) else None
            cells = tuple(
                TableCellView(
                    text=cell if isinstance(cell, Text) else None,
                    name=self._name(column, about.plain if about else "", index),
                    head=self.head[column] if self.head else None,
                    is_number=numbers[column],
                )
                for column, cell in enumerate(row)
            )
            yield TableRowView(
                id=f"{self.id}-row-{index}",
                head=cells[0] if about else None,
                cells=cells[1:] if about else cells,
            )

    def _name(self, column: int, about: str, number: int) -> str:
        """Name a cell: `Day 1: Pain`, `Morning: Pain`, or `Pain 1` in a row of cells to write in."""
        heads = [head.plain for head in self.head]
        if not about:
            return f"{heads[column]} {number}" if heads else str(number)
        subject = f"{heads[0]} {about}" if heads and about.isdecimal() else about
        return f"{subject}: {heads[column]}" if heads else subject

    def _column(self, column: int) -> list[Text]:
        cells = [row[column] for row in self.rows]
        return [cell for cell in cells if isinstance(cell, Text)]

    def _is_number(self, column: int) -> bool:
        """Return whether a column has only numbers, whose digits line up."""
        written = self._column(column)
        return bool(written) and all(_NUMBER.fullmatch(cell.plain) for cell in written)

    def _least(self, column: int, least: int) -> int:
        """Return the space for the longest word of a column, in letters."""
        texts = (*self.head[column : column + 1], *self._column(column))
        return max((least, *(len(word) + 2 for text in texts for word in text.plain.split())))

    def _want(self, column: int) -> float:
        """Weigh the words of a column so that its tallest cells count most."""
        texts = (*self.head[column : column + 1], *self._column(column))
        blanks = len(self.rows) + self.empty_rows - len(self._column(column))
        return float((sum(len(text.plain) ** 3 for text in texts) + blanks * WRITTEN**3) ** 0.25)

    def _widths(self, least: list[int]) -> tuple[float, ...]:
        """Give each column the space of its longest word, and otherwise what keeps its tallest cells low."""
        return divide_line(least, [*map(self._want, range(self.column_count))])
