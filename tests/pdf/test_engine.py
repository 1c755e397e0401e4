"""Levers on the engine: the same bytes with and without them, at one version of it, and off with a switch."""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from weasyprint.text import fonts, line_break

from leafwright.html import render_html
from leafwright.pdf import Engine, Proof, prove
from leafwright.pdf import engine as levers
from leafwright.pdf.engine.lines import PROPERTIES
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES, RESERVED, Page
from leafwright.workspace import Workspace
from tests.workspaces import sheet_of

TWO_PAGES = "<p id='a'>One.</p><p id='b' style='break-before: page'>Two.</p></main>"


@pytest.fixture
def page(engine: Engine, html: str) -> Page:
    """Open a page of two pages with heads and feet."""
    return engine.open(html.replace("</main>", TWO_PAGES), HOUSE_STYLES)


@pytest.fixture
def released() -> Iterator[None]:
    """Leave the engine as it is."""
    with levers.levers_released():
        yield


def pulled() -> list[bool]:
    """Tell of each lever whether it is pulled, and leave it so."""
    return [lever.is_pulled for lever in levers.LEVERS]


def test_levers_change_no_proof(
    full: Workspace, engine: Engine, prove_full: Callable[[str, str], Proof]
) -> None:
    """A sheet with a block of every kind is the same without any lever, and so is what was found on it."""
    faster = prove_full("leaflet", "standard")
    made = sheet_of(full)

    with levers.levers_released():
        plain = prove(made, render_html(made, full), engine.with_files(full))

    assert plain == faster


@pytest.mark.usefixtures("released")
def test_a_lever_is_for_one_version_of_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version works as it is."""
    monkeypatch.setattr(levers, "VERSION", "1.0")
    levers.pull_levers()

    assert not any(pulled())


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("said", ["off", ""])
def test_a_switch_leaves_the_engine_as_it_is(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment is enough to see what the levers do."""
    monkeypatch.setenv(levers.SWITCH, said)
    levers.pull_levers()

    assert set(pulled()) == {said != "off"}


def test_a_line_depends_on_what_the_engine_reads() -> None:
    """The properties of a style that decide how a text is split are those that the engine's source names."""
    read: tuple[Any, ...] = (
        *(line_break.Layout, line_break.create_layout, line_break.split_first_line),
        *(line_break.first_line_metrics, line_break.line_size, fonts.get_font_description),
    )
    named = re.findall(r"style\['(\w+)'\]", "".join(map(inspect.getsource, read)))

    assert set(PROPERTIES) == set(named)


def test_a_completed_draft_is_the_layout(page: Page) -> None:
    """Heads, feet and grounds are added to the pages of a draft as if it had been laid out at once."""
    draft = page.draft(LOOSEST, RESERVED, lambda _pages, _follow: False)

    assert draft is not None
    assert draft.boxes() == page.lay_out(LOOSEST).boxes()
    assert draft.completed().write() == page.lay_out(LOOSEST).write()


def test_a_draft_is_given_up_at_the_page_that_shows_that_it_is_no_use(page: Page) -> None:
    """No page after it is made; each one is shown as soon as it is, and whether more follow."""
    shown: list[tuple[int, bool]] = []

    def is_hopeless(pages: Any, follow: bool) -> bool:  # noqa: FBT001  # the engine room's own signature
        shown.append((len(pages), follow))
        return "a" in pages[-1].anchors

    assert page.draft(LOOSEST, RESERVED, is_hopeless) is None
    assert shown == [(1, True)]


@pytest.mark.usefixtures("released")
def test_a_draft_of_an_engine_without_levers_is_complete(page: Page) -> None:
    """Then no layout is given up, and there is nothing to add."""
    draft = page.draft(LOOSEST, RESERVED, lambda _pages, _follow: True)

    assert draft is not None
    assert draft.rest is None
