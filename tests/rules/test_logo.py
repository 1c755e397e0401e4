"""The logo as it is printed: the sizes that the rule counts with are those of the styles."""

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from leafwright.build import Selection, draft_sheets
from leafwright.build.work import prove_job
from leafwright.formats import Variant
from leafwright.library import load_library
from leafwright.pictures.printed import INCH, WIDEST_LOGO
from leafwright.resources import shared
from leafwright.rules import ClinicReader
from leafwright.rules.clinic import contrast
from leafwright.rules.clinic.logo_too_small import check
from tests.workspaces import CLINIC, CLINIC_FILE, write_workspace

HIGH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 10"><path d="M0 0H{0}V10H0Z"/></svg>'
LOGO = f"clinics/{CLINIC}/logo.svg"
POINTS = 72 / INCH


def _found(root: Path, **changes: Any) -> list[str]:
    library = load_library(write_workspace(root, **changes))
    reader = ClinicReader.of(library.clinics[0], library, whole=True)
    return [finding.message for finding in check(reader, least=10, dots=150)]


def _black(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Find where the longest black line of a page begins and ends, in millimetres: no text is so black."""
    bitmap = page.render(scale=2, grayscale=True)
    pixels = bytes(bitmap.buffer)
    rows = (pixels[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
    runs = [run.span() for row in rows for run in re.finditer(rb"[\x00-\x0f]+", row)]
    start, end = max(runs, key=lambda span: span[1] - span[0])
    return start / 2 / POINTS, end / 2 / POINTS


def test_the_widest_logo_is_that_of_the_styles() -> None:
    """What the styles let a logo be at most is what the checks count with."""
    style = (shared("styles") / "tokens.css").read_text("utf-8")

    assert f"--logo-measure: {WIDEST_LOGO:g}mm" in style


@pytest.mark.parametrize(("variants", "told"), [(["leaflet"], 0), (["leaflet", "comparison"], 1)])
def test_only_what_is_printed_counts(tmp_path: Path, variants: list[str], told: int) -> None:
    """A logo that is too small on a comparison only matters to a clinic that prints comparisons."""
    prints = {**CLINIC_FILE["prints"], "variants": variants}

    assert len(_found(tmp_path, clinic={"prints": prints}, files={LOGO: HIGH.format(9)})) == told


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ('fill="#fff" d="M2 2H58V12H2Z"/><path fill="#0b4f6c" d="M2 2H10V4H2Z', 1),
        ('fill="#fff" stroke="#0b4f6c" d="M2 2H58V12H2Z', 0),
    ],
    ids=["a white logo with a mark in a colour", "a frame round white"],
)
def test_a_logo_for_dark_walls_is_told_though_a_part_of_it_has_a_colour(
    tmp_path: Path, drawn: str, told: int
) -> None:
    """On paper only that part would be seen."""
    files = {LOGO: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 14"><path {drawn}"/></svg>'}
    library = load_library(write_workspace(tmp_path, files=files))
    reader = ClinicReader.of(library.clinics[0], library, whole=True)

    assert len(list(contrast.check(reader, text=4.5, logo=3))) == told


@pytest.mark.parametrize(("ratio", "width"), [(3, 3 * Variant().logo), (12, WIDEST_LOGO)])
def test_a_wide_logo_leaves_room_for_the_department(tmp_path: Path, ratio: int, width: float) -> None:
    """A logo is no wider than it may be, and the name beside it begins after it."""
    name = "Musculoskeletal and pain management department"
    files = {LOGO: HIGH.format(10 * ratio)}
    workspace = write_workspace(tmp_path, clinic={"department": name}, files=files)
    selection = Selection(variants=("leaflet",), editions=("standard",))
    (job,) = draft_sheets(load_library(workspace), selection).jobs

    with pypdfium2.PdfDocument(prove_job(job).content) as document:
        words = document[0].get_textpage()
        start = words.search("Musculoskeletal").get_next()
        assert start is not None
        left = words.get_charbox(start[0])[0] / POINTS
        logo_left, logo_right = _black(document[0])

    assert logo_right - logo_left == pytest.approx(width, abs=0.5)
    assert left > logo_right
