"""What is measured on a sheet laid out."""

import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.fonts import FontError
from leafwright.html import render_html
from leafwright.pdf import Engine
from leafwright.pdf.box import Box
from leafwright.pdf.extract import POINT
from leafwright.pdf.fit import MM
from leafwright.pdf.ladder import LOOSEST, Step
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.pictures.trial import engine_warnings
from leafwright.workspace import Workspace
from tests.workspaces import sheet_of, write_workspace

BOX = Box(page=1, left=10, top=20, right=110, bottom=60)
RULE = "linear-gradient(#888, #888) 50% 0 / 0.5pt 100% no-repeat"
"""The line between two columns, which goes on to the foot of a page."""


FORMAT = """:root { --page-side: 18mm; --page-first: 15mm; --page-head: 18mm; --page-foot: 24mm; --body: 12pt;
--least: 9pt }"""
"""What the page of a sheet says of its format."""


def page(style: str, body: str) -> str:
    """Write a page of its own, without templates."""
    style = FORMAT + style
    return f"<html lang=en><title>t</title><style>{style}</style><body style='margin:0'>{body}</body></html>"


@pytest.mark.parametrize(
    ("other", "held"),
    [
        (Box(page=1, left=10, top=20, right=110, bottom=60), True),
        (Box(page=1, left=8, top=18, right=112, bottom=62), True),
        (Box(page=1, left=7, top=20, right=110, bottom=60), False),
        (Box(page=1, left=10, top=17, right=110, bottom=60), False),
        (Box(page=1, left=10, top=20, right=113, bottom=60), False),
        (Box(page=1, left=10, top=20, right=110, bottom=63), False),
        (Box(page=2, left=10, top=20, right=110, bottom=60), False),
    ],
)
def test_a_box_holds_what_lies_within_the_tolerance(other: Box, held: bool) -> None:  # noqa: FBT001  # the fact
    """A box on the same page is held when no side is further out than the tolerance."""
    assert BOX.holds(other, 2) is held


def test_a_box_has_a_height_and_a_middle() -> None:
    """Height and middle are taken from top and bottom."""
    assert (BOX.height, BOX.middle) == (40, 40)


def test_the_text_area_is_what_the_margins_leave(engine: Engine) -> None:
    """The area is read off the page, so that a style may change its margins."""
    style = "@page { size: 100mm 200mm; margin: 10mm 20mm 30mm 15mm }"

    (area,) = engine.open(page(style, "x")).lay_out(LOOSEST).areas()

    sides = (area.left, area.top, area.right, area.bottom)
    assert sides == pytest.approx([15 * MM, 10 * MM, 80 * MM, 170 * MM])


def test_a_paper_is_the_whole_page(engine: Engine) -> None:
    """A page's paper is as large as its size, margins included."""
    (paper,) = engine.open(page("@page { size: A4 }", "x")).lay_out(LOOSEST).papers()

    assert (paper.right / MM, paper.bottom / MM) == pytest.approx((210, 297))


def test_an_element_on_two_pages_has_two_boxes(engine: Engine) -> None:
    """Each part of a split element is reported with its page."""
    body = "<div id=a><p>x</p><p style='break-before: page'>y</p></div>"

    assert [box.page for box in engine.open(page("", body)).lay_out(LOOSEST).boxes()["a"]] == [1, 2]


@pytest.mark.parametrize(
    ("drawn", "fill"),
    [
        ("<div style='height: 39mm; border-bottom: 1mm solid'></div>", 0.4),
        ("<div style='height: 40mm'></div>", 0.0),
        ("<div style='padding-top: 30mm; line-height: 10mm'>x</div>", 0.37),
        ("<svg style='display: block; height: 50mm; width: 50mm' viewBox='0 0 1 1'></svg>", 0.5),
        ("<div style='float: right; width: 20mm; height: 70mm; background: #eee'></div>", 0.7),
        ("<div style='position: absolute; width: 20mm; height: 80mm; background: #eee'></div>", 0.8),
        ("<div style='height: 200mm; background: #eee'></div>", 1.0),
        (f"<div style='height: 200mm; background: {RULE}'>x</div>", 0.05),
        ("<div style='border-top: 1mm solid; height: 200mm; line-height: 10mm'>x</div>", 0.08),
    ],
)
def test_a_page_is_full_down_to_its_lowest_ink(engine: Engine, drawn: str, fill: float) -> None:
    """Words, pictures, frames and grounds are ink; space, the line between columns and the foot are not."""
    style = "@page { size: 100mm 120mm; margin: 10mm; @bottom-left { content: 'Page' } }"
    (first, *_) = engine.open(page(style, drawn)).lay_out(LOOSEST).fills()

    assert first == pytest.approx(fill, abs=0.02)


@pytest.mark.parametrize(
    ("style", "asked"),
    [
        ("#b { break-before: page }", True),
        ("#a { break-after: page }", True),
        ("#b { break-inside: avoid }", False),
        ("main { break-before: page }", False),
    ],
)
def test_a_style_may_end_a_page(engine: Engine, style: str, *, asked: bool) -> None:
    """A page may end because a style asks for it, or because the next block does not fit."""
    style = f"@page {{ size: 100mm 120mm; margin: 10mm }} div {{ height: 60mm }} {style}"
    body = "<main><div id=a></div><section><div id=b></div></section></main>"

    assert engine.open(page(style, body)).lay_out(LOOSEST).ends_by_style(1) is asked


