"""Draw the pictures of the desk's page: the catalogue and its preview, as Chromium shows them."""

import sys
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browsers import ABSENT, find_chromium

ROOT: Final = Path(__file__).resolve().parent.parent
CATALOGUE: Final = ROOT / "output/harbour-row/index.html"
SHEET: Final = "harbour-row/facet-joint-injections-aftercare-standard-en-GB"
WIDTH: Final = 1000
COLOURS: Final = 64
VIEWS: Final = {"catalogue": "", "catalogue-preview": f"#sheet={SHEET}"}


def draw(page: Page, fragment: str) -> Image.Image:
    """Draw what the page shows at an address, `WIDTH` pixels wide."""
    page.goto("about:blank")
    page.goto(f"{CATALOGUE.as_uri()}{fragment}")
    page.wait_for_timeout(2000)  # the viewer of PDFs does not say when it is ready
    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return shown.resize((WIDTH, round(shown.height * WIDTH / shown.width)), Image.Resampling.LANCZOS)


def main() -> int:
    """Write docs/pictures/catalogue*.png from what is in output/; the exit status is 1 without a browser."""
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write(f"{ABSENT}\n")
        return 1
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.path, args=list(chromium.options))
        page = browser.new_page(viewport={"width": 1280, "height": 940}, color_scheme="light")
        for name, fragment in VIEWS.items():
            target = ROOT / f"docs/pictures/{name}.png"
            draw(page, fragment).quantize(COLOURS).save(target, optimize=True)
            sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
