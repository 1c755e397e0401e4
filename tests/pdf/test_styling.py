"""A fault in a style of the workspace is reported at that style's file and line."""

import pytest

from leafwright.pdf.styling import place_in_styles
from leafwright.problems import Place, Problem

SHEET = Place(file="elm-street/sheet.pdf")
STYLE = "styles/blocks/list.css"
CSS = ".list {\n  colr: red;\n  background: url(nowhere.png);\n}\n"


@pytest.mark.parametrize(
    ("code", "message", "place"),
    [
        ("engine-warning", "Ignored `colr: red` at 2:3, unknown property.", (STYLE, 2, 3)),
        ("engine-warning", "Ignored `colr: red` at 9:3, unknown property.", (SHEET.file, 1, 1)),
        ("engine-warning", "Ignored `size: red` at 2:3, unknown property.", (SHEET.file, 1, 1)),
        ("refused-address", "a page may not load https://a.invalid/styles/nowhere.png", (STYLE, 3, 19)),
        ("refused-address", "a page may not load https://a.invalid/other.png", (SHEET.file, 1, 1)),
        ("small-type", "Ignored `colr: red` at 2:3", (SHEET.file, 1, 1)),
    ],
)
def test_a_fault_is_reported_where_it_was_written(
    code: str, message: str, place: tuple[str, int, int]
) -> None:
    """The line and the words must both be those of the style; anything else is reported at the sheet."""
    found = place_in_styles(Problem(place=SHEET, code=code, message=message), {STYLE: CSS.encode()}).place

    assert (found.file, found.line, found.column) == place
