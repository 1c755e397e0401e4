"""A table as a list for each of its rows: the head of a column, and what the row says there."""

from collections.abc import Iterator
from dataclasses import dataclass

from leafwright.plain_text.tree import Element
from leafwright.plain_text.words import BLANK, IN_LINE, is_label, listed, with_colon, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row: its own head, and what it says in each column, after the head of that column."""

    head: str
    answers: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it but space to write."""
        return all(answer.endswith(BLANK) for answer in self.answers)


@dataclass(frozen=True, slots=True)
class _ColumnHead:
    """The head of a column: a short `name`, and what else it says."""

    name: str = ""
    more: str = ""


def columns_of(table: Element) -> tuple[str, ...]:
    """List the heads of columns that say more than a name."""
    return tuple(f"{with_colon(column.name)} {column.more}" for column in _columns(table) if column.more)


def corner_of(table: Element) -> Element | None:
    """Return the cell above the heads of the rows, if it says something."""
    cells = (cell for part in table.below("thead") for cell in part.below("td"))
    return next((cell for cell in cells if words_of(cell)), None)


def rows_of(table: Element) -> Iterator[ReadRow]:
    """Go through the rows of the body of a table."""
    columns = _columns(table)
    spanned: dict[int, tuple[int, str]] = {}
    for part in table.below("tbody"):
        for row in part.below("tr"):
            yield _row(list(row.below("td", "th")), columns, spanned)


def _columns(table: Element) -> list[_ColumnHead]:
    cells = [cell for part in table.below("thead") for cell in part.below("td", "th")]
    return [_ColumnHead() if cell.tag == "td" else _column(cell) for cell in cells]


def _column(cell: Element) -> _ColumnHead:
    name, *more = [part for part in cell.children if not isinstance(part, str)] or [cell]
    if more and is_label(name.classes, IN_LINE):
        return _ColumnHead(words_of(name), words_of(cell, more))
    return _ColumnHead(words_of(cell))


def _row(cells: list[Element], columns: list[_ColumnHead], spanned: dict[int, tuple[int, str]]) -> ReadRow:
    """Read a row; `spanned` are the answers of rows above that hold for it too, by their columns."""
    column, head = 0, ""
    answers: list[str] = []
    for cell in cells:
        column = _repeat(answers, column, spanned)
        width, rows = (int(cell.attributes.get(name, "1")) for name in ("colspan", "rowspan"))
        name = listed(known.name for known in columns[column : column + width])
        answer = f"{with_colon(name)} {words_of(cell) or BLANK}" if name else words_of(cell) or BLANK
        if cell.attributes.get("scope") == "row":
            head = answer
        else:
            answers.append(answer)
        if rows > 1:
            spanned[column] = (rows - 1, answer)
        column += width
    _repeat(answers, column, spanned)
    return ReadRow(head=head, answers=tuple(answers))


def _repeat(answers: list[str], column: int, spanned: dict[int, tuple[int, str]]) -> int:
    """Add the answers of rows above from a column on; return the next column without one."""
    while column in spanned:
        rows, answer = spanned.pop(column)
        answers.append(answer)
        if rows > 1:
            spanned[column] = (rows - 1, answer)
        column += 1
    return column
