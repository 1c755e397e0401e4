"""Draw the pictures of the README: page 1 of some sheets of one topic, side by side."""

import sys
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageOps

ROOT: Final = Path(__file__).resolve().parent.parent
TOPIC: Final = "facet-joint-injections"
VARIANTS: Final = ("leaflet", "comparison", "preparation", "aftercare")
SHEETS: Final = tuple(f"{variant}-standard" for variant in VARIANTS)
BESIDE: Final = ("leaflet-standard", "aftercare-standard", "leaflet-bilingual", "comparison-bilingual")
STRIPS: Final = {
    "harbour-row": ("harbour-row", "en-GB", SHEETS),
    "cedar-hollow": ("cedar-hollow", "en-US", SHEETS),
    "arabic": ("harbour-row", "ar", BESIDE),
}
WIDTH: Final = 300
GAP: Final = 16
COLOURS: Final = 48


def draw_page(path: Path, width: int = WIDTH) -> Image.Image:
    """Draw the first page of a PDF, so many pixels wide, with a hairline around it."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        picture = page.render(scale=2 * width / page.get_width()).to_pil()
    finally:
        document.close()
    height = round(picture.height * width / picture.width)
    return ImageOps.expand(
        picture.resize((width, height), Image.Resampling.LANCZOS), border=1, fill="#999999"
    )


def draw_strip(clinic: str, language: str, sheets: tuple[str, ...]) -> Image.Image:
    """Set the first pages of a clinic's sheets side by side."""
    folder = ROOT / "output" / clinic
    pages = [draw_page(folder / f"{TOPIC}-{sheet}-{language}.pdf") for sheet in sheets]
    size = sum(page.width for page in pages) + GAP * (len(pages) - 1), max(page.height for page in pages)
    strip = Image.new("RGB", size, "white")
    left = 0
    for page in pages:
        strip.paste(page, (left, 0))
        left += page.width + GAP
    return strip.quantize(COLOURS)


def main() -> None:
    """Write a strip of docs/pictures/ each, from what is in output/."""
    for name, (clinic, language, sheets) in STRIPS.items():
        target = ROOT / "docs" / "pictures" / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        draw_strip(clinic, language, sheets).save(target, optimize=True)
        sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
