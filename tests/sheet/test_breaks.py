"""What must be whole on one page, and how the page says so."""

from pathlib import Path

import pytest

from leafwright.html import css_id, render_html
from leafwright.sheet.breaks import whole_parts
from tests.workspaces import sheet_of, write_workspace

BALANCE = {"kind": "balance", "id": "both", "benefits": ["It helps."], "risks": ["It hurts."]}
BLOCKS = [
    {"kind": "list", "id": "signs", "items": ["One sign.", "Another sign."]},
    {"kind": "key-message", "id": "0-key", "text": "Rest it."},
    BALANCE,
]


def test_the_page_says_what_is_whole(tmp_path: Path) -> None:
    """A message and what is compared are whole; a list may break."""
    workspace = write_workspace(tmp_path, blocks=BLOCKS)
    sheet = sheet_of(workspace)

    assert list(whole_parts(sheet)) == ["0-key", "both"]
    words = " ".join(render_html(sheet, workspace).split())
    assert r"#\30 -key, #both { break-inside: avoid }" in words


def test_columns_that_are_below_each_other_may_break(tmp_path: Path) -> None:
    """On a narrow page nothing is compared across columns."""
    sheet = sheet_of(write_workspace(tmp_path, blocks=[BALANCE]), edition="large-print")

    assert list(whole_parts(sheet)) == []


@pytest.mark.parametrize(("name", "selector"), [("knee", "#knee"), ("9-days", r"#\39 -days")])
def test_a_selector_of_an_id_is_sound(name: str, selector: str) -> None:
    """An id may begin with a digit, and a selector may not."""
    assert css_id(name) == selector
