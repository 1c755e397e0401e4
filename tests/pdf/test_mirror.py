"""A page read from the right is the mirror image of the same page read from the left.

The same words are set in both directions. English words keep their order and their lines, so that whatever is
not where the mirror shows it was named by its side.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pypdfium2 as pdfium
import pytest

from leafwright import fonts
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.sheet import make_sheet
from leafwright.workspace import Workspace
from tests.workspaces import (
    CITED,
    LOGO,
    TOPIC,
    VARIANTS,
    comparison_of,
    every_block,
    inputs_for,
    write_workspace,
)

fonts.activate()

from leafwright.pdf import Engine  # noqa: E402  # the engine sees the fonts that are active by now
from leafwright.pdf.extract import POINT, Strip, read_strips  # noqa: E402  # the fonts had to come first
from leafwright.pdf.fit import LOOSEST  # noqa: E402  # the fonts had to come first
from leafwright.pdf.layout import HOUSE_STYLES, Box  # noqa: E402  # the fonts had to come first

pytestmark = pytest.mark.unwatched  # the lines that draw this are run by the tests of their rooms

SHEETS = [
    *((variant, "standard") for variant in VARIANTS),
    ("leaflet", "large-print"),
    ("comparison", "large-print"),
]
NEAR = 1.0
"""CSS pixels: a letter's own sides are not alike, and a drawing's line ends are round."""
DRAWN_NEAR = 2.0
MANY = 20
SPACE = 15.0
"""CSS pixels: what stands nearer than this on one height is one line."""
SOURCES = "source-"
"""English entries, in a list that runs to the right on every page: a number begins the line it counts."""


Printer: TypeAlias = Callable[[str, str, str], "Printed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One sheet in one direction: the boxes of its elements, its strips of text and its drawn paths.

    `digits` are those of each page as the eye meets them, from left to right and line by line.
    """

    width: float
    boxes: dict[str, tuple[Box, ...]]
    strips: tuple[Strip, ...]
    paths: tuple[Box, ...]
    digits: tuple[str, ...]


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a workspace with a block of every kind, and parts for what stands beside the text."""
    root = tmp_path_factory.mktemp("mirror")
    files = {f"handouts/{TOPIC}/knee.svg": LOGO}
    apart = {
        "booking": [{"kind": "appointment", "id": "book-it"}, {"kind": "label", "id": "book-label"}],
        "card": [{"kind": "contacts", "id": "reach-us"}],
        "terms": [{"kind": "glossary", "id": "more", "terms": [{"term": "Knee", "meaning": "A joint."}]}],
        "alarm": [_warning("now", "emergency")],
        "calm": [_warning("later", "advice")],
    }
    sections: list[dict[str, object]] = [
        {"id": "part", "heading": "Your knee", "blocks": every_block()},
        *({"id": name, "heading": "Apart", "blocks": blocks} for name, blocks in apart.items()),
    ]
    picked = {"sections": [section["id"] for section in sections]}
    handout = {"sections": sections, "variants": dict.fromkeys(VARIANTS, picked)}
    return write_workspace(root, handout=handout, files=files)


def _warning(name: str, level: str) -> dict[str, object]:
    return {"kind": "warning", "id": name, "level": level, "heading": "Look", "action": "Ask."}


@pytest.fixture(scope="module")
def printed(space: Workspace) -> Printer:
    """Print a sheet of the workspace in a direction, once."""
    engine = Engine(space)
    return cache(lambda variant, edition, direction: _print(space, engine, (variant, edition, direction)))


def _print(space: Workspace, engine: Engine, chosen: tuple[str, str, str]) -> Printed:
    variant, edition, direction = chosen
    inputs = inputs_for(load_library(space), variant, edition)
    words = inputs.words.model_copy(update={"direction": direction})
    html = render_html(make_sheet(replace(inputs, words=words)), space)
    layout = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST)
    content = layout.write()
    return Printed(
        width=layout.papers()[0].right,
        boxes=dict(layout.boxes()),
        strips=read_strips(content),
        paths=tuple(_paths(content)),
        digits=tuple(_digits(content)),
    )


def _paths(content: bytes) -> Iterator[Box]:
    with pdfium.PdfDocument(content) as document:
        for number, page in enumerate(document, start=1):
            for found in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH], max_depth=8):
                left, bottom, right, top = found.get_bounds()
                group = found.container
                while group is not None:
                    left, bottom, right, top = group.get_matrix().on_rect(left, bottom, right, top)
                    group = group.container
                height = page.get_height()
                yield Box(
                    page=number,
                    left=left * POINT,
                    top=(height - top) * POINT,
                    right=right * POINT,
                    bottom=(height - bottom) * POINT,
                )


def _digits(content: bytes) -> Iterator[str]:
    """Read the digits where they stand: the reader's own text comes in an order that it thinks is meant."""
    with pdfium.PdfDocument(content) as document:
        for page in document:
            text = page.get_textpage()
            found = []
            for index in range(text.count_chars()):
                sign = chr(pdfium.raw.FPDFText_GetUnicode(text, index))
                left, bottom, _, _ = text.get_charbox(index, loose=True)
                if sign.isdecimal():
                    found.append((-round(bottom), left, sign))
            yield "".join(sign for *_, sign in sorted(found))


