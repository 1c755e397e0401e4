"""What a sheet is called: the code at its foot."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build.requested import list_requested
from leafwright.build.selection import ANY, Selection
from leafwright.build.shared_codes import find_shared_codes
from leafwright.library import load_library
from leafwright.problems import Severity
from leafwright.resources import PACKAGE
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.trusts import a_site, a_trust
from tests.workspaces import write_workspace

KEY = SheetKey(clinic="harbour-row", topic="knee", variant="leaflet", edition="standard", language="en-GB")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "LW-1-HR-LEA-STA-en-GB"),
        ({"variant": "preparation", "edition": "large-print", "language": "ar"}, "LW-1-HR-PRE-LP-ar"),
        ({"variant": "exercises-week-12"}, "LW-1-HR-EW12-STA-en-GB"),
        ({"clinic": "harbour-row-mill-lane"}, "LW-1-HRML-LEA-STA-en-GB"),
        ({"other_paper": "Letter"}, "LW-1-HR-LEA-STA-en-GB-Letter"),
    ],
)
def test_a_code_names_every_choice(changes: dict[str, str], code: str) -> None:
    """Topic, clinic, variant, edition, language and a second paper are in the code of a sheet."""
    assert replace(KEY, **changes).code_of("LW-1") == code


def test_no_two_sheets_of_the_library_share_a_code() -> None:
    """Every sheet that the clinics of the library print has a code of its own."""
    library = load_library(Workspace(root=PACKAGE.parent))
    codes = Counter(one.key.code_of(one.file.handout.reference) for one in list_requested(library, ANY))

    assert len(codes) > 100
    assert [code for code, count in codes.items() if count > 1] == []


def test_no_two_bundled_kinds_are_alike_in_a_code() -> None:
    """Neither two variants nor two editions have the same letters."""
    formats = load_library(Workspace(root=PACKAGE.parent)).formats

    for field, names in (("variant", formats.variants), ("edition", formats.editions)):
        assert len({replace(KEY, **{field: name}).code_of("LW-1") for name in names}) == len(names)


def test_sheets_that_share_a_code_are_warned_of(tmp_path: Path) -> None:
    """Two clinics with the same initials: the sheets of the second one are named, with those of the first."""
    files = {**a_trust(), **a_site("ash-way"), **a_site("asp-way")}
    library = load_library(write_workspace(tmp_path, files=files))
    found = list(find_shared_codes(library, Selection()))

    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert (
        "EX-1-AW-LEA-STA-en-GB is at the foot of asp-way/sore-knee-leaflet-standard-en-GB.pdf and of ash-way/"
        in (found[0].message)
    )
    assert list(find_shared_codes(library, Selection(clinics=("ash-way",)))) == []
