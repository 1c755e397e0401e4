"""Logos of partners and accreditations, and the order of the masthead and of the foot."""

from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.sheet import Sheet
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, LOGO, sheet_of, write_workspace

FOLDER: Final = f"clinics/{CLINIC}"
MARK: Final = {"path": "mark.svg", "alt": {"en": "Saltmouth Research Network"}}
PALE: Final = LOGO.replace("#1d4e68", "#dddddd")
WIDE: Final = LOGO.replace('"0 0 40 14" width="40mm"', '"0 0 400 14" width="400mm"').replace("H40", "H400")


def _workspace(root: Path, *partners: dict[str, Any], svg: str = LOGO, **clinic: Any) -> Workspace:
    """Write a workspace whose clinic has the logos of partners beside its own."""
    files = {f"{FOLDER}/mark.svg": svg}
    return write_workspace(root, clinic={"partners": list(partners), **clinic}, files=files)


def _sizes(sheet: Sheet) -> list[tuple[float, float, float]]:
    return [(one.width, one.height, one.clear) for one in sheet.masthead.partners]


def test_a_partner_stands_lower_than_the_clinic_but_not_under_its_least_height(tmp_path: Path) -> None:
    """Seven tenths of the clinic's logo, with the space around it that the partner asks for."""
    workspace = _workspace(tmp_path, MARK, {**MARK, "least-height": 12, "clear-space": 4})

    sheet = sheet_of(workspace)

    assert _sizes(sheet) == [(28.0, 9.8, 3.0), (34.29, 12.0, 4.0)]
    assert [one.alt for one in sheet.masthead.partners] == ["Saltmouth Research Network"] * 2


def test_partners_stand_beside_the_logo_where_there_is_room_and_else_at_the_end(tmp_path: Path) -> None:
    """They are lower if they fit then; a sheet with little space has none at its end."""
    three, six = _workspace(tmp_path / "3", *[MARK] * 3), _workspace(tmp_path / "6", *[MARK] * 6)

    assert _sizes(sheet_of(three)) == [(22.86, 8.0, 3.0)] * 3
    assert (sheet_of(three).masthead.partners_size, sheet_of(three).partners) == (86.58, ())
    assert (sheet_of(six).masthead.partners, len(sheet_of(six).partners)) == ((), 6)
    assert (sheet_of(six, "comparison").masthead.partners, sheet_of(six, "comparison").partners) == ((), ())


def test_a_logo_at_the_end_is_on_sheets_with_room_for_it(tmp_path: Path) -> None:
    """It is not in the masthead; a sheet with a short document control has none."""
    workspace = _workspace(tmp_path, {**MARK, "at": "end"})

    assert not _sizes(sheet_of(workspace))
    assert [one.file for one in sheet_of(workspace).partners] == [f"{FOLDER}/mark.svg"]
    assert not sheet_of(workspace, "comparison").partners


def test_the_masthead_and_the_foot_are_in_the_order_of_the_clinic(tmp_path: Path) -> None:
    """What the list of the masthead leaves out is not printed."""
    order = {"masthead": ["department", "logo"], "foot": ["status", "code", "clinic"]}
    workspace = _workspace(tmp_path, MARK, order=order)

    page = render_html(sheet_of(workspace), workspace)

    head = page[page.index('<header class="masthead"') : page.index("</header>")]
    assert head.index("Knee clinic") < head.index("masthead__logo")
    assert "mark.svg" not in head
    assert (
        '--foot-words: var(--foot-status) var(--foot-between) var(--foot-code) " · " var(--foot-clinic);'
        in page
    )


def test_the_usual_order_writes_no_style_of_its_own(tmp_path: Path) -> None:
    """A clinic without partners has the page that it had."""
    workspace = write_workspace(tmp_path)

    page = render_html(sheet_of(workspace), workspace)

    assert "--foot-words" not in page
    assert "partners" not in page


@pytest.mark.parametrize(
    ("partner", "svg", "told"),
    [
        (
            {"path": "marc.svg"},
            LOGO,
            "there is no file 'marc.svg'; did you mean 'mark.svg'?",
        ),
        ({"path": "../mark.svg"}, LOGO, "outside-folder: "),
        ({"path": "mark.pdf"}, LOGO, "picture-kind: 'mark.pdf' is no picture we print"),
        ({}, PALE, "invisible-logo: the logo cannot be told from its white plate"),
        ({}, WIDE, "wide-logo: at its least height of 8 mm the logo is 229 mm wide; use a version of it"),
        ({}, "<svg", "bad-svg: this is not XML"),
        ({"alt": None}, LOGO, "empty: 'alt' has no value"),
        ({"least-height": 0}, LOGO, "bad-value: 'least-height' is 0; write 3.0 or more"),
        ({"clear": 3}, LOGO, "unknown-field: 'clear' is no field of an entry of 'partners'; did you mean"),
        ({"at": "head"}, LOGO, "unknown-value: 'head' is no value of 'at'; "),
    ],
)
def test_a_logo_that_cannot_be_printed_is_reported(
    tmp_path: Path, partner: dict[str, Any], svg: str, told: str
) -> None:
    """It passes the checks of the clinic's own logo, and the clinic prints nothing until then."""
    library = load_library(_workspace(tmp_path, {**MARK, **partner}, svg=svg))

    assert library.clinics == ()
    assert told in f"{library.problems[0].code}: {library.problems[0].text}"
    assert library.problems[0].place.file.startswith(FOLDER)
    assert "`dark:`" not in library.problems[0].hint


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ({"masthead": ["department"]}, "'logo' is missing, and each sheet needs it"),
        ({"foot": ["status", "code"]}, "'clinic' is missing, and each sheet needs it"),
        ({"foot": ["status", "code", "code", "clinic"]}, "this list has 'code' twice; write it once"),
        ({"masthead": ["logo", "address"]}, "'address' is no value of 'masthead'; "),
        ({"head": ["logo"]}, "'head' is no field of order; did you mean 'masthead'?"),
    ],
)
def test_an_order_that_leaves_out_what_is_needed_is_reported(tmp_path: Path, order: Any, told: str) -> None:
    """The logo says whose sheet it is, and the foot says which one and how far to trust it."""
    (problem,) = load_library(write_workspace(tmp_path, clinic={"order": order})).problems

    assert told in problem.text