def _mirrored(box: Box, width: float) -> Box:
    return replace(box, left=width - box.right, right=width - box.left)


def _astray(wanted: Iterable[Box], found: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """Pair boxes off; return those that are looked for in vain, and those that nothing asks for."""
    missing, rest = [], list(found)
    for box in wanted:
        match = next((other for other in rest if _is_near(box, other, DRAWN_NEAR)), None)
        if match:
            rest.remove(match)
        else:
            missing.append(box)
    return missing, rest


def _is_near(one: Box, other: Box, near: float) -> bool:
    pairs = (
        (one.left, other.left),
        (one.top, other.top),
        (one.right, other.right),
        (one.bottom, other.bottom),
    )
    return one.page == other.page and all(abs(first - second) <= near for first, second in pairs)


@pytest.mark.parametrize("chosen", SHEETS, ids=" ".join)
def test_every_element_stands_where_the_mirror_shows_it(printed: Printer, chosen: tuple[str, str]) -> None:
    """Columns, boxes, rows and events of every component change sides, and no line breaks otherwise."""
    left, right = (printed(*chosen, direction) for direction in ("ltr", "rtl"))

    assert left.boxes.keys() == right.boxes.keys()
    astray = {
        name: (boxes, right.boxes[name])
        for name, boxes in left.boxes.items()
        if not name.startswith(SOURCES)
        for box, other in zip(boxes, right.boxes[name], strict=True)
        if not _is_near(_mirrored(box, left.width), other, NEAR)
    }
    assert astray == {}


@pytest.mark.parametrize("chosen", SHEETS, ids=" ".join)
def test_everything_drawn_stands_where_the_mirror_shows_it(printed: Printer, chosen: tuple[str, str]) -> None:
    """Icons, tick boxes, circles, bars, lines, figures, the logo and the code change sides too."""
    left, right = (printed(*chosen, direction) for direction in ("ltr", "rtl"))

    assert len(left.paths) > MANY
    assert _astray((_mirrored(path, left.width) for path in left.paths), right.paths) == ([], [])


@pytest.mark.parametrize("chosen", SHEETS, ids=" ".join)
def test_every_line_of_text_stands_where_the_mirror_shows_it(
    printed: Printer, chosen: tuple[str, str]
) -> None:
    """Lines begin at the other side, list markers, step numbers, heads and feet of pages with them."""
    left, right = (printed(*chosen, direction) for direction in ("ltr", "rtl"))

    lines = [_mirrored(line, left.width) for line in _lines(left.strips, _sources(left))]
    assert len(lines) > MANY
    assert _astray(lines, _lines(right.strips, _sources(right))) == ([], [])


def _sources(sheet: Printed) -> list[Box]:
    return [box for name, boxes in sheet.boxes.items() if name.startswith(SOURCES) for box in boxes]


def _lines(strips: tuple[Strip, ...], beside: list[Box]) -> Iterator[Box]:
    """Join strips that stand on one height with no more than a space between them."""
    boxes = [
        strip.box
        for strip in strips
        if not any(box.page == strip.box.page and box.top <= strip.box.middle <= box.bottom for box in beside)
    ]
    boxes.sort(key=lambda box: (box.page, box.left))
    while boxes:
        line = boxes.pop(0)
        while near := [box for box in boxes if _continues(line, box)]:
            boxes.remove(near[0])
            line = replace(
                line,
                top=min(line.top, near[0].top),
                right=max(line.right, near[0].right),
                bottom=max(line.bottom, near[0].bottom),
            )
        yield line


def _continues(line: Box, box: Box) -> bool:
    return box.page == line.page and box.left - line.right <= SPACE and line.top <= box.middle <= line.bottom


@pytest.mark.parametrize("where", ["paragraph", "title"])
def test_a_number_inside_arabic_is_drawn_in_its_order(where: str, tmp_path: Path) -> None:
    """In the text as at the head of a page, groups of digits follow each other as they are dialled."""
    said = "اتصل بالرقم 01632 960 301 الآن"
    words = said if where == "paragraph" else "Ask."
    blocks = [CITED, {"kind": "paragraphs", "id": "a-text", "text": words}, comparison_of(30)]
    space = write_workspace(tmp_path, blocks=blocks, handout={"title": said} if where == "title" else {})

    pages = _print(space, Engine(space), ("leaflet", "standard", "rtl")).digits

    wanted = {0} if where == "paragraph" else {0, 1}
    assert {number for number, lines in enumerate(pages) if "01632960301" in lines} >= wanted
    assert not [lines for lines in pages if "30196001632" in lines]
