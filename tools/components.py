"""Write docs/components.md: every component, the YAML it is written in and a picture of what it prints."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pypdfium2
from PIL import Image, ImageChops

from leafwright import fonts
from leafwright.workspace import Workspace

if TYPE_CHECKING:
    from leafwright.pdf.box import Box

ROOT: Final = Path(__file__).resolve().parent.parent
CLINIC: Final = "cedar-hollow"
PICTURES: Final = "pictures/components"
SCALE: Final = 1.25
"""Pixels of a picture to one CSS pixel of the page."""

MARGIN: Final = 6
COLOURS: Final = 32
PARTS: Final = {"masthead": ("masthead",), "opening": ("opening", "glance"), "closing": ("closing",)}
"""What every page has of itself, and the elements it is drawn from."""

HEAD: Final = """# Components

What a leaflet can be made of. Each example below is the one the component is tested with, and
`leafwright brand CLINIC` prints them all in a clinic's own brand. The [authors' guide](authoring.md) says
what each block is for. `make pictures` makes this page.
"""


def names() -> Iterator[str]:
    """Go through the components that authors write."""
    return (path.stem for path in sorted((ROOT / "templates" / "blocks").glob("*.yaml")))


def write_page() -> str:
    """Write the page."""
    parts = [HEAD, f"On this page: {' · '.join(f'[{name}](#{name})' for name in names())}\n"]
    for name in names():
        example = (ROOT / "templates" / "blocks" / f"{name}.yaml").read_text("utf-8").rstrip()
        parts.append(
            f"## {name}\n\n![{name}, as printed]({PICTURES}/{name}.png)\n\n```yaml\n{example}\n```\n"
        )
    parts.append("## Parts of every page\n")
    parts += [f"### {name}\n\n![{name}, as printed]({PICTURES}/{name}.png)\n" for name in PARTS]
    return "\n".join(parts)


def draw(name: str, elements: tuple[str, ...]) -> bytes:
    """Draw elements of the sheet that shows one component, one below the other; returns a PNG."""
    # The engine may be imported only after the fonts were settled.
    from leafwright.brand.examples import example_pictures, read_examples  # noqa: PLC0415  # the fonts come first
    from leafwright.brand.make import BrandInputs, make_example_sheet  # noqa: PLC0415  # the fonts come first
    from leafwright.html import render_html  # noqa: PLC0415  # the fonts come first
    from leafwright.library import load_library  # noqa: PLC0415  # the fonts come first
    from leafwright.pdf import Engine  # noqa: PLC0415  # the fonts come first
    from leafwright.pdf.ladder import LOOSEST  # noqa: PLC0415  # the fonts come first
    from leafwright.pdf.layout import HOUSE_STYLES  # noqa: PLC0415  # the fonts come first

    workspace = Workspace(root=ROOT)
    library = load_library(workspace)
    folder = next(folder for folder in library.clinics if folder.id == CLINIC)
    file = read_examples(workspace, frozenset({name}))
    # With a strip of numbers, the rest of a contact card would be in the document control.
    kind = library.formats.variants["leaflet"].model_copy(update={"strip": False})
    html = render_html(make_example_sheet(BrandInputs.of(library, folder), kind, file), workspace)
    layout = Engine(workspace, example_pictures(workspace)).open(html, HOUSE_STYLES).lay_out(LOOSEST)
    document = pypdfium2.PdfDocument(layout.write())
    try:
        pages = [page.render(scale=SCALE * 96 / 72).to_pil() for page in document]
    finally:
        document.close()
    boxes = [box for element in elements for box in layout.boxes()[element]]
    return _stack([_trimmed(pages[box.page - 1].crop(_around(box))) for box in boxes])


def _trimmed(piece: Image.Image) -> Image.Image:
    """Cut what is left empty below a piece, at the end of its page, say."""
    _, _, _, end = ImageChops.invert(piece.convert("L")).getbbox() or (0, 0, 0, piece.height)
    return piece.crop((0, 0, piece.width, min(end + MARGIN, piece.height)))


def _around(box: "Box") -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(SCALE * edge) for edge in (box.left, box.top, box.right, box.bottom))
    return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN


def _stack(pieces: list[Image.Image]) -> bytes:
    size = max(piece.width for piece in pieces), sum(piece.height for piece in pieces)
    whole = Image.new("RGB", size, "white")
    top = 0
    for piece in pieces:
        whole.paste(piece, (0, top))
        top += piece.height
    written = BytesIO()
    whole.quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Write the page and its pictures."""
    fonts.activate()
    target = ROOT / "docs" / PICTURES
    target.mkdir(parents=True, exist_ok=True)
    wanted = {name: (f"example-{name}",) for name in names()} | PARTS
    for name, elements in wanted.items():
        shown = "key-message" if name in PARTS else name
        (target / f"{name}.png").write_bytes(draw(shown, elements))
    (ROOT / "docs" / "components.md").write_text(write_page(), "utf-8")
    sys.stdout.write(f"docs/components.md, {len(wanted)} pictures\n")


if __name__ == "__main__":
    main()
