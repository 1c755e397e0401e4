"""Pictures have the points for the width at which they are printed, or their sheets are refused."""

import re
from pathlib import Path

import pytest
from PIL import Image

from leafwright.library import load_library
from leafwright.problems import ContentError, has_errors
from leafwright.sheet.make import make_sheet
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC, inputs_for, line_of, write_workspace

NAME = f"handouts/{TOPIC}/en.yaml"
BLOCK = {"kind": "picture", "id": "a-knee", "file": "knee.png", "alt": "A knee"}


def with_picture(root: Path, across: int) -> Workspace:
    """Write a workspace whose handout has a grey picture of so many pixels across."""
    workspace = write_workspace(root, blocks=[BLOCK])
    Image.new("L", (across, across // 2 + 1), 90).save(root / f"handouts/{TOPIC}/knee.png")
    return workspace


@pytest.mark.parametrize(
    ("across", "severity", "least"),
    [
        (1, "error", "520"),
        (60, "error", "520"),
        (354, "error", "520"),
        (355, "warning", "520"),
        (520, None, ""),
    ],
)
def test_points_are_held_against_the_narrowest_width(
    across: int, severity: str | None, least: str, tmp_path: Path
) -> None:
    """60 mm need 355 pixels at 150 an inch, the least that is printed, and 520 at 220, which is told at once.

    So is what the editions need that print it wider, so that nobody has to export it again for one of them.
    """
    workspace = with_picture(tmp_path, across)

    problems = load_library(workspace).problems

    assert [problem.severity for problem in problems] == ([severity] if severity else [])
    for problem in problems:
        assert (problem.place.file, problem.place.line) == (NAME, line_of(workspace, "knee.png"))
        assert problem.code == "coarse-picture"
        more = "pixels across (709 for bilingual, 591 for large-print)"
        assert problem.hint == f"use an SVG, or the same picture at least {least} {more}"


def test_a_warning_keeps_no_handout_back(tmp_path: Path) -> None:
    """What is reported as a warning is printed all the same."""
    library = load_library(with_picture(tmp_path, 400))

    assert [file.topic for file in library.handouts] == [TOPIC]
    assert not has_errors(library.problems)


@pytest.mark.parametrize(
    ("variant", "edition", "least"),
    [("leaflet", "standard", 0), ("leaflet", "large-print", 591), ("comparison", "large-print", 591)],
)
def test_an_edition_that_prints_it_wider_wants_more(
    variant: str, edition: str, least: int, tmp_path: Path
) -> None:
    """In large print a picture is wider: 100 mm."""
    library = load_library(with_picture(tmp_path, 560))
    if not least:
        make_sheet(inputs_for(library, variant, edition))
        return

    with pytest.raises(ContentError) as caught:
        make_sheet(inputs_for(library, variant, edition))

    (problem,) = caught.value.problems
    assert problem.code == "coarse-picture"
    assert re.fullmatch(r"'knee.png' has 1\d\d pixels an inch in large-print, 1\d\d mm wide", problem.message)
    assert problem.hint == f"use an SVG, or the same picture at least {least:,} pixels across"
    assert problem.place.line == line_of(Workspace(root=tmp_path), "knee.png")
