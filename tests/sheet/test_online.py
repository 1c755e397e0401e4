"""Where a sheet is online: a code at the end of it, and always its address in words."""

from itertools import product
from pathlib import Path
from typing import Any, Final, cast

import pytest

from leafwright.blocks.qr import QRView
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.problems import ContentError
from tests.workspaces import CITED, CLINIC, TOPIC, sheet_of, write_workspace

ALL: Final = "https://example.org/elm/{topic}/{variant}?lang={language}"


def _shown(root: Path, written: Any, variant: str = "leaflet") -> tuple[str, str] | None:
    sheet = sheet_of(write_workspace(root, clinic={"web-base": written}), variant)
    return (sheet.online.address, sheet.online.shown.plain) if sheet.online else None


def test_an_address_for_all_names_the_sheet(tmp_path: Path) -> None:
    """The topic, the variant and the language stand in it, and the words leave out what nobody types."""
    assert _shown(tmp_path, ALL) == (
        f"https://example.org/elm/{TOPIC}/leaflet?lang=en-GB",
        f"example.org/elm/{TOPIC}/leaflet?lang=en-GB",
    )


def test_the_address_of_a_topic_comes_before_that_of_all(tmp_path: Path) -> None:
    """It needs no gap, because it is of one topic."""
    written = {TOPIC: "https://example.org/knee", "all": ALL}

    assert _shown(tmp_path, written) == ("https://example.org/knee", "example.org/knee")


def test_every_sheet_has_a_code_if_its_clinic_says_where_it_is(tmp_path: Path) -> None:
    """It is small on a page that has to be full, and below a short control in large print."""
    assert _shown(tmp_path / "none", {}) is None
    workspace = write_workspace(tmp_path / "all", clinic={"web-base": ALL})
    kinds = product(("leaflet", "comparison", "aftercare"), ("standard", "large-print"))
    codes = {kind: sheet_of(workspace, *kind).online for kind in kinds}

    assert {kind: code.small for kind, code in codes.items() if code} == {
        ("leaflet", "standard"): False,
        ("leaflet", "large-print"): False,
        ("comparison", "standard"): True,
        ("comparison", "large-print"): True,
        ("aftercare", "standard"): False,
        ("aftercare", "large-print"): True,
    }


def test_a_full_page_has_a_small_code_and_its_address_once(tmp_path: Path) -> None:
    """The code is beside the control, whose lines are short, and the address below the sources."""
    workspace = write_workspace(tmp_path, clinic={"web-base": ALL})
    small = render_html(sheet_of(workspace, "comparison"), workspace)
    usual = render_html(sheet_of(workspace), workspace)

    names = ("qr__code--small", "control__address", "qr__address")
    assert [small.count(name) for name in names] == [1, 1, 0]
    assert [usual.count(name) for name in names] == [0, 0, 1]
    assert small.count(f'href="https://example.org/elm/{TOPIC}/comparison') == 1


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("example.org/{topic}", "bad-form: 'example.org/{topic}' is not a web address"),
        ("https://example.org/{topik}", "unknown-gap: '{topik}' stands for nothing here"),
        ("https://example.org/{variant}", "missing-gap: every sheet would have the same address"),
        ({"sore-kne": "https://example.org/knee"}, "did you mean 'sore-knee'?"),
        ([ALL], "wrong-type: 'web-base' is a list"),
        ({TOPIC: ""}, "bad-form: '' is not a web address"),
    ],
)
def test_a_slip_in_an_address_is_reported_at_the_clinic(tmp_path: Path, written: Any, told: str) -> None:
    """The message says what would be right."""
    (problem,) = load_library(write_workspace(tmp_path, clinic={"web-base": written})).problems

    assert problem.place.file == f"clinics/{CLINIC}/clinic.yaml"
    assert told in f"{problem.code}: {problem.text}"


def test_an_address_too_long_for_a_code_stops_the_sheet(tmp_path: Path) -> None:
    """Its squares would be too small to print, so the clinic is told."""
    workspace = write_workspace(tmp_path, clinic={"web-base": f"https://example.org/{'x' * 99}/{{topic}}"})

    with pytest.raises(
        ContentError,
        match="the address of this sheet has 129 signs; at most 120, or its code would be too fine for paper",
    ):
        sheet_of(workspace)


def test_an_address_without_gaps_is_that_of_the_output_folder(tmp_path: Path) -> None:
    """Below it is the page of this clinic, topic, variant and language."""
    shown = f"example.org/leaflets/{CLINIC}/web/{TOPIC}-leaflet-en-GB.html"

    assert _shown(tmp_path, "https://example.org/leaflets/") == (f"https://{shown}", shown)


def test_the_former_name_still_counts(tmp_path: Path) -> None:
    """A clinic that wrote `sheets-at` need not change it, unless it writes the new name too."""
    old = sheet_of(write_workspace(tmp_path / "old", clinic={"sheets-at": ALL}))
    both = write_workspace(tmp_path / "both", clinic={"sheets-at": ALL, "web-base": ALL})

    assert old.online
    assert [problem.code for problem in load_library(both).problems] == ["duplicate-key"]


def test_a_code_without_an_address_leads_to_the_page_of_its_sheet(tmp_path: Path) -> None:
    """It stands there instead of at the end, and is left out where the clinic has no page."""
    blocks = [CITED, {"kind": "qr", "id": "page", "label": "This leaflet on the web"}]

    online = sheet_of(
        write_workspace(tmp_path / "on", blocks=blocks, clinic={"web-base": "https://example.org"})
    )
    offline = sheet_of(write_workspace(tmp_path / "off", blocks=blocks))

    assert [block.kind for block in online.sections[0].blocks] == ["paragraphs", "qr"]
    assert cast("QRView", online.sections[0].blocks[1]).address.endswith("-leaflet-en-GB.html")
    assert online.online is None
    assert [block.kind for block in offline.sections[0].blocks] == ["paragraphs"]
