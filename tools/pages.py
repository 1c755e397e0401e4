"""Write how full the pages of the examples are into docs/page.md, and draw all pages of each clinic."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from statistics import mean
from typing import Final

import pypdfium2
from PIL import Image

from leafwright.build.requested import sheets_of
from leafwright.build.selection import ANY
from leafwright.library import load_library
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace

ROOT: Final = Path(__file__).resolve().parent.parent
DOC: Final = ROOT / "docs" / "page.md"
BEFORE: Final = ROOT / "tools" / "pages_before.json"
"""The fills of the pages before they were redrawn, in per cent, by the path of their sheet."""
HEADING: Final = "## Pages and fill"
HEAD: Final = f"""{HEADING}

Before is what was printed with a margin column, after what is printed now. The fill is that of all pages but
the last; the least is that of the emptiest of them. Before, a line above a section that went on overleaf
counted as ink down to the foot of its page, so those shares are rather too high.

| sheets | pages before | after | fill before | after | least before | after |
|---|---|---|---|---|---|---|"""
PICTURE: Final = "pictures/pages-{clinic}.webp"
WIDTH: Final = 80
ACROSS: Final = 24
GAP: Final = 6
GROUND: Final = "#b8b8b8"
MOST: Final = 400_000
"""The most bytes of a picture."""
NONE: Final = "-"

Fills = tuple[int, ...]


def main() -> None:
    """Write both from what is in output/, or in a folder that is named."""
    output = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "output"
    keys = sorted(sheets_of(load_library(Workspace(root=ROOT)), ANY))
    for clinic in dict.fromkeys(key.clinic for key in keys):
        paths = (output / key.path for key in keys if key.clinic == clinic)
        target = ROOT / "docs" / PICTURE.format(clinic=clinic)
        target.write_bytes(_within(MOST, draw_all(path for path in paths if path.exists())))
        sys.stdout.write(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes\n")
    entries = json.loads((output / "manifest.json").read_text("utf-8"))["sheets"]
    after = {path: tuple(round(100 * share) for share in entry["fills"]) for path, entry in entries.items()}
    before = {path: tuple(fills) for path, fills in json.loads(BEFORE.read_text("utf-8")).items()}
    prose = DOC.read_text("utf-8").partition(HEADING)[0]
    DOC.write_text(prose + "\n".join(report(keys, before, after)) + "\n", encoding="utf-8")


def report(
    keys: Iterable[SheetKey], before: Mapping[str, Fills], after: Mapping[str, Fills]
) -> Iterator[str]:
    """Write the summary by variant and edition, the table of all sheets, and the pictures."""
    yield HEAD
    kinds: dict[str, list[str]] = {}
    for key in keys:
        kinds.setdefault(f"{key.variant}, {key.edition}", []).append(key.path)
    for kind, paths in sorted(kinds.items()):
        olds, news = ([by[path] for path in paths if path in by] for by in (before, after))
        cells = (f"{said(olds)} | {said(news)}" for said in (_pages_of, _fill_of, _least_of))
        yield f"| {kind} | {' | '.join(cells)} |"
    yield "\nEach page of each sheet, in per cent:\n\n| sheet | before | after |\n|---|---|---|"
    for key in keys:
        yield f"| {key} | {_listed(before.get(key.path, ()))} | {_listed(after.get(key.path, ()))} |"
    yield "\nAll pages, sheet after sheet, in the order of the table:\n"
    clinics = dict.fromkeys(key.clinic for key in keys)
    yield "\n\n".join(f"![All pages of {clinic}]({PICTURE.format(clinic=clinic)})" for clinic in clinics)


def draw_all(sheets: Iterable[Path]) -> Image.Image:
    """Draw every page of some sheets, in rows; each sheet has a gap after it."""
    drawn: list[Image.Image | None] = []
    for sheet in sheets:
        drawn += [*_pages(sheet), None]
    height = max(page.height for page in drawn if page)
    rows = -(-len(drawn) // ACROSS)
    whole = Image.new("RGB", (ACROSS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, page in enumerate(drawn):
        if page:
            down, across = divmod(number, ACROSS)
            whole.paste(page, (GAP + across * (WIDTH + GAP), GAP + down * (height + GAP)))
    return whole


def _pages(sheet: Path) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(sheet) as document:
        for page in document:
            drawn = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
            size = (WIDTH, round(drawn.height * WIDTH / drawn.width))
            yield drawn.resize(size, Image.Resampling.LANCZOS)


def _within(most: int, picture: Image.Image) -> bytes:
    """Encode a picture as well as its bytes allow."""
    for quality in range(80, 0, -10):
        buffer = BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= most:
            return buffer.getvalue()
    message = f"no picture of at most {most:,} bytes shows all pages"
    raise ValueError(message)


def _pages_of(sheets: list[Fills]) -> str:
    return f"{mean(map(len, sheets)):.1f}" if sheets else NONE


def _fill_of(sheets: list[Fills]) -> str:
    fills = [fill for sheet in sheets for fill in sheet[:-1]]
    return f"{mean(fills):.0f}%" if fills else NONE


def _least_of(sheets: list[Fills]) -> str:
    fills = [fill for sheet in sheets for fill in sheet[:-1]]
    return f"{min(fills)}%" if fills else NONE


def _listed(fills: Fills) -> str:
    return f"{len(fills)}: {' '.join(map(str, fills))}" if fills else NONE


if __name__ == "__main__":
    main()
