"""Outputs of the tests' own, as a build leaves them: a manifest and its files, of any number of sheets."""

from dataclasses import asdict, dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2

from leafwright.files import digest
from leafwright.manifest import Entry, Names, OutputState, ProductFile, Rung, write_output
from leafwright.sheet import SheetKey
from leafwright.thumbnail import draw_thumbnail

VARIANTS: Final = ("leaflet", "comparison", "preparation", "aftercare")
EDITIONS: Final = ("standard", "large-print")
SUBJECTS: Final = ("knee", "hip", "wrist", "back", "neck", "elbow", "ankle", "shoulder", "hand", "foot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A PDF and its first page as a picture."""

    content: bytes
    thumbnail: bytes


def make_paper(pages: int = 2) -> Paper:
    """Make a real PDF with as many empty A4 pages."""
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(595, 842)
        written = BytesIO()
        document.save(written)
    return Paper(content=written.getvalue(), thumbnail=draw_thumbnail(written.getvalue()))


def entry_of(paper: Paper, key: SheetKey, **facts: object) -> Entry:
    """Make the entry of one sheet; `facts` replace what is said of it."""
    usual = {
        "title": f"Looking after a sore {key.topic}",
        "source_title": "",
        "summary": f"What you can do about a sore {key.topic}, and when to ask for help.",
        "keywords": ("pain", "exercise"),
        "names": Names(
            clinic=key.clinic.title(),
            topic=f"Sore {key.topic}",
            variant=key.variant.title(),
            edition=key.edition.title(),
            language="English (United Kingdom)",
        ),
        "paper": "A4",
        "reference": "EX-1",
        "version": "1.0",
        "code": "EX-1, version 1.0, 2\u00a0November\u00a02026",
        "status": "approved",
        "issued": "2026-11-02",
        "review_due": "2099-11-01",
        **facts,
    }
    return Entry(
        **asdict(key),
        **usual,  # type: ignore[arg-type]  # a test may say what it likes of a sheet
        fingerprint="",
        inputs={"handouts/sore-knee/en.yaml": "0" * 64},
        toolchain="1" * 64,
        sha256=digest(paper.content),
        thumbnail=digest(paper.thumbnail),
        size=len(paper.content),
        pages=2,
        conformance=("PDF/A-3a", "PDF/UA-1"),
        rung=Rung(),
        fills=(),
    )


def on_screens(entry: Entry, base: str = "") -> Entry:
    """Add a web page and a plain text to a sheet; `base` is where its clinic publishes them."""
    names = [entry.key.product(ending) for ending in (".html", ".txt")]
    made = {name: content_of(name) for name in names}
    return replace(
        entry,
        page=f"{base}{names[0]}" if base else "",
        message=f"{entry.title}\n01632 960 301",
        products={name: ProductFile(sha256=digest(made[name]), size=len(made[name])) for name in names},
    )


def content_of(name: str) -> bytes:
    """Return what is in a product of these tests."""
    return f"The words of {name}: Café, ركبة\n".encode()


def write_entries(output: Path, entries: list[Entry], **toolchains: dict[str, str]) -> None:
    """Write the manifest of some sheets."""
    sheets = {entry.key: entry for entry in entries}
    write_output(OutputState(folder=output, entries=sheets, toolchains=toolchains))


def leave_sheets(output: Path, entries: list[Entry], paper: Paper) -> None:
    """Leave the files and the manifest of some sheets."""
    for entry in entries:
        for name, content in ((entry.key.path, paper.content), (entry.key.thumbnail, paper.thumbnail)):
            path = output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in entry.products:
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (output / name).write_bytes(content_of(name))
    write_entries(output, entries)


def many_entries(count: int, clinics: tuple[str, ...], paper: Paper) -> list[Entry]:
    """Make as many entries as asked for: topics in every variant and edition, clinic by clinic."""
    keys = (
        SheetKey(
            clinic=clinic,
            topic=f"{SUBJECTS[number % len(SUBJECTS)]}-{number}",
            variant=variant,
            edition=edition,
            language="en-GB",
        )
        for number in range(count)
        for clinic in clinics
        for variant in VARIANTS
        for edition in EDITIONS
    )
    return [
        on_screens(entry_of(paper, key, reference=f"EX-{number}", keywords=("pain", f"word{number}")))
        for number, key in zip(range(count), keys, strict=False)
    ]
