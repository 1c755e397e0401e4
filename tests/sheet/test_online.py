"""Where a sheet is online: a code at the end of it, and always its address in words."""

from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.library import load_library
from leafwright.problems import ContentError
from tests.workspaces import CLINIC, TOPIC, sheet_of, write_workspace

ALL: Final = "https://example.org/elm/{topic}/{variant}?lang={language}"


def _shown(root: Path, written: Any, variant: str = "leaflet") -> tuple[str, str] | None:
    sheet = sheet_of(write_workspace(root, clinic={"sheets-at": written}), variant)
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


def test_a_sheet_without_an_address_or_without_room_has_no_code(tmp_path: Path) -> None:
    """A sheet whose document control is short has none either."""
    assert _shown(tmp_path / "none", {}) is None
    assert _shown(tmp_path / "short", ALL, "comparison") is None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("example.org/{topic}", "bad-form: 'example.org/{topic}' is not a web address"),
        ("https://example.org/{topik}", "unknown-gap: '{topik}' stands for nothing here"),
        ("https://example.org/leaflets", "missing-gap: every sheet would have the same address"),
        ({"sore-kne": "https://example.org/knee"}, "did you mean 'sore-knee'?"),
        ([ALL], "wrong-type: 'sheets-at' is a list"),
        ({TOPIC: ""}, "bad-form: '' is not a web address"),
    ],
)
def test_a_slip_in_an_address_is_reported_at_the_clinic(tmp_path: Path, written: Any, told: str) -> None:
    """The message says what would be right."""
    (problem,) = load_library(write_workspace(tmp_path, clinic={"sheets-at": written})).problems

    assert problem.place.file == f"clinics/{CLINIC}/clinic.yaml"
    assert told in f"{problem.code}: {problem.text}"


def test_an_address_too_long_for_a_code_stops_the_sheet(tmp_path: Path) -> None:
    """Its squares would be too small to print, so the clinic is told."""
    workspace = write_workspace(tmp_path, clinic={"sheets-at": f"https://example.org/{'x' * 99}/{{topic}}"})

    with pytest.raises(
        ContentError,
        match="the address of this sheet has 129 signs; at most 120, or its code would be too fine for paper",
    ):
        sheet_of(workspace)
