"""A page read from the right is the mirror image of the same page read from the left.

The same words are set in both directions. English words keep their order and their lines, so that whatever is
not where the mirror shows it was named by its side.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeAlias, cast

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
from leafwright.pdf.box import Box  # noqa: E402  # the fonts had to come first
from leafwright.pdf.extract import POINT, Strip, read_strips  # noqa: E402  # the fonts had to come first
from leafwright.pdf.ladder import LOOSEST  # noqa: E402  # the fonts had to come first
from leafwright.pdf.layout import HOUSE_STYLES  # noqa: E402  # the fonts had to come first

SHEETS = [
    *((variant, "standard") for variant in VARIANTS),
    ("leaflet", "large-print"),
    ("comparison", "large-print"),
]
NEAR = 1.0
"""CSS pixels: a letter's own sides are not alike, and a drawing's line ends are round."""
DRAWN_NEAR = 2.0
LINES_NEAR = 1.0
"""CSS pixels: lines are measured with the sides of their letters, which are not alike."""
MANY = 20
SPACE = 15.0
"""CSS pixels: what stands nearer than this on one height is one line."""
SPACES = (SPACE - 4, SPACE, SPACE + 4)
"""As the sides of letters differ, the same gap may be wider in one direction than in the other."""
BLANK = re.compile(r"\[\[[a-z]+:[^]]*\]\]")
COMPLAINTS = {"name": {"en": "Desk"}, "phone": "01632 960 303", "email": "ask@elm.example.org"}
"""In one line: after a label, WeasyPrint 70 leaves the room of a space that ends a line of Latin words."""
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
    """Write a workspace with a block of every kind, and parts for what is printed beside the text."""
    root = tmp_path_factory.mktemp("mirror")
    files = {f"handouts/{TOPIC}/knee.svg": LOGO}
    blocks = _blocks()
    apart = {
        "cut": [block for block in blocks if block["kind"] == "card"],
        "booking": [{"kind": "appointment", "id": "book-it"}, {"kind": "label", "id": "book-label"}],
        "card": [{"kind": "contacts", "id": "reach-us"}],
        "terms": [{"kind": "glossary", "id": "more", "terms": [{"term": "Knee", "meaning": "A joint."}]}],
        "alarm": [_warning("now", "emergency")],
        "calm": [_warning("later", "advice")],
    }
    sections: list[dict[str, object]] = [
        {
            "id": "part",
            "heading": "Your knee",
            "blocks": [block for block in blocks if block["kind"] != "card"],
        },
        *({"id": name, "heading": "Apart", "blocks": blocks} for name, blocks in apart.items()),
    ]
    picked = {"sections": [section["id"] for section in sections]}
    handout = {"sections": sections, "variants": dict.fromkeys(VARIANTS, picked)}
    return write_workspace(root, handout=handout, clinic={"complaints": COMPLAINTS}, files=files)


def _blocks() -> list[dict[str, object]]:
    """Write every block, with a word for each line to write on: among English words it keeps its place."""
    return cast("list[dict[str, object]]", json.loads(BLANK.sub("some", json.dumps(every_block()))))


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
        strips=tuple(_with_sides(content)),
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


def _with_sides(content: bytes) -> Iterator[Strip]:
    """Read the strips of a sheet, each from the beginning of its first letter to the end of its last one."""
    strips = read_strips(content)
    with pdfium.PdfDocument(content) as document:
        for number, page in enumerate(document, start=1):
            text, height = page.get_textpage(), page.get_height()
            letters = [
                (text.get_charbox(index), text.get_charbox(index, loose=True))
                for index in range(text.count_chars())
                if not chr(pdfium.raw.FPDFText_GetUnicode(text, index)).isspace()
            ]
            for strip in (strip for strip in strips if strip.box.page == number):
                box = strip.box
                sides = [
                    loose
                    for (left, bottom, right, top), loose in letters
                    if box.left <= (left + right) / 2 * POINT <= box.right
                    and box.top <= (height - (top + bottom) / 2) * POINT <= box.bottom
                ]
                if sides:
                    left, right = (min(side[0] for side in sides), max(side[2] for side in sides))
                    yield replace(strip, box=replace(box, left=left * POINT, right=right * POINT))


def _digits(content: bytes) -> Iterator[str]:
    """Read the digits by their positions, because the reader guesses the order of its own text."""
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
    """Pair boxes; return those that are missing, and those that are not expected."""
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
    """Columns, boxes, rows and events of every component change sides, and all lines break as before."""
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

    assert len(left.strips) > MANY
    assert (_off_line(left, right), _off_line(right, left)) == ([], [])


def _off_line(sheet: Printed, other: Printed) -> list[str]:
    """List what is not at the mirrored place of another sheet."""
    others = [_mirrored(line, sheet.width) for line in _every_line(other)]
    lines = [
        line for line in _every_line(sheet) if any(_is_near(line, found, LINES_NEAR) for found in others)
    ]
    return [strip.text for strip in _read(sheet) if not any(_is_in(strip.box, line) for line in lines)]


def _is_in(box: Box, line: Box) -> bool:
    level = line.page == box.page and line.top <= box.middle <= line.bottom
    return level and line.left <= box.left and box.right <= line.right


def _every_line(sheet: Printed) -> Iterator[Box]:
    return chain.from_iterable(_lines(sheet, space) for space in SPACES)


def _read(sheet: Printed) -> list[Strip]:
    """List the strips of a sheet except those of its sources."""
    beside = [box for name, boxes in sheet.boxes.items() if name.startswith(SOURCES) for box in boxes]
    return [
        strip
        for strip in sheet.strips
        if not any(box.page == strip.box.page and box.top <= strip.box.middle <= box.bottom for box in beside)
    ]


def _lines(sheet: Printed, space: float) -> Iterator[Box]:
    """Join strips at the same height with at most a space between them."""
    boxes = sorted((strip.box for strip in _read(sheet)), key=lambda box: (box.page, box.left))
    while boxes:
        line = boxes.pop(0)
        while near := next((box for box in boxes if _continues(line, box, space)), None):
            boxes.remove(near)
            line = replace(
                line,
                top=min(line.top, near.top),
                right=max(line.right, near.right),
                bottom=max(line.bottom, near.bottom),
            )
        yield line


def _continues(line: Box, box: Box, space: float) -> bool:
    if box.page != line.page or box.left - line.right > space:
        return False
    return line.top <= box.middle <= line.bottom or box.top <= line.middle <= box.bottom


@pytest.mark.parametrize(("where", "wanted"), [("paragraph", {0}), ("heading", {0, 1}), ("title", {0, 2})])
def test_a_number_inside_arabic_is_drawn_in_its_order(where: str, wanted: set[int], tmp_path: Path) -> None:
    """In the text as at the head of a page, groups of digits follow each other as they are dialled.

    The head names the section that goes on there, and where one begins, as a card to cut out does, the title.
    """
    said = "اتصل بالرقم 01632 960 301 الآن"
    texts = {"paragraph": "Ask.", "heading": "Your knee", "title": "Sore"} | {where: said}
    paragraph = {"kind": "paragraphs", "id": "a-text", "text": texts["paragraph"]}
    card = next(block for block in _blocks() if block["kind"] == "card")
    sections = [
        {"id": "part", "heading": texts["heading"], "blocks": [CITED, paragraph, comparison_of(30)]},
        {"id": "cut", "heading": "Apart", "blocks": [card]},
    ]
    variants = {"leaflet": {"sections": ["part", "cut"]}}
    handout = {"title": texts["title"], "sections": sections, "variants": variants}
    space = write_workspace(tmp_path, handout=handout)

    pages = _print(space, Engine(space), ("leaflet", "standard", "rtl")).digits

    assert {number for number, lines in enumerate(pages) if "01632960301" in lines} >= wanted
    assert not [lines for lines in pages if "30196001632" in lines]


def test_a_blank_in_arabic_stands_where_it_is_written(tmp_path: Path) -> None:
    """It is between the words read before and after it; at the beginning of the line it is at the right."""
    blocks = [
        {**CITED, "text": "اكتب [[short:number]] هنا [@elm1999]."},
        {"kind": "list", "id": "a-list", "items": ["[[short:times]] مرات", "اكتب هنا"]},
    ]
    space = write_workspace(tmp_path, blocks=blocks)

    sheet = _print(space, Engine(space), ("leaflet", "standard", "rtl"))

    between, first = (path for path in sheet.paths if path.right - path.left == pytest.approx(45.4, abs=0.5))
    before, after = _strip(sheet, "اكتب", between), _strip(sheet, "هنا", between)
    assert after.right <= between.left + NEAR
    assert between.right <= before.left + NEAR
    assert _strip(sheet, "مرات", first).right <= first.left + NEAR


def _strip(sheet: Printed, words: str, beside: Box) -> Box:
    """Find words on the height of a drawing."""
    found = [strip.box for strip in sheet.strips if words in strip.text]
    return next(box for box in found if abs(box.middle - beside.middle) < SPACE and box.page == beside.page)
