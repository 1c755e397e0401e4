"""The bilingual edition on paper: both languages of an item are at the same height."""

from pathlib import Path

import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.library import load_library
from leafwright.pdf import Engine, prove
from leafwright.pdf.extract import Strip, read_strips
from leafwright.problems import Severity
from tests.translations import make_translation, write_bilingual_workspace, write_translation

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
    workspace = write_bilingual_workspace(tmp_path, editions=["bilingual"])
    write_translation(workspace)
    (job,) = draft_sheets(load_library(workspace), Selection()).jobs
    html = job.html.replace("</head>", "<style>.section { break-before: page }</style></head>")
    strips = read_strips(prove(job.sheet, html, Engine(workspace)).content)

    first = min((strip for strip in strips if strip.box.page == 2), key=lambda strip: strip.box.top)
    assert first.text == job.sheet.title.plain
