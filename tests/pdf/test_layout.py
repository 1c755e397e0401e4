"""What is measured on a sheet laid out."""

import logging
from contextlib import suppress

import pytest

from leafwright.html import render_html
from leafwright.pdf import Engine
from leafwright.pdf.fit import LOOSEST, MM, Step
from leafwright.pdf.layout import Box, heard_warnings
from leafwright.workspace import Workspace
from tests.workspaces import sheet_of

BOX = Box(page=1, left=10, top=20, right=110, bottom=60)


def page(style: str, body: str) -> str:
    """Write a page of its own, without templates."""
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

    (area,) = engine.lay_out(page(style, "x"), LOOSEST).areas()

    sides = (area.left, area.top, area.right, area.bottom)
    assert sides == pytest.approx([15 * MM, 10 * MM, 80 * MM, 170 * MM])


def test_a_paper_is_the_whole_page(engine: Engine) -> None:
    """A page's paper is as large as its size, margins included."""
    (paper,) = engine.lay_out(page("@page { size: A4 }", "x"), LOOSEST).papers()

    assert (paper.right / MM, paper.bottom / MM) == pytest.approx((210, 297))


def test_an_element_on_two_pages_has_two_boxes(engine: Engine) -> None:
    """Each part of a split element is told with its page."""
    body = "<div id=a><p>x</p><p style='break-before: page'>y</p></div>"

    assert [box.page for box in engine.lay_out(page("", body), LOOSEST).boxes()["a"]] == [1, 2]


def test_the_last_page_is_as_full_as_its_lowest_element(engine: Engine) -> None:
    """The fill is the share of the text area above the end of what is printed."""
    style = "@page { size: 100mm 120mm; margin: 10mm }"
    body = "<div id=a style='height: 100mm'></div><div style='height: 40mm'></div><div id=end></div>"

    assert engine.lay_out(page(style, body), LOOSEST).last_fill == pytest.approx(0.4)


def test_a_step_sets_the_knobs_of_the_ladder(engine: Engine) -> None:
    """A style that multiplies by the knobs is laid out tighter."""
    body = "<div id=a style='height: calc(100px * var(--fit-space, 1) * var(--fit-type, 1))'></div>"

    layout = engine.lay_out(page("", body), Step(space=0.5, type_size=0.9))

    assert layout.boxes()["a"][0].height == pytest.approx(45)


def test_a_tight_layout_leaves_the_next_loose(engine: Engine, html: str) -> None:
    """A step holds for one layout only."""
    before = engine.lay_out(html, LOOSEST).boxes()

    engine.lay_out(html, Step(space=0.6, type_size=0.9))

    assert engine.lay_out(html, LOOSEST).boxes() == before


def test_layouts_do_not_depend_on_earlier_ones(workspace: Workspace, full: Workspace) -> None:
    """An engine that has laid out other sheets writes the bytes that a new one writes."""
    small, large = (render_html(sheet_of(space), space) for space in (workspace, full))
    used = Engine(full)

    used.lay_out(large, LOOSEST).write()
    used.lay_out(large, Step(space=0.6, type_size=0.95))

    assert used.lay_out(small, LOOSEST).write() == Engine(full).lay_out(small, LOOSEST).write()


def test_a_layout_is_written_twice_alike(engine: Engine, html: str) -> None:
    """Writing does not change what is written next."""
    layout = engine.lay_out(html, LOOSEST)

    assert layout.write() == layout.write()


def test_warnings_are_heard(engine: Engine) -> None:
    """What the engine complains of is kept with the layout."""
    (warning,) = engine.lay_out(page("p { colour: red }", "x"), LOOSEST).warnings

    assert "colour" in warning


def test_warnings_of_one_layout_are_not_told_of_the_next(engine: Engine) -> None:
    """Each layout has its own warnings."""
    engine.lay_out(page("p { colour: red }", "x"), LOOSEST)

    assert engine.lay_out(page("", "x"), LOOSEST).warnings == ()


def test_listening_leaves_the_logger_as_it_was() -> None:
    """The engine's own handlers are put back, whatever happens meanwhile."""
    logger = logging.getLogger("weasyprint")
    before = (list(logger.handlers), logger.propagate)

    with suppress(ValueError), heard_warnings() as heard:
        logger.warning("heard")
        raise ValueError

    assert heard == ["heard"]
    assert (logger.handlers, logger.propagate) == before
