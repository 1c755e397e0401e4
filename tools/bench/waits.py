"""How long people wait: for `check`, for the preview of an edit, and for the catalogue."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from leafwright.catalogue import write_catalogue
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.workspace import Workspace
from tests.browsers import ABSENT, find_chromium
from tests.catalogues import leave_sheets, make_paper, many_entries
from tools.bench.aims import ANSWER, CHECK, CHECK_AGAIN, EDIT, HELP, USABLE
from tools.bench.libraries import CLINIC, write_translated
from tools.bench.timing import ROOT, Row, Time, clock, generate
from tools.screens import TOPIC, served

SHEETS: Final = 1000
EDITS: Final = 5
SHOWN: Final = "#pages[data-shown]:not([data-shown=''])"
LOADED: Final = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000"
"""Seconds from the request to the moment that the page's script has shown what was asked for."""

ANSWERED: Final = """async ([name, value]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const control = document.getElementById(name);
  await frame();
  const began = performance.now();
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  return (performance.now() - began) / 1000;
}"""
"""Seconds from a key or a choice to the end of the frame that shows the answer."""

CHANGED: Final = """(before) => {
  const pages = document.getElementById("pages");
  return pages.dataset.shown && pages.dataset.shown !== before;
}"""

STEPS: Final = (
    ("q", "k"),
    ("q", "kn"),
    ("q", "knee"),
    ("variant", "aftercare"),
    ("q", ""),
    ("variant", ""),
    ("edition", "large-print"),
    ("clinic", CLINIC),
    ("edition", ""),
    ("clinic", ""),
    ("q", "nothing like it"),
    ("q", ""),
)


def all_waits(folder: Path, runs: int, handouts: int) -> Iterator[Row]:
    """Measure everything that somebody waits for; without a browser, say that it was skipped."""
    write_translated(folder / "translated", handouts)
    check = partial(generate, "--workspace", folder / "translated", "check", "--as-of", "2026-12-01")
    yield Row(name=CHECK, time=clock(check, 1))
    yield Row(name=CHECK_AGAIN, time=clock(check, runs))
    yield Row(name=HELP, time=clock(partial(generate, "--help"), 2 * runs + 1))
    chromium = find_chromium()
    if chromium is None:
        yield from (Row(name=name, time=None, note=f"skipped: {ABSENT}") for name in (EDIT, USABLE, ANSWER))
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.path, args=list(chromium.options))
        yield Row(name=EDIT, time=_edits(browser, folder / "edited"))
        page = _catalogue(folder / "thousand")
        yield Row(name=USABLE, time=_openings(browser, page, runs))
        yield Row(name=ANSWER, time=_answers(browser, page, runs))
        browser.close()


def _edits(browser: Browser, folder: Path) -> Time:
    """Change the title of a leaflet some times, and wait each time until its pages are shown."""
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector(SHOWN, timeout=60_000)
        handout = folder / "handouts" / TOPIC / "en.yaml"
        original = handout.read_text("utf-8")
        return Time(runs=tuple(_edit(page, handout, original, number) for number in range(EDITS)))


def _edit(page: Page, handout: Path, original: str, number: int) -> float:
    before = page.locator("#pages").get_attribute("data-shown")

    def edit() -> None:
        handout.write_text(original.replace("title: ", f"title: {number} ", 1), "utf-8")
        page.wait_for_function(CHANGED, arg=before, timeout=60_000)

    return clock(edit, 1).median


def _catalogue(folder: Path) -> str:
    """Write the catalogue of a thousand sheets; returns its address."""
    for name in ("handouts", "clinics"):
        shutil.copytree(ROOT / name, folder / "workspace" / name)
    paper = make_paper()
    leave_sheets(folder / "output", many_entries(SHEETS, (CLINIC, "cedar-hollow"), paper), paper)
    library = load_library(Workspace(root=folder / "workspace"))
    write_catalogue(library, read_output(folder / "output"))
    return (folder / "output/index.html").as_uri()


def _openings(browser: Browser, address: str, runs: int) -> Time:
    seconds = []
    for _ in range(runs):
        page = browser.new_page()
        page.goto(address)
        seconds.append(page.evaluate(LOADED))
        page.close()
    return Time(runs=tuple(seconds))


def _answers(browser: Browser, address: str, runs: int) -> Time:
    """Time every step several times; each run is told by its slowest step's median."""
    page = browser.new_page()
    page.goto(address)
    rounds = [[page.evaluate(ANSWERED, list(step)) for step in STEPS] for _ in range(runs)]
    return Time(runs=tuple(median(times) for times in zip(*rounds, strict=True)))
