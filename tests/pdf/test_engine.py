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
from leafwright.pdf.engine.lever import Lever
from leafwright.pdf.engine.lines import PROPERTIES
from leafwright.pdf.ladder import LOOSEST, Step
from leafwright.pdf.layout import HOUSE_STYLES, RESERVED, Page
from leafwright.pdf.page_fonts import PageFonts
from leafwright.workspace import Workspace
from tests.workspaces import sheet_of

SCRIPTS = ("Arab",)
ALL_SORTS = """
<html lang="en"><head><style>
:root { --gap: 2mm; --deep: calc(var(--gap) * 2 + 1pt); --wide: calc(30mm * var(--fit-space) + 1em) }
@page { size: A5; margin: 15mm; @bottom-center { content: counter(page) " of " counter(pages) } }
#a, #b { padding: var(--deep) var(--gap) calc(1em + 1mm); border: calc(var(--gap) / 8) solid var(--no, navy) }
.box { width: var(--wide); margin-inline-start: 3vw; max-width: calc(30% + 1em); float: inline-end }
.box::before { content: attr(class) ": "; color: var(--ink, #123) }
.row { display: flex; gap: var(--gap) } .row > * { flex: 1; min-width: min(20mm, 40%) }
.columns { columns: 2; column-gap: var(--gap) } li::marker { font-weight: bold }
table { border-collapse: collapse; width: 99.8% }
td { border: 1px solid; padding: 0 1ex; box-sizing: border-box }
.shade { background: linear-gradient(to right, var(--ink, #def) 2em, white); position: relative; left: 1em }
a::after { content: " (" target-counter(attr(href), page) ")" } .last { break-before: page }
</style></head><body>
<h1 id="a" style="--gap: 3mm">Title <span lang="fr">de la page</span></h1>
<p class="box" id="one">One <b>of two</b> boxes.</p>
<p class="box" id="two">Another <em>with more to say</em> in it.</p>
<ul><li>Milk</li><li style="color: teal">Bread <a href="#z">later</a></li></ul>
<div class="row"><p>Left</p><p>Right and long enough to take two lines</p></div>
<div class="columns"><p>Columns are balanced by trying several heights for the same few lines.</p></div>
<table><thead><tr><th scope="col">Dose</th><th scope="col">Day</th></tr></thead>
<tbody><tr><td>12.5 mg</td><td>1</td></tr><tr><td>25 mg</td><td>2</td></tr></tbody></table>
<p dir="rtl" lang="ar">خذ 12.5 mg بعد الحقنة</p><p lang="pl" class="shade">Zażółć gęślą jaźń</p>
<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="10mm" viewBox="0 0 60 20"><title>Figures</title>
<g transform="translate(2 2) scale(0.5)"><path d="M0 0h8a4 4 0 0 1 8 0v8z"/></g>
<g transform="rotate(20) translate(20 2)"><path fill="#900" d="M0 0h8a4 4 0 0 1 8 0v8z"/></g></svg>
<h2 id="b" class="last">End</h2><p id="z">Seen.</p></body></html>
"""
"""A page with boxes, sums, scripts and drawings of all sorts: quick to lay out."""
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


@pytest.fixture(scope="module")
def written(engine: Engine) -> Callable[[], tuple[bytes, ...]]:
    """Write a page of all sorts at two rungs, one after the other."""
    tight = Step(space=0.5, type_size=0.9, leading=0.94)

    def write() -> tuple[bytes, ...]:
        page = engine.open(ALL_SORTS, fonts_of=PageFonts(scripts=SCRIPTS))
        return tuple(page.lay_out(step).write() for step in (LOOSEST, tight, LOOSEST))

    return write


@pytest.fixture(scope="module")
def plain(written: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
    """Write the page without levers."""
    with levers.levers_released():
        return written()


def test_all_levers_together_change_no_byte(
    plain: tuple[bytes, ...], written: Callable[[], tuple[bytes, ...]]
) -> None:
    """At any rung, and whatever was laid out before, the page is the same with all levers."""
    assert written() == plain
    assert plain[0] == plain[2] != plain[1]


@pytest.mark.parametrize("lever", levers.LEVERS, ids=str)
@pytest.mark.usefixtures("released")
def test_each_lever_changes_no_byte(
    lever: Lever, plain: tuple[bytes, ...], written: Callable[[], tuple[bytes, ...]]
) -> None:
    """The page is the same with each of them alone."""
    lever.pull()

    assert lever.is_pulled
    assert written() == plain


def test_a_lever_changes_no_byte(
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
