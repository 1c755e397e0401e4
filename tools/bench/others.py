"""The same pages by other means: WeasyPrint called naively, Chromium kept warm, and Typst."""

import os
import shutil
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pypdfium2

from tools.bench.pages import Pages
from tools.bench.timing import Way
from tools.bench.typst_page import write_typst

CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")
PDFA: Final = ["--pdf-variant", "pdf/a-3a", "--pdf-tags"]
NAIVE: Final = """
import sys
from pathlib import Path
from weasyprint import HTML
for path in map(Path, sys.argv[1:]):
    HTML(path).write_pdf(path.with_suffix(".pdf"), pdf_variant="pdf/a-3a", pdf_tags=True)
"""


def all_others(pages: Pages) -> tuple[Way, ...]:
    """List the other ways, those that this machine lacks among them."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    typst = "" if find_spec("typst") else "typst is not installed (`pip install typst`)"
    count = partial(_count_pages, pages)
    return (
        Way(
            name="(e) one WeasyPrint command a leaflet",
            work=lambda: _commands(pages),
            count=count,
            once=True,
        ),
        Way(name="(f) one process calling WeasyPrint naively", work=lambda: _one_process(pages), count=count),
        Way(
            name="(g) headless Chromium, kept warm",
            work=lambda: _chromium(pages, chromium or ""),
            count=count,
            missing="" if chromium else "Chromium is not installed",
        ),
        Way(name="(h) Typst, ua-1, kept warm", work=lambda: write_typst(pages), count=count, missing=typst),
    )


def _count_pages(pages: Pages) -> int:
    """Count the pages that the last way wrote."""
    total = 0
    for job in pages.jobs:
        document = pypdfium2.PdfDocument(pages.file(job).with_suffix(".pdf"))
        total += len(document)
        document.close()
    return total


def _environment(pages: Pages) -> dict[str, str]:
    """Show the naive ways the fonts that Leafwright uses, or they would set other pages."""
    return {**os.environ, "FONTCONFIG_FILE": str(pages.fontconfig)}


def _commands(pages: Pages) -> None:
    command = Path(sys.executable).with_name("weasyprint")
    for job in pages.jobs:
        path = pages.file(job)
        subprocess.run(
            [command, "-q", *PDFA, path, path.with_suffix(".pdf")], env=_environment(pages), check=True
        )


def _one_process(pages: Pages) -> None:
    files = [str(pages.file(job)) for job in pages.jobs]
    subprocess.run(
        [sys.executable, "-c", NAIVE, *files], env=_environment(pages), check=True, stderr=subprocess.DEVNULL
    )


def _chromium(pages: Pages, path: str) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where there is a Chromium

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=quiet)
        page = browser.new_page()
        for job in pages.jobs:
            file = pages.file(job)
            page.goto(file.as_uri())
            page.pdf(path=file.with_suffix(".pdf"), prefer_css_page_size=True, tagged=True, outline=True)
        browser.close()
