"""Which pages are written, which are left alone and which are removed."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.catalogue import write_catalogue
from leafwright.files import digest
from leafwright.library import Library, load_library
from leafwright.manifest import SUMS, note_problems, read_output
from leafwright.sheet import SheetKey
from tests.catalogues import Paper, entry_of, leave_sheets, write_entries
from tests.fakes import entries_in, finding, tree_of
from tests.workspaces import write_workspace

PAGES = ("index.html", "elm-street/index.html")


@pytest.mark.parametrize("name", PAGES)
def test_there_is_a_page_of_all_and_one_of_each_clinic(library: Library, output: Path, name: str) -> None:
    """Both pages list the sheet."""
    write_catalogue(library, read_output(output))

    assert "Looking after a sore sore-knee" in (output / name).read_text("utf-8")


def test_the_same_inputs_give_the_same_bytes(library: Library, output: Path) -> None:
    """Written twice, into two folders, the pages are equal."""
    write_catalogue(library, read_output(output))
    before = tree_of(output)

    for name in PAGES:
        (output / name).unlink()
    write_catalogue(library, read_output(output))

    assert tree_of(output) == before


def test_a_page_that_would_be_the_same_is_not_touched(library: Library, output: Path) -> None:
    """A build that changes nothing leaves the time stamps, so that nothing is copied again."""
    write_catalogue(library, read_output(output))
    for name in PAGES:
        os.utime(output / name, (1, 1))

    write_catalogue(library, read_output(output))

    assert [(output / name).stat().st_mtime for name in PAGES] == [1, 1]


def test_a_thumbnail_that_was_taken_away_is_drawn_again(
    library: Library, output: Path, paper: Paper, key: SheetKey
) -> None:
    """Without its thumbnail a sheet is as good as lost, so a build brings it back, the same as before."""
    (output / key.thumbnail).unlink()

    write_catalogue(library, read_output(output))

    assert (output / key.thumbnail).read_bytes() == paper.thumbnail


def test_a_thumbnail_that_was_changed_is_drawn_again(
    library: Library, output: Path, key: SheetKey, paper: Paper
) -> None:
    """What is there is compared with what the build wrote."""
    (output / key.thumbnail).write_bytes(b"another picture")

    write_catalogue(library, read_output(output))

    assert (output / key.thumbnail).read_bytes() == paper.thumbnail


def test_the_pages_are_in_the_sums(library: Library, output: Path) -> None:
    """Each page of the catalogue, each thumbnail and the manifest can be held against its hash."""
    write_catalogue(library, read_output(output))

    there = {name: digest(content) for name, content in tree_of(output).items() if name != SUMS}
    written = "".join(f"{there[name]}  {name}\n" for name in sorted(there))
    assert (output / SUMS).read_text("utf-8") == written


def test_a_sheet_whose_file_is_gone_is_not_listed(library: Library, output: Path, key: SheetKey) -> None:
    """Nothing is offered that cannot be opened."""
    (output / key.path).unlink()

    write_catalogue(library, read_output(output))

    assert "Looking after" not in (output / "index.html").read_text("utf-8")


def test_the_page_and_thumbnails_of_a_clinic_go_with_its_sheets(
    library: Library, output: Path, paper: Paper, key: SheetKey
) -> None:
    """When the last sheet of a clinic is gone, nothing of it stays."""
    other = replace(key, clinic="oak-street")
    leave_sheets(output, [entry_of(paper, key), entry_of(paper, other)], paper)
    (output / "oak-street/index.html").write_text('<meta name="generator" content="Leafwright">', "utf-8")
    write_entries(output, [entry_of(paper, key)])
    (output / other.path).unlink()

    write_catalogue(library, read_output(output))

    assert not (output / "oak-street").exists()


def test_a_thumbnail_goes_with_its_sheet(library: Library, output: Path, key: SheetKey) -> None:
    """A picture of what cannot be opened any more is not kept."""
    (output / key.path).unlink()

    write_catalogue(library, read_output(output))

    assert not (output / key.thumbnail).exists()


def test_a_sheet_that_no_manifest_knows_keeps_its_thumbnail(
    library: Library, output: Path, key: SheetKey
) -> None:
    """With the manifest of an older release, sheets that are not built again yet lose nothing."""
    write_catalogue(library, read_output(output))
    (output / "manifest.json").unlink()

    write_catalogue(library, read_output(output))

    assert (output / key.thumbnail).exists()
    assert (output / PAGES[1]).exists()


def test_a_page_without_sheets_says_so(library: Library, output: Path) -> None:
    """Where nothing was built there is nothing to search, and the page says that."""
    write_entries(output, [])

    write_catalogue(library, read_output(output))

    assert "There are no leaflets here yet." in (output / "index.html").read_text("utf-8")


def test_a_page_of_somebody_else_stays(library: Library, output: Path) -> None:
    """A page that is not ours is not touched, whatever its folder is called."""
    (output / "notes").mkdir()
    (output / "notes/index.html").write_text("<p>My own notes", "utf-8")

    write_catalogue(library, read_output(output))

    assert (output / "notes/index.html").read_text("utf-8") == "<p>My own notes"


def test_the_page_of_a_clinic_that_cannot_be_read_is_true(
    library: Library, output: Path, paper: Paper
) -> None:
    """While an author corrects a clinic, its page says which of its sheets are older, as does that of all."""
    write_catalogue(library, read_output(output))
    (entry,) = entries_in(output).values()
    leave_sheets(output, [replace(entry, refused=note_problems([finding("bad-yaml")]))], paper)
    (library.workspace.root / "clinics/elm-street/clinic.yaml").write_text("name: [", "utf-8")

    write_catalogue(load_library(library.workspace), read_output(output))

    for name in PAGES:
        page = (output / name).read_text("utf-8")
        assert "Looking after" in page
        assert '<span class="mark mark--strong">Older version, new one refused</span>' in page


def test_a_page_wears_the_brand(tmp_path: Path, output: Path) -> None:
    """A clinic's own page has its logo, its families and its colour; the page of all has none of them."""
    brand = {
        "color": {"primary": "#8a4617"},
        "typography": {"base": {"family": "Figtree"}, "headings": {"family": "Public Sans"}},
    }
    library = load_library(write_workspace(tmp_path / "branded", brand=brand))

    write_catalogue(library, read_output(output))

    own, every = ((output / name).read_text("utf-8") for name in reversed(PAGES))
    assert all(
        sign in own for sign in ("data:image/svg+xml;base64,", '"Figtree"', '"Public Sans"', "#8a4617")
    )
    assert not any(sign in every for sign in ("data:image/svg+xml;base64,", "Figtree", "#8a4617"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_from_elsewhere(library: Library, output: Path, name: str) -> None:
    """Every address in a page is in its own folder or contains the content itself."""
    write_catalogue(library, read_output(output))

    page = (output / name).read_text("utf-8")
    addresses = re.findall(r'(?:src|href|url\()="?([^")]+)', page)
    assert addresses
    assert [found for found in addresses if "//" in found and not found.startswith("data:")] == []
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)


def test_a_dose_in_an_arabic_summary_keeps_its_order(
    library: Library, output: Path, paper: Paper, key: SheetKey
) -> None:
    """Words of a sheet are set in the direction of its language, and runs in them from left to right."""
    arabic = replace(key, language="ar")
    leave_sheets(output, [entry_of(paper, arabic, title="MRI للركبة", summary="خذ .5 mg يوميا")], paper)

    write_catalogue(library, read_output(output))

    page = (output / "index.html").read_text("utf-8")
    assert '<bdi lang="ar" dir="rtl">خذ \u2066.5 mg\u2069 يوميا</bdi>' in page
    assert '<bdi lang="ar" dir="rtl">\u2066MRI\u2069 للركبة</bdi>' in page
