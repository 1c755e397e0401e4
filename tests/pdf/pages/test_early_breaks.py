"""Lines break as late as they can, although the engine has traps at bold words, citations and numbers."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from leafwright.html import render_html
from leafwright.pdf import Engine
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES
from tests.workspaces import sheet_of, write_workspace

WORDS = (
    "An average can hide people who gain more, and people who gain nothing. In the short term, probably "
    "**24 more people in 100** (130 to 350) had less pain with a [page](https://example.org/knee) on it "
    "[@elm1999], and after 3 to 4 weeks **some** of them had none at all [@elm1999]. The average rose from "
    "8.9 to 15.9 mmol/L (160 to 286 mg/dL). Phone us at least **10** days before, or if it lasts "
    "**1 to 2** weeks."
)
WIDTHS = range(280, 440, 4)


def early_breaks(document: Any) -> Iterator[str]:
    """Go through the lines of a paragraph that would have held the first word of the next line, too."""
    for page in document.pages:
        for block in page._page_box.descendants():  # there is no public name for the boxes of a page
            if isinstance(block, boxes.BlockBox):
                lines = [child for child in block.children if isinstance(child, boxes.LineBox)]
                for line, following in pairwise(lines):
                    texts = [part for part in _texts(line) if part.text.strip()]
                    used = max(part.position_x + part.width for part in texts) - texts[0].position_x
                    if block.width - used > _first_word(following) * 1.2 + 8:
                        yield "".join(part.text for part in texts)


def _texts(line: Any) -> list[Any]:
    return [part for part in line.descendants() if isinstance(part, boxes.TextBox)]


def _first_word(line: Any) -> float:
    """Return how wide the words are, about, that begin a line together; a count is whole."""
    width = 0.0
    counts = [box for box in line.descendants() if isinstance(box, boxes.InlineBlockBox)]
    kept = [part for box in counts for part in _texts(box)]
    for part in _texts(line):
        whole = part in kept or part.style["white_space"] == "nowrap"
        at = -1 if whole else part.text.lstrip().find(" ")
        if at >= 0:
            return float(width + part.width * at / len(part.text))
        width += part.width
    return width


def test_no_line_ends_before_it_must(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> None:
    """At no width does a bold word, a link, a marker or a number leave a line half empty."""
    blocks = [{"kind": "paragraphs", "id": f"text-{width}", "text": WORDS} for width in WIDTHS]
    space = write_workspace(tmp_path_factory.mktemp("lines"), blocks=blocks)

    html = render_html(sheet_of(space), space)
    widths = "".join(f"#text-{width} {{ inline-size: {width}px }}" for width in WIDTHS)
    html = html.replace("</head>", f"<style>{widths}</style></head>")
    document = engine.with_files(space).open(html, HOUSE_STYLES).lay_out(LOOSEST).document

    assert list(early_breaks(document)) == []
