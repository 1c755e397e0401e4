"""The gallery: made-up leaflets of every kind, as an editor would write them, each built in two editions."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pypdfium2
import pytest
from PIL import Image

from leafwright.build import Drafts, Printed, Selection, Toolchain, draft_sheets
from leafwright.build.work import prove_job
from leafwright.library import Library, load_library
from leafwright.problems import Severity
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.conftest import Golden
from tests.readings import LEAST_ALIKE, likeness, read_aloud

ROOT = Path(__file__).resolve().parents[1]
GALLERY = Workspace(root=ROOT / "gallery")
HEARD = ROOT / "tests" / "heard" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
Printings: TypeAlias = Mapping[SheetKey, Printed]
ISSUED = date(2026, 11, 2)
HOLES = {"thin-page", "thin-last-page"}


@pytest.fixture(scope="module")
def library() -> Library:
    """Read the gallery."""
    return load_library(GALLERY)


@pytest.fixture(scope="module")
def drafts(library: Library) -> Drafts:
    """Draft every sheet of the gallery."""
    toolchain = Toolchain(workspace=GALLERY, fingerprint="the toolchain", versions={})
    return draft_sheets(library, Selection(), toolchain)


@pytest.fixture(scope="module")
def printed(drafts: Drafts) -> Printings:
    """Print every sheet of the gallery, once for all tests."""
    return {job.key: prove_job(job) for job in drafts.jobs}


def test_every_bundled_variant_has_a_leaflet(library: Library) -> None:
    """There are at least 13 leaflets, one or more of each kind, and one of a kind that the clinic added."""
    bundled = {path.stem for path in (ROOT / "templates" / "variants").glob("*.yaml")}
    handouts = [file.handout for file in library.handouts]
    shown = {handout.kind_of(name) for handout in handouts for name in handout.variants}

    assert len(handouts) >= 13
    assert bundled - shown == set()
    assert shown - bundled == {"sick-day-rules"}


def test_every_sheet_is_printed(library: Library, drafts: Drafts, printed: Printings) -> None:
    """Nothing in the gallery is refused, and each sheet is made in standard and in large print."""
    sheets = sum(len(file.handout.variants) for file in library.handouts)

    assert (*library.problems, *drafts.refusals) == ()
    assert len(printed) == 2 * sheets


def test_every_sheet_passes_every_proof(printed: Printings) -> None:
    """All is there, whole and in its place; a page of large print may have a hole, or end early."""
    found = {
        str(key): [problem for problem in sheet.problems if problem.code not in HOLES]
        for key, sheet in printed.items()
    }
    assert {key: problems for key, problems in found.items() if problems} == {}


def test_what_is_heard(printed: Printings, tmp_path: Path, golden: Golden) -> None:
    """A screen reader says each kind of leaflet in this order, and what is drawn is in the same one."""
    drawn = {}
    for key, sheet in printed.items():
        path = tmp_path / "sheet.pdf"
        path.write_bytes(sheet.content)
        drawn[str(key)] = likeness(path)
        if key.edition == "standard":
            golden(HEARD / f"{key.topic}-{key.variant}.txt", read_aloud(path))

    assert {name: share for name, share in drawn.items() if share < LEAST_ALIKE} == {}


def test_no_rule_finds_a_mistake(library: Library) -> None:
    """No leaflet of the gallery breaks a rule."""
    found = run_rules(library, RuleOptions(as_of=ISSUED))

    assert [str(problem) for problem in found if problem.severity is not Severity.ADVICE] == []


def test_few_leaflets_ask_for_more_pages_than_their_variant_has(library: Library) -> None:
    """Two say that they need a sheet of paper more; all others keep to the pages of their variant."""
    own = {
        (file.topic, name): sheet.pages
        for file in library.handouts
        for name, sheet in file.handout.variants.items()
        if sheet.pages
    }

    assert own == {("everleigh-scan", "screening"): 2, ("marlow-band-release", "consent"): 4}


def test_every_page_says_that_it_is_an_example(printed: Printings, library: Library) -> None:
    """The first page says in full that no clinician has approved it, and the foot of each in a word."""
    phrases = library.words["en-GB"].phrases
    silent = [
        f"{key}, page {number}"
        for key, sheet in printed.items()
        for number, text in enumerate(_texts(sheet), start=1)
        if (phrases.status.example if number == 1 else phrases.foot.status.example.plain) not in text
    ]

    assert silent == []


@pytest.mark.parametrize("variant", ["action-plan", "medicine", "discharge-adult", "discharge-child"])
def test_an_emergency_number_is_seen_from_afar(variant: str, printed: Printings) -> None:
    """Its digits are 8 mm high in standard print, and much larger than any others."""
    (sheet,) = (each for key, each in printed.items() if (key.variant, key.edition) == (variant, "standard"))
    heights = sorted(_heights_of("9", sheet), reverse=True)

    assert heights[0] == heights[2] > 8 / 25.4 * 72 > 1.5 * heights[3]


def test_the_page_of_the_gallery_shows_every_leaflet(library: Library) -> None:
    """docs/gallery.md has a picture of each sheet of the gallery, in the order of their references."""
    files = sorted(library.handouts, key=lambda file: file.handout.reference)
    sheets = [f"pictures/gallery/{file.topic}-{name}.png" for file in files for name in file.handout.variants]

    assert re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text("utf-8")) == sheets


def test_the_pictures_of_the_gallery_are_there() -> None:
    """`make pictures` has drawn all that docs/gallery.md shows, as wide as each other, and no others."""
    shown = set(re.findall(r"\((pictures/gallery/[^)]+)\)", PAGE.read_text("utf-8")))
    there = {f"pictures/gallery/{path.name}": path for path in (PAGE.parent / "pictures/gallery").iterdir()}

    assert set(there) == shown
    assert len({_width(path) for path in there.values()}) == 1


def _width(picture: Path) -> int:
    with Image.open(picture) as opened:
        return opened.width


def _texts(sheet: Printed) -> list[str]:
    """Read the text of each page, its spaces made plain."""
    with pypdfium2.PdfDocument(sheet.content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def _heights_of(sign: str, sheet: Printed) -> list[float]:
    """Measure how high a sign is wherever it is printed, in points."""
    heights = []
    with pypdfium2.PdfDocument(sheet.content) as document:
        for text in (page.get_textpage() for page in document):
            places = (index for index in range(text.count_chars()) if text.get_text_range(index, 1) == sign)
            boxes = [text.get_charbox(index) for index in places]
            heights += [round(top - bottom, 1) for _, bottom, _, top in boxes]
    return heights
