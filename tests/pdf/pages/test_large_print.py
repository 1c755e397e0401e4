"""What belongs together is on one page of large print, wherever on a page it begins."""

from pathlib import Path
from typing import Any

from leafwright.html import render_html
from leafwright.pdf import Engine
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from tests.workspaces import sheet_of, write_workspace

LINES = "A sore knee may hurt for some days, and it mostly gets better with some rest. " * 4
ITEMS = ["Rest it.", "Keep it cool.", "Move it.", "Lift it.", "Ask us."]


def _blocks(number: int) -> list[dict[str, Any]]:
    """Return one of each kind that may not be torn."""
    moments = [{"when": f"Day {day}", "items": ITEMS[:2]} for day in range(3)]
    return [
        {"kind": "paragraphs", "id": f"words-{number}", "text": LINES},
        {"kind": "timeline", "id": f"days-{number}", "events": moments},
        {"kind": "list", "id": f"rest-{number}", "items": ITEMS},
        {"kind": "paragraphs", "id": f"more-{number}", "text": "Then begin to move it again."},
        {"kind": "list", "id": f"care-{number}", "items": ITEMS[:3]},
        {"kind": "decisions", "id": f"own-{number}", "slots": ["escort"]},
        {"kind": "questions", "id": f"ask-{number}", "items": ITEMS[:3], "lines": 4},
    ]


def test_nothing_short_is_torn(tmp_path: Path, engine: Engine) -> None:
    """A moment and a list of five are whole.

    So are a list and the decision after it, and questions and the lines for others.
    """
    space = write_workspace(tmp_path, blocks=[block for number in range(8) for block in _blocks(number)])
    sheet = sheet_of(space, edition="large-print")

    page = engine.with_files(space).open(render_html(sheet, space), HOUSE_STYLES)
    boxes = page.lay_out(LOOSEST).boxes()

    for number in range(8):
        moments = [f"days-{number}-{day}" for day in (1, 2, 3)]
        for names in (
            [f"rest-{number}"],
            *([moment] for moment in moments),
            [f"care-{number}", f"own-{number}"],
            [f"ask-{number}", f"ask-{number}-lines"],
        ):
            assert len({box.page for name in names for box in boxes[name]}) == 1, names
