"""Booklets: half the paper, a multiple of four pages, and a second file to print them from."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Final

import pypdfium2
import pytest

from leafwright import fonts
from leafwright.manifest import Entry, OutputState, read_output
from leafwright.pdf.conformance import check_conformance
from leafwright.pdf.two_up import letters_of
from leafwright.verify import verify
from tools.bench.libraries import copy_clinics

pytestmark = pytest.mark.xdist_group("booklet")

ROOT: Final = Path(__file__).resolve().parents[1]
TOPIC: Final = "facet-joint-injections"
POCKET: Final = """\
imposed: two-up
layout: single-column
type: {body: 11, least: 11}
margins: {side: 13, inner: 18}
logo: 9
names: {en: Pocket booklet, es: Cuadernillo}
"""
STYLE: Final = """\
.sheet--edition-pocket {
  --line-body: calc(15pt * var(--fit-type, 1) * var(--line-more));
  --thousand: 76mm;
}
"""
CLINICS: Final = {"harbour-row": "booklet", "cedar-hollow": "pocket"}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> OutputState:
    """Build a leaflet as a booklet: in the bundled edition on A4, in a workspace's own on Letter."""
    root = tmp_path_factory.mktemp("booklets")
    copytree(ROOT / "handouts", root / "handouts")
    copy_clinics(root, *CLINICS)
    for path in root.glob("clinics/*/clinic.yaml"):
        edition = CLINICS.get(path.parent.name, "booklet")
        kept = re.sub(r"editions: \[.*?\]", f"editions: [{edition}]", path.read_text("utf-8"))
        path.write_text(kept, "utf-8")
    for name, text in {"templates/editions/pocket.yaml": POCKET, "styles/editions/pocket.css": STYLE}.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(text, "utf-8")
    command = [sys.executable, str(ROOT / "generate.py"), "--workspace", str(root), "build", TOPIC, "--quiet"]
    chosen = ["--variant", "leaflet", *(part for name in CLINICS for part in ("--clinic", name))]
    languages = ["--lang", "en", "--lang", "ar"]
    done = subprocess.run([*command, *chosen, *languages], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    return read_output(root / "output")


@pytest.fixture(scope="module", params=["harbour-row en-GB", "harbour-row ar", "cedar-hollow en-US"])
def booklet(request: pytest.FixtureRequest, output: OutputState) -> Entry:
    """Take one booklet after the other."""
    clinic, language = request.param.split()
    (entry,) = (
        entry for entry in output.entries.values() if (entry.clinic, entry.language) == (clinic, language)
    )
    return entry


def _halves(path: Path) -> list[tuple[str, str]]:
    """Read what is in the left and in the right half of each side."""
    with pypdfium2.PdfDocument(path) as document:
        return [
            (
                _bare(page.get_textpage().get_text_bounded(right=page.get_width() / 2)),
                _bare(page.get_textpage().get_text_bounded(left=page.get_width() / 2)),
            )
            for page in document
        ]


def _bare(text: str) -> str:
    return "".join(sorted(sign for sign in text if sign.isalnum()))


def test_a_booklet_is_half_the_paper_and_fills_its_sheets(booklet: Entry) -> None:
    """The second file has two of its pages on each side of the paper that the clinic prints on."""
    made = {"harbour-row": ("A5", "A4"), "cedar-hollow": ("Half-Letter", "Letter")}

    assert booklet.print_file is not None
    assert (booklet.paper, booklet.print_file.paper) == made[booklet.clinic]
    assert booklet.pages % 4 == 0
    assert booklet.print_file.pages == booklet.pages / 2


def test_folded_sheets_have_the_pages_in_their_order(booklet: Entry, output: OutputState) -> None:
    """Behind each page lies the next one, and each sheet lies within the one before.

    Arabic opens on the other side.
    """
    with pypdfium2.PdfDocument(output.folder / booklet.key.path) as document:
        pages = [_bare(page.get_textpage().get_text_bounded()) for page in document]
    sides = _halves(output.folder / booklet.key.print_file)
    turned = [side[::-1] for side in sides] if booklet.language == "ar" else sides
    fronts, backs = turned[::2], turned[1::2]
    opening = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    closing = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]

    assert [*opening, *reversed(closing)] == pages


def test_a_text_is_found_whichever_way_its_brackets_are_read() -> None:
    """A source in an Arabic booklet is read from right to left there, and from left to right without tags."""
    assert letters_of(".[Internet [management :s") == letters_of("s: management [Internet]. ")
    assert letters_of("s: management 1") != letters_of("s: management 2")


def test_only_the_booklet_itself_claims_to_be_accessible(booklet: Entry, output: OutputState) -> None:
    """The file to print has no tags, and says so in its description and in the manifest."""
    path = output.folder / booklet.key.print_file
    with pypdfium2.PdfDocument(path) as document:
        told = document.get_metadata_dict()
        tagged = document.is_tagged()

    assert (tagged, booklet.print_file and booklet.print_file.tagged) == (False, False)
    assert told["Title"].startswith(booklet.title)
    assert told["Subject"].count(booklet.print_file.paper if booklet.print_file else "") == 1
    assert b"/Duplex/DuplexFlipShortEdge/PrintScaling/None" in path.read_bytes()
    assert b"pdfuaid" not in path.read_bytes()
    assert list(check_conformance((output.folder / booklet.key.path).read_bytes())) == []


def test_the_file_to_print_is_made_of_the_issue_alone(booklet: Entry, output: OutputState) -> None:
    """It has no time of its making and no random name, so that it can be built again."""
    written = (output.folder / booklet.key.print_file).read_bytes()

    assert set(re.findall(rb"D:(\d{8})", written)) == {booklet.issued.replace("-", "").encode()}
    assert len(set(re.findall(rb"/ID\[<([0-9A-F]+)>", written))) == 1


def test_staff_print_from_the_second_file(booklet: Entry, output: OutputState) -> None:
    """The card prints it, and says how; what it opens and downloads is the booklet."""
    page = (output.folder / booklet.clinic / "index.html").read_text("utf-8")
    named = f'data-sheet="{booklet.key.path.removesuffix(".pdf")}"'
    card = next(part for part in page.split('<li class="card"') if named in part)
    name = booklet.key.print_file.partition("/")[2]

    assert f'data-action="print" data-file="{name}"' in card
    assert f'href="{booklet.key.path.partition("/")[2]}"' in card
    assert "short edge" in card


def test_both_files_are_verified(output: OutputState) -> None:
    """A file to print that was changed or is missing is told, and built again."""
    fonts.activate()
    assert [problem for problem in verify(output) if problem.code != "thin-page"] == []
    entry = next(iter(output.entries.values()))
    path = output.folder / entry.key.print_file
    before = path.read_bytes()

    path.write_bytes(before + b" ")
    codes = [problem.code for problem in verify(output)]
    described = entry.describes(output.folder)
    path.write_bytes(before)

    assert (codes, described) == (["changed-file"], False)
    assert entry.describes(output.folder)
    assert entry.key.print_file not in replace(entry, print_file=None).files
