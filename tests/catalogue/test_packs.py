"""Packs: sheets of a clinic as one file to print."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pypdfium2
import pytest
from click.testing import CliRunner

from leafwright.build.packed import find_unknown_sheets
from leafwright.build.selection import ANY
from leafwright.catalogue import write_catalogue
from leafwright.cli import cli
from leafwright.files import digest
from leafwright.library import Library, load_library
from leafwright.manifest import SUMS, Entry, OutputState, note_problems, read_output
from leafwright.sheet import SheetKey
from leafwright.verify import verify
from tests.catalogues import Paper, entry_of, leave_sheets, make_paper
from tests.fakes import finding
from tests.workspaces import write_workspace

PACK = "elm-street/first-visit_pack.pdf"
SHEETS = ("sore-knee-leaflet-standard-en-GB", "sore-knee-aftercare-standard-en-GB")
NAMED = {"first-visit": {"name": "First visit", "sheets": [*SHEETS]}}


def _library(root: Path, packs: object = NAMED) -> Library:
    return load_library(write_workspace(root, clinic={"packs": packs} if packs else {}))


@pytest.fixture(scope="module")
def odd() -> Paper:
    """Make a PDF of three pages."""
    return make_paper(3)


@pytest.fixture
def entries(odd: Paper, key: SheetKey) -> list[Entry]:
    """Make the entries of both sheets."""
    aftercare = entry_of(odd, replace(key, variant="aftercare"), title="Afterwards", issued="2026-11-09")
    return [entry_of(odd, key, title="Your knee"), aftercare]


@pytest.fixture
def left(tmp_path: Path, odd: Paper, entries: list[Entry]) -> Path:
    """Leave both sheets, as a build does."""
    leave_sheets(tmp_path / "output", entries, odd)
    return tmp_path / "output"


def _write(library: Library, output: Path) -> OutputState:
    write_catalogue(library, read_output(output))
    return read_output(output)


def test_a_pack_has_its_sheets_in_order_each_on_a_new_paper(tmp_path: Path, left: Path) -> None:
    """Three pages, an empty back, three pages; each sheet has a bookmark, in the order of the list."""
    _write(_library(tmp_path), left)

    with pypdfium2.PdfDocument(left / PACK) as pack:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in pack.get_toc()]
        told = pack.get_metadata_dict(skip_empty=True)
        assert len(pack) == 7
    assert marks == [("Your knee", 0), ("Afterwards", 4)]
    assert (told["Title"], told["Author"]) == ("First visit", "Elm Street Practice")
    assert told["Subject"].endswith("it has no tags for screen readers.")
    assert told["CreationDate"] == "D:20261109000000+00'00'"


def test_a_pack_has_the_pages_of_its_sheets(tmp_path: Path, odd: Paper, key: SheetKey) -> None:
    """Each page is drawn as it is in its sheet."""
    marked = _draw_square(odd.content)
    paper = replace(odd, content=marked)
    both = [entry_of(paper, replace(key, variant=name)) for name in ("leaflet", "aftercare")]
    leave_sheets(tmp_path / "output", both, paper)
    _write(_library(tmp_path), tmp_path / "output")

    with pypdfium2.PdfDocument(marked) as sheet, pypdfium2.PdfDocument(tmp_path / "output" / PACK) as pack:
        own = [sheet[number].render().to_pil().tobytes() for number in range(3)]
        joined = [pack[number].render().to_pil().tobytes() for number in (0, 1, 2, 4, 5, 6)]
    assert joined == own * 2
    assert own[0] != own[1]


def _draw_square(content: bytes) -> bytes:
    """Draw a square on the first page of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        square = pypdfium2.raw.FPDFPageObj_CreateNewRect(100, 100, 50, 50)
        pypdfium2.raw.FPDFPageObj_SetFillColor(square, 0, 0, 0, 255)
        pypdfium2.raw.FPDFPath_SetDrawMode(square, pypdfium2.raw.FPDF_FILLMODE_WINDING, False)  # noqa: FBT003  # the library's own signature
        page.insert_obj(pypdfium2.PdfObject(square, pdf=document))
        page.gen_content()
        written = BytesIO()
        document.save(written)
    return written.getvalue()


def test_a_pack_is_in_the_manifest_and_verified(tmp_path: Path, left: Path) -> None:
    """Its hash is in the manifest and in the sums, and a changed one is reported."""
    output = _write(_library(tmp_path), left)
    assert output.pages[PACK] == digest((left / PACK).read_bytes())
    assert f"{output.pages[PACK]}  {PACK}\n" in (left / SUMS).read_text("utf-8")

    (left / PACK).write_bytes(b"%PDF another")

    assert ("changed-file", PACK) in [(one.code, one.place.file) for one in verify(read_output(left))]


