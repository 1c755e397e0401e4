"""Levers on the engine: the same bytes without each of them, on every paper, in every edition and script."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import pytest

from leafwright.build import Job, Selection, draft_sheets
from leafwright.files import digest
from leafwright.library import load_library
from leafwright.pdf import Engine, FilesInHand
from leafwright.pdf.engine import LEVERS, levers_released
from leafwright.pdf.engine.lever import Lever
from leafwright.pdf.ladder import LOOSEST, Step
from leafwright.pdf.layout import HOUSE_STYLES, RESERVED, Page
from leafwright.pdf.page_fonts import PageFonts
from tests.languages import write_in
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import every_block

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
LAID_OUT_AGAIN = """
<html lang="en"><head><style>
@page { size: A5; margin: 15mm } .row { display: flex; gap: calc(2mm * var(--fit-space)) }
.row > * { flex: 1 } .narrow { flex: none; inline-size: 30mm } .columns { columns: 2 }
.own { display: inline-block; text-align: end; vertical-align: top } .middle { text-align: center }
.aside { float: inline-end; inline-size: 20mm } b { padding-inline: 0.2em; text-decoration: underline }
</style></head><body>
<div class="row"><div class="row"><div class="narrow"><p>One or <b>two words</b> of it</p></div>
<div class="middle">In the middle <span class="own">a box of its own<br>with two lines</span> and more</div>
</div><div class="columns"><p>The same lines at every height.</p><p>Again <b>and again</b> tried.</p></div>
</div><p class="aside">Beside the lines</p><p>A paragraph that is narrower where something is beside it, and
wider after that, with <span class="own">a box</span>, <b>bold words that are broken</b> and hyphens.</p>
<div class="row" dir="rtl"><p>خذ 12.5 mg بعد <b>الحقنة</b> <span class="own">مرة</span></p><p>Left</p></div>
</body></html>
"""
"""A page of lines that are laid out several times, and nothing that depends on the number of a page."""
TIGHT: Final = Step(space=0.5, type_size=0.9, leading=0.94)
KINDS: Final = ("checklist", "risk", "facts")
"""Blocks with boxes to tick, an icon array and a table."""
PRINTED: Final = {
    "paper": ["A4", "Letter", "Legal"],
    "variants": ["leaflet", "comparison", "aftercare"],
    "editions": ["standard", "large-print", "booklet", "fillable", "bilingual"],
}
DRAFTED: Final = {
    ("comparison", "standard", "en-GB", ""): LOOSEST,
    ("aftercare", "fillable", "en-GB", "Legal"): TIGHT,
    ("aftercare", "large-print", "es", "Letter"): TIGHT,
    ("aftercare", "bilingual", "es", ""): LOOSEST,
    ("leaflet", "booklet", "en-GB", ""): TIGHT,
    ("leaflet", "standard", "ar", ""): LOOSEST,
}
"""Sheets on each paper, in each edition and direction, each at one of the ends of the ladder."""
Write = Callable[[], dict[str, tuple[str, ...]]]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Job, Step]]:
    """Draft small sheets."""
    root = tmp_path_factory.mktemp("drafted")
    blocks = [block for block in every_block() if block["kind"] in KINDS]
    english = write_bilingual_workspace(root / "en", blocks=blocks, **PRINTED)
    write_translation(english)
    libraries = map(load_library, (english, write_in(root / "ar", "ar")))
    jobs = (job for library in libraries for job in draft_sheets(library, Selection()).jobs)
    keys = {(job.key.variant, job.key.edition, job.key.language, job.key.other_paper): job for job in jobs}
    return {keys[key].key.path: (keys[key], step) for key, step in DRAFTED.items()}


@pytest.fixture(scope="module")
def write(engine: Engine, drafted: dict[str, tuple[Job, Step]]) -> Write:
    """Write the sheets, and two pages at two rungs each, one after the other."""

    def write() -> dict[str, tuple[str, ...]]:
        hashes: dict[str, tuple[str, ...]] = {}
        for name, html in (("all sorts", ALL_SORTS), ("laid out again", LAID_OUT_AGAIN)):
            sorts = engine.open(html, fonts_of=PageFonts(scripts=("Arab",)))
            hashes[name] = _hash(sorts, LOOSEST), _hash(sorts, TIGHT)
        for path, (job, step) in drafted.items():
            files = FilesInHand(contents={**job.styles, **job.pictures})
            fonts = PageFonts(scripts=job.sheet.theme.scripts)
            page = engine.with_files(files).open(job.html, HOUSE_STYLES, fonts)
            hashes[path] = (_hash(replace(page, flavour=job.sheet.format.flavour), step),)
        return hashes

    return write


def _hash(page: Page, step: Step) -> str:
    """Write a page at a rung, drafted first."""
    draft = page.draft(step, RESERVED, lambda _pages, _follow: False)
    assert draft
    return digest(draft.completed().write())


@pytest.fixture(scope="module")
def plain(write: Write) -> dict[str, tuple[str, ...]]:
    """Write them without levers."""
    with levers_released():
        return write()


@contextmanager
def released(lever: Lever) -> Iterator[None]:
    """Release one lever for a while."""
    lever.release()
    try:
        yield
    finally:
        lever.pull()


def test_all_levers_together_change_no_byte(plain: dict[str, tuple[str, ...]], write: Write) -> None:
    """A sheet is the same with all levers, whatever was laid out before; two rungs of a page differ."""
    assert write() == plain
    assert len({*plain["all sorts"]}) == 2


@pytest.mark.parametrize("lever", LEVERS, ids=str)
def test_each_lever_changes_no_byte(lever: Lever, plain: dict[str, tuple[str, ...]], write: Write) -> None:
    """A sheet is the same if any one of them is left out."""
    with released(lever):
        assert write() == plain
