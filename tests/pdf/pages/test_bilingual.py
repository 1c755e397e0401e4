"""The bilingual edition on paper: both languages of an item are at the same height."""

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf.extract import Strip, read_strips
from leafwright.problems import Severity
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CITED

LONG = "and then a little longer than one line of a column of this edition would ever hold"
FRUIT = ("Apples", "Bananas", "Cherries")
ITEMS = ["Apples", f"Bananas {LONG}", "Cherries"]
BLOCKS: dict[str, dict[str, object]] = {
    "list": {"items": ITEMS},
    "steps": {"items": ITEMS},
    "checklist": {"items": ITEMS},
    "questions": {"items": [f"{item}?" for item in ITEMS], "lines": 0},
    "paragraphs": {"text": "\n\n".join(f"{item}." for item in ITEMS)},
    "glossary": {"terms": [{"term": item, "meaning": f"{item}."} for item in ITEMS]},
    "do-and-do-not": {"do": {"items": ITEMS}, "do-not": {"items": ["Salt"]}},
    "timeline": {"events": [{"when": "Today", "items": ITEMS, "decisions": ["driving"]}]},
}


def _prove(root: Path, blocks: list[dict[str, Any]], style: str = "") -> Proof:
    """Print blocks in two languages, with a style of the test's own."""
    workspace = write_bilingual_workspace(root, blocks=blocks, editions=["bilingual"])
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs
    html = job.html.replace("</head>", f"<style>{style}</style></head>")
    return prove(job.sheet, html, Engine(workspace))


def _strips(root: Path, kind: str) -> tuple[Strip, ...]:
    """Print one block in two languages, and read it back; the translation says more."""
    block = {"kind": kind, "id": "some-items", **BLOCKS[kind]}
    workspace = write_bilingual_workspace(root, blocks=[block], editions=["bilingual"])
    translation = make_translation(workspace)
    words = translation["parts"]["some-items"]["words"]
    translation["parts"]["some-items"]["words"] = {
        path: f"{text.rstrip('.')} {LONG}." if path.endswith(("meaning", "items.1")) else text
        for path, text in words.items()
    }
    write_translation(workspace, translation)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs
    proof = prove(job.sheet, job.html, Engine(workspace))
    assert [str(found) for found in proof.problems if found.severity is Severity.ERROR] == []
    return read_strips(proof.content)


@pytest.mark.parametrize("kind", BLOCKS)
def test_an_item_stands_on_one_height_with_its_source(kind: str, tmp_path: Path) -> None:
    """However many more lines one language takes, the next item begins beside its counterpart."""
    strips = _strips(tmp_path, kind)

    for item in FRUIT:
        own = next(strip for strip in strips if strip.text.startswith(f"Traducido: {item}"))
        source = next(strip for strip in strips if strip.text.startswith(item))
        assert own.box.bottom == pytest.approx(source.box.bottom, abs=4)
        assert (own.box.page, own.box.right <= source.box.left) == (source.box.page, True)


def test_a_step_has_one_number_in_both_languages(tmp_path: Path) -> None:
    """Steps are counted once, though each of them is said twice."""
    strips = _strips(tmp_path, "steps")
    items = [strip.box for strip in strips if strip.text.startswith((*FRUIT, "Traducido: "))]

    numbers = [
        strip.text.strip()
        for strip in strips
        if strip.text.strip() in {*"123456"}
        and any(box.page == strip.box.page and box.top <= strip.box.middle <= box.bottom for box in items)
    ]
    assert numbers == ["1", "1", "2", "2", "3", "3"]


def test_a_page_that_begins_with_a_section_has_the_title(tmp_path: Path) -> None:
    """Nothing goes on above a heading, in two languages as in one."""
    strips = read_strips(_prove(tmp_path, [CITED], ".section { break-before: page }").content)

    first = min((strip for strip in strips if strip.box.page == 2), key=lambda strip: strip.box.top)
    assert first.text == "Traducido: Looking after a sore knee"


@pytest.mark.parametrize(
    ("block", "begins"),
    [
        ({"kind": "list", "lead": "Do not take:", "items": ITEMS}, ".pair--head:has(.list__lead)"),
        ({"kind": "timeline", "events": [{"when": "Today", "items": ITEMS}]}, "#a-block"),
    ],
)
def test_a_page_that_begins_with_a_list_does_not_say_that_it_goes_on(
    block: dict[str, Any], begins: str, tmp_path: Path
) -> None:
    """Only its section goes on: the lead or the day is right below."""
    blocks = [CITED, {"id": "a-block", **block}]
    proof = _prove(tmp_path, blocks, f"{begins} {{ break-before: page }}")

    first = min(
        (strip for strip in read_strips(proof.content) if strip.box.page == 2),
        key=lambda strip: strip.box.top,
    )
    head = "Traducido: Your knee (continued) · Your knee (continued)"
    assert first.text.replace("\u00a0", " ") == head
    assert "false-continuation" not in {problem.code for problem in proof.problems}


def test_a_line_between_benefits_is_as_wide_as_both_languages(tmp_path: Path) -> None:
    """However many lines either takes, one line ends the row of both."""
    block = {"kind": "balance", "id": "a-balance", "benefits": ITEMS, "risks": ["Salt"]}
    content = _prove(tmp_path, [CITED, block], ".balance { --balance-rule: 1mm solid red }").content

    with pdfium.PdfDocument(content) as document:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    wide, high = picture.size
    rows = ([picture.getpixel((x, y)) for x in range(wide)] for y in range(high))
    red = [sum(pixel[0] > 200 and pixel[1] < 120 for pixel in row) * 25.4 / 72 for row in rows]
    assert [width for width in red if 0 < width < 179] == []
    assert max(red) == pytest.approx(180, abs=1)