def test_the_same_sheets_give_the_same_pack(tmp_path: Path, left: Path) -> None:
    """Written again it has the same bytes, and is not touched."""
    library = _library(tmp_path)
    _write(library, left)
    before, written = (left / PACK).stat().st_mtime_ns, (left / PACK).read_bytes()
    _write(library, left)
    assert (left / PACK).stat().st_mtime_ns == before

    (left / PACK).unlink()
    _write(library, left)

    assert (left / PACK).read_bytes() == written


def test_a_pack_without_one_of_its_sheets_is_not_there(tmp_path: Path, left: Path) -> None:
    """Nobody hands out a part of it: when a sheet goes, so does the pack, and its place in the manifest."""
    library = _library(tmp_path)
    _write(library, left)
    (left / f"elm-street/{SHEETS[1]}.pdf").unlink()

    output = _write(library, left)

    assert not (left / PACK).exists()
    assert PACK not in output.pages
    assert "First visit" not in (left / "elm-street/index.html").read_text("utf-8")


def test_a_pack_that_is_no_longer_listed_goes(tmp_path: Path, left: Path) -> None:
    """Taken out of the clinic's file, it is removed; a file that the manifest does not list stays."""
    _write(_library(tmp_path / "one"), left)
    (left / "elm-street/own_pack.pdf").write_bytes(b"%PDF-1.7 of somebody else")

    _write(_library(tmp_path / "two", packs=None), left)

    assert not (left / PACK).exists()
    assert (left / "elm-street/own_pack.pdf").exists()


def test_while_its_clinic_cannot_be_read_a_pack_stays(tmp_path: Path, left: Path) -> None:
    """As its sheets do, until the author has corrected the file."""
    library = _library(tmp_path)
    _write(library, left)
    (library.workspace.root / "clinics/elm-street/clinic.yaml").write_text("name: [", "utf-8")

    output = _write(load_library(library.workspace), left)

    assert PACK in output.pages
    assert (left / PACK).exists()


@pytest.mark.parametrize(("page", "address"), [("index.html", PACK), ("elm-street/index.html", PACK[11:])])
def test_a_page_offers_its_packs(tmp_path: Path, left: Path, page: str, address: str) -> None:
    """With the titles of the sheets, and an address that starts where the page is."""
    _write(_library(tmp_path), left)

    text = (left / page).read_text("utf-8")
    assert f'data-file="{address}"' in text
    assert "<li>Your knee · Standard print · English (United Kingdom)</li>" in text


def test_a_pack_with_an_older_sheet_says_so(
    tmp_path: Path, left: Path, odd: Paper, entries: list[Entry]
) -> None:
    """What is said of the sheet is said of the pack."""
    leave_sheets(left, [replace(entries[0], refused=note_problems([finding()])), entries[1]], odd)
    _write(_library(tmp_path), left)

    pack = (left / "index.html").read_text("utf-8").partition('<li class="pack">')[2].partition("<ol")[0]
    assert "Older version, new one refused" in pack


def test_a_name_in_a_pack_that_is_no_sheet_is_reported(tmp_path: Path) -> None:
    """At its line, with the sheet that was probably meant."""
    wrong = {"first-visit": {"name": "First visit", "sheets": [SHEETS[0], "sore-knee-aftercare-standard-en"]}}
    (problem,) = find_unknown_sheets(_library(tmp_path, wrong), ANY)

    assert problem.place.file == "clinics/elm-street/clinic.yaml"
    assert problem.message == "elm-street prints no sheet 'sore-knee-aftercare-standard-en'"
    assert problem.hint == f"did you mean '{SHEETS[1]}'?"
    assert list(find_unknown_sheets(_library(tmp_path / "right"), ANY)) == []


@pytest.mark.parametrize("topics", [(), ("sore-hip",)])
def test_a_pack_has_sheets_of_every_topic(tmp_path: Path, topics: tuple[str, ...]) -> None:
    """`check` knows them all, whichever topics it reads."""
    handouts = _library(tmp_path).workspace.root / "handouts"
    copytree(handouts / "sore-knee", handouts / "sore-hip")

    told = CliRunner().invoke(cli, ["--workspace", str(tmp_path), "check", *topics]).output

    assert "prints no sheet" not in told
    assert "sore-hip" in told
