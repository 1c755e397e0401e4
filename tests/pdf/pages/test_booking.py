"""What is booked, and what follows it in the same section."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from tests.workspaces import sheet_of, write_workspace


@pytest.mark.parametrize("kind", ["appointment", "label"])
def test_a_box_stands_apart_from_what_follows_it(tmp_path: Path, engine: Engine, kind: str) -> None:
    """On a form, at least as far as two paragraphs are from each other."""
    written = [{"kind": "paragraphs", "id": name, "text": "Words."} for name in ("first", "second")]
    decided = {"kind": "decisions", "id": "decided", "slots": ["escort"]}
    blocks = [{"kind": kind, "id": "box"}, decided, *written]
    workspace = write_workspace(tmp_path, blocks=blocks)

    sheet = sheet_of(workspace)
    html = render_html(replace(sheet, format=replace(sheet.format, layout="form")), workspace)
    boxes = engine.with_files(workspace).open(html, HOUSE_STYLES).lay_out(LOOSEST).boxes()

    between = {
        (a, b): boxes[b][0].top - boxes[a][0].bottom for a, b in (("first", "second"), ("box", "decided"))
    }
    assert between["box", "decided"] >= between["first", "second"] > 0
