"""Draw the pictures of the README: page 1 of each variant of one topic, a strip for each clinic."""

import sys
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageOps

ROOT: Final = Path(__file__).resolve().parent.parent
TOPIC: Final = "facet-joint-injections"
VARIANTS: Final = ("leaflet", "comparison", "preparation", "aftercare")
CLINICS: Final = {"harbour-row": "en-GB", "cedar-hollow": "en-US"}
WIDTH: Final = 300
GAP: Final = 16
COLOURS: Final = 48


def draw_page(path: Path) -> Image.Image:
    """Draw the first page of a PDF, `WIDTH` pixels wide, with a hairline around it."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil()
    finally:
        document.close()
    height = round(picture.height * WIDTH / picture.width)
    return ImageOps.expand(
        picture.resize((WIDTH, height), Image.Resampling.LANCZOS), border=1, fill="#999999"
    )


def draw_strip(clinic: str, language: str) -> Image.Image:
    """Set a clinic's four first pages side by side."""
    folder = ROOT / "output" / clinic
    pages = [draw_page(folder / f"{TOPIC}-{variant}-standard-{language}.pdf") for variant in VARIANTS]
    size = sum(page.width for page in pages) + GAP * (len(pages) - 1), max(page.height for page in pages)
    strip = Image.new("RGB", size, "white")
    left = 0
    for page in pages:
        strip.paste(page, (left, 0))
        left += page.width + GAP
    return strip.quantize(COLOURS)


def main() -> None:
    """Write docs/pictures/CLINIC.png from what is in output/."""
    for clinic, language in CLINICS.items():
        target = ROOT / "docs" / "pictures" / f"{clinic}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        draw_strip(clinic, language).save(target, optimize=True)
        sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
