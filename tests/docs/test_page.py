"""docs/page.md: its table has every sheet of the examples."""

import json
from collections.abc import Mapping

import pytest

from leafwright.build.requested import sheets_of
from leafwright.build.selection import ANY
from leafwright.sheet import SheetKey
from tests.workspaces import read_examples
from tools.pages import BEFORE, DOC, HEADING, Fills, report

KEYS = tuple(
    SheetKey(clinic="elm", topic=topic, variant="leaflet", edition="standard", language="en-GB")
    for topic in ("back", "knee")
)


def test_each_sheet_has_a_row() -> None:
    """A sheet that is added or removed changes the table; `python -m tools.pages` writes it again."""
    _, _, tables = DOC.read_text("utf-8").partition(HEADING)
    rows = [line.split(" | ")[0].removeprefix("| ") for line in tables.splitlines() if line.startswith("| ")]

    assert {str(key) for key in sheets_of(read_examples(), ANY)} <= set(rows)


def test_what_was_before_is_kept() -> None:
    """The fills of the pages before they were redrawn are per cent of 120 sheets."""
    before = json.loads(BEFORE.read_text("utf-8"))

    assert len(before) == 120
    assert all(0 <= fill <= 100 for fills in before.values() for fill in fills)


@pytest.mark.parametrize(
    ("after", "summary", "row"),
    [
        ({KEYS[0].path: (90, 30)}, "2.5 | 2.0 | 70% | 90% | 40% | 90%", "2: 90 30"),
        ({}, "2.5 | - | 70% | - | 40% | -", "-"),
    ],
)
def test_the_tables_compare_before_and_after(after: Mapping[str, Fills], summary: str, row: str) -> None:
    """The last page of a sheet counts in the table of pages, and not in the fills."""
    before = {KEYS[0].path: (80, 40, 20), KEYS[1].path: (90, 30)}
    written = "\n".join(report(KEYS, before, after))

    assert f"| leaflet, standard | {summary} |" in written
    assert f"| {KEYS[0]} | 3: 80 40 20 | {row} |" in written
    assert "![All pages of elm](pictures/pages-elm.webp)" in written
