"""A table: its shape, its widths, its cells to write in, and how it is printed."""

from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.line_shares import LETTERS
from leafwright.blocks.table import TableView
from leafwright.library import load_library
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import sheet_of, write_workspace

HEAD = ["Day", "Minutes", "How it felt"]
ROWS = [["Monday", "5", {"blank": True}], ["Tuesday", "1,010", "Sore"]]


def table(**changes: Any) -> dict[str, Any]:
    """Write a table; None takes a field out."""
    whole = {"kind": "table", "id": "walks", "head": HEAD, "rows": ROWS, **changes}
    return {name: value for name, value in whole.items() if value is not None}


def view_of(root: Path, **changes: Any) -> TableView:
    """Make what is printed of a table."""
    (view,) = sheet_of(write_workspace(root, blocks=[table(**changes)])).sections[0].blocks
    assert isinstance(view, TableView)
    return view


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rows": None}, "empty: the table has no rows"),
        ({"rows": [["Monday", "5"]]}, "uneven-row: row 1 has 2 cells and the table 3 columns"),
        ({"rows": [["Monday", "", "Sore"]]}, "empty: a cell is empty"),
        ({"rows": [["Monday", None, "Sore"]]}, "empty: a cell is empty"),
        ({"rows": [["Monday", {"blank": False}, "Sore"]]}, "unknown-value: 'false' is no value of 'blank'"),
        ({"rows": [["Monday", {"blnk": True}, "Sore"]]}, "unknown-field: 'blnk' is no field"),
        ({"rows": [ROWS[0]] * 201}, "table-too-large: the table has 201 rows"),
        ({"rows": [["Monday", "1", "word " * 61]]}, "has 61 words in one cell; write at most 60"),
        ({"head": ["a"] * 9, "rows": [["b"] * 9]}, "table-too-large: the table has 9 columns"),
        ({"head": None, "row-heads": False}, "headless-table: neither columns nor rows have heads"),
        ({"empty-rows": 21}, "bad-value: 'empty-rows' is 21"),
    ],
)
def test_a_table_that_nobody_could_read_is_reported(
    tmp_path: Path, changes: dict[str, Any], told: str
) -> None:
    """At its place, with what would be right."""
    problems = load_library(write_workspace(tmp_path, blocks=[table(**changes)])).problems

    assert any(told in str(problem) for problem in problems), [*map(str, problems)]
    assert all(problem.place.line > 1 for problem in problems)


def test_every_cell_stands_in_its_row(tmp_path: Path) -> None:
    """The first cell heads its row; a cell to write in has no words."""
    view = view_of(tmp_path, **{"empty-rows": 1})

    rows = [
        (row.head and str(row.head.text), [cell.text and str(cell.text) for cell in row.cells])
        for row in view.rows
    ]
    assert rows == [("Monday", ["5", None]), ("Tuesday", ["1,010", "Sore"]), (None, [None, None, None])]
    assert [cell.head and str(cell.head) for cell in view.rows[0].cells] == HEAD[1:]


def test_a_column_of_numbers_is_one(tmp_path: Path) -> None:
    """Every cell that is written in it is a number, with its unit if it has one."""
    rows = [["a", "5 mg", "50%", "5 to 10"], ["b", "1,010 mg", {"blank": True}, "1"]]

    assert view_of(tmp_path, head=list("wxyz"), rows=rows).numbers == (False, True, True, False)


def test_no_word_is_wider_than_its_column(tmp_path: Path) -> None:
    """Each column has room for its longest word where there is room for all, and no width is left."""
    rows = [["Hydroxychloroquine", "a", "a few words that go on and on"], ["b", "c", "d"]]

    widths = view_of(tmp_path, rows=rows).widths

    assert widths[0] * LETTERS / 100 >= len("Hydroxychloroquine")
    assert widths[2] > widths[1]
    assert sum(widths) == pytest.approx(100, abs=0.05)


def test_a_column_of_names_leaves_the_room_to_the_words_beside_it(tmp_path: Path) -> None:
    """What is read in sentences gets most of the width; columns to write in get the same."""
    rows = [["Iron tablets", "Stop them 7 days before your test, and start again on the day after it."]]
    diary = view_of(tmp_path, head=["Day", "Eyes", "Ears"], rows=[], **{"empty-rows": 3})

    assert view_of(tmp_path, head=["If you take", "What to do"], rows=rows).widths[0] < 25
    assert max(diary.widths) - min(diary.widths) < 1


def test_a_diary_has_cells_to_write_in_only(tmp_path: Path) -> None:
    """A table with room for its columns stays one in large print where nothing but its heads is printed."""
    empty: dict[str, Any] = {"rows": [], "empty-rows": 2}
    heads = ["Hydroxychloroquine", "Sulfasalazine", "Azathioprine", "Leflunomide"]

    assert view_of(tmp_path, **empty).diary
    assert view_of(tmp_path, head=["Day", *"1234567"], **empty).diary
    assert not view_of(tmp_path, rows=[["Monday", {"blank": True}, "Sore"]]).diary
    assert not view_of(tmp_path, head=heads, **empty).diary


def test_a_table_is_translated_cell_by_cell(tmp_path: Path) -> None:
    """Cells to write in have nothing to translate."""
    workspace = write_bilingual_workspace(tmp_path, blocks=[table()])

    written = write_translation(workspace).read_text("utf-8")

    assert "rows.2.3: 'Traducido: Sore'" in written
    assert "rows.1.3" not in written


def test_a_diary_has_its_days(tmp_path: Path) -> None:
    """Each day is a row that begins with its number; the second half of them stands beside the first."""
    view = view_of(tmp_path, rows=None, head=["Day", "Pain"], days=5)

    heads = [[row.head.text.plain for row in half if row.head and row.head.text] for half in view.halves]
    assert heads == [["1", "2", "3"], ["4", "5"]]
    assert all(cell.text is None for row in view.rows for cell in row.cells)
    assert view.diary


def test_a_diary_has_no_rows_of_its_own(tmp_path: Path) -> None:
    """Its rows are its days."""
    problems = load_library(write_workspace(tmp_path, blocks=[table(days=5)])).problems

    assert any("bad-field: a diary has a head and days" in str(problem) for problem in problems)