def test_a_step_sets_the_knobs_of_the_ladder(engine: Engine) -> None:
    """A style that multiplies by the knobs is laid out tighter."""
    body = "<div id=a style='height: calc(100px * var(--fit-space, 1) * var(--fit-type, 1))'></div>"

    layout = engine.open(page("", body)).lay_out(Step(space=0.5, type_size=0.9))

    assert layout.boxes()["a"][0].height == pytest.approx(45)


def test_higher_lines_give_way_with_space(engine: Engine) -> None:
    """At the tightest rung the lines of a script that needs higher ones are as high as any."""
    style = ":root { --leading: 1.2 } #a { line-height: var(--line-body) }"
    opened = engine.open(page(style, "<p id=a>x</p>"), HOUSE_STYLES)

    heights = [
        opened.lay_out(Step(space=space, type_size=1.0)).boxes()["a"][0].height for space in (1.0, 0.8, 0.6)
    ]

    assert heights == pytest.approx([17 * 1.2 * POINT, 17 * 1.1 * POINT, 17 * POINT])


def test_a_tight_layout_leaves_the_next_loose(engine: Engine, html: str) -> None:
    """A step applies to one layout only; the page is read once."""
    opened = engine.open(html, HOUSE_STYLES)
    before = opened.lay_out(LOOSEST).boxes()

    opened.lay_out(Step(space=0.6, type_size=0.9))

    assert opened.lay_out(LOOSEST).boxes() == before


def test_layouts_do_not_depend_on_earlier_ones(workspace: Workspace, full: Workspace) -> None:
    """An engine that has laid out other sheets writes the bytes that a new one writes."""
    small, large = (render_html(sheet_of(space), space) for space in (workspace, full))
    used = Engine(full)

    opened = used.open(large, HOUSE_STYLES)
    opened.lay_out(LOOSEST).write()
    opened.lay_out(Step(space=0.6, type_size=0.95))

    fresh = Engine(full).open(small, HOUSE_STYLES).lay_out(LOOSEST)
    assert used.open(small, HOUSE_STYLES).lay_out(LOOSEST).write() == fresh.write()


def test_a_style_sheet_is_parsed_once(engine: Engine) -> None:
    """A worker reads the house's styles for its first sheet, and sets all others in them."""
    first, second = (engine.open(page("", body), HOUSE_STYLES) for body in "xy")

    assert [one.css for one in first.styles] == [one.css for one in second.styles]


def test_a_page_has_the_last_word_on_its_style(engine: Engine) -> None:
    """What differs from sheet to sheet is said in the page, and wins over what all have in common."""
    opened = engine.open(page("@page { size: 100mm 100mm }", "x"), HOUSE_STYLES)

    (paper,) = opened.lay_out(LOOSEST).papers()
    assert paper.right / MM == pytest.approx(100)


def test_each_sheet_hears_of_a_fault_in_the_styles(tmp_path: Path) -> None:
    """The engine's warnings about a style sheet apply to every sheet that uses it."""
    space = write_workspace(tmp_path, files={"styles/index.css": "p { colour: red }"})
    engine = Engine(space)

    heard = [engine.open(page("", body), ["styles/index.css"]).lay_out(LOOSEST).warnings for body in "xy"]

    assert heard[0] == heard[1]
    assert "colour" in heard[0][0]


def test_a_page_is_set_in_fonts_that_were_checked(engine: Engine) -> None:
    """The bytes that glyphs were drawn from are held against the faces of the set when a page is written."""
    layout = engine.open(page("p { font-family: Figtree }", "<p>42</p>"), HOUSE_STYLES).lay_out(LOOSEST)

    assert layout.write().startswith(b"%PDF")
    with pytest.raises(FontError, match="Figtree was not read from a font that was checked"):
        replace(layout, faces=frozenset()).write()


def test_a_layout_is_written_twice_alike(engine: Engine, html: str) -> None:
    """Writing does not change what is written next."""
    layout = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST)

    assert layout.write() == layout.write()


def test_warnings_are_heard(engine: Engine) -> None:
    """What the engine complains of is kept with the layout."""
    (warning,) = engine.open(page("p { colour: red }", "x")).lay_out(LOOSEST).warnings

    assert "colour" in warning


def test_warnings_of_one_layout_are_not_reported_for_the_next(engine: Engine) -> None:
    """Each layout has its own warnings."""
    engine.open(page("p { colour: red }", "x")).lay_out(LOOSEST)

    assert engine.open(page("", "x")).lay_out(LOOSEST).warnings == ()


def test_listening_leaves_the_logger_as_it_was() -> None:
    """The engine's own handlers are put back, whatever happens meanwhile."""
    logger = logging.getLogger("weasyprint")
    before = (list(logger.handlers), logger.propagate)

    with suppress(ValueError), engine_warnings() as heard:
        logger.warning("heard")
        raise ValueError

    assert heard == ["heard"]
    assert (logger.handlers, logger.propagate) == before
