"""Draw the pictures of what is used in a browser: the catalogue, web pages, and the preview of who writes."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browsers import ABSENT, find_chromium

ROOT: Final = Path(__file__).resolve().parent.parent
CATALOGUE: Final = ROOT / "output/harbour-row/index.html"
SHEET: Final = "harbour-row/facet-joint-injections-aftercare-standard-en-GB"
WIDTH: Final = 1000
COLOURS: Final = 128
VIEWS: Final = {"catalogue": "", "catalogue-preview": f"#sheet={SHEET}"}
TOPIC: Final = "facet-joint-injections"
DESK: Final = ViewportSize(width=1280, height=900)
PHONE: Final = ViewportSize(width=390, height=900)
PAGES: Final = {
    "desk": ("harbour-row/web/{}-leaflet-en-GB.html", DESK, False),
    "phone": ("harbour-row/web/{}-aftercare-en-GB.html", PHONE, False),
    "phone-dark": ("harbour-row/web/{}-leaflet-ar.html", PHONE, True),
    "phone-cards": ("cedar-hollow/web/{}-comparison-en-US.html#compare-table", PHONE, False),
    "two-languages": ("harbour-row/web/{}-leaflet-ar_bilingual.html", DESK, True),
}
"""The web pages that docs/web.md shows: address, size of the window, and whether it is dark."""
LAPSE: Final = ("What a facet joint injection is", "How clinics utilise a facet joint injection")
"""What an author has just written, for the preview to find."""


def draw_catalogue(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Draw the catalogue in output/ with nothing and with one sheet chosen."""
    page = browser.new_page(viewport={"width": 1280, "height": 940}, color_scheme="light")
    for name, fragment in VIEWS.items():
        page.goto("about:blank")
        page.goto(f"{CATALOGUE.as_uri()}{fragment}")
        page.wait_for_timeout(2000)  # the viewer of PDFs does not say when it is ready
        yield name, _shot(page)


def draw_web_pages(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Draw web pages in output/, on a desk and on a phone."""
    for name, (address, size, dark) in PAGES.items():
        page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light")
        page.goto(f"{(ROOT / 'output').as_uri()}/{address.format(TOPIC)}")
        yield f"web/{name}", _shot(page, min(size["width"], 900))


def draw_preview(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Draw the preview of a handout in which a hard word was just written."""
    with TemporaryDirectory() as folder, served(Path(folder)) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        page.goto(address)
        page.wait_for_selector("#pages[data-shown]:not([data-shown=''])", timeout=60_000)
        written = Path(folder) / "handouts" / TOPIC / "en.yaml"
        text = written.read_text("utf-8").replace(*LAPSE, 1)
        written.write_text(text, "utf-8")
        page.wait_for_selector(".finding")
        page.wait_for_timeout(1000)
        yield "preview", _shot(page)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Preview a copy of the handouts and clinics of this repository; yields the address."""
    for name in ("handouts", "clinics"):
        copytree(ROOT / name, folder / name)
    words = [sys.executable, "generate.py", "--workspace", str(folder), "preview", TOPIC]
    with subprocess.Popen(
        [*words, "--clinic", "harbour-row"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.send_signal(signal.SIGINT)


def _shot(page: Page, width: int = WIDTH) -> Image.Image:
    """Draw what a page shows, so many pixels wide."""
    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return shown.resize((width, round(shown.height * width / shown.width)), Image.Resampling.LANCZOS)


def main() -> int:
    """Write the pictures in docs/pictures/; the exit status is 1 without a browser."""
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write(f"{ABSENT}\n")
        return 1
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.path, args=list(chromium.options))
        for name, picture in (*draw_catalogue(browser), *draw_web_pages(browser), *draw_preview(browser)):
            target = ROOT / f"docs/pictures/{name}.png"
            picture.quantize(COLOURS).save(target, optimize=True)
            sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
