"""What a message calls a part of a sheet."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.brand.make import BrandInputs, make_brand_sheet
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.pdf.naming import name_of, place_near
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC, every_block, line_of, sheet_of, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20H0Z"/></svg>'


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a handout with a block of every kind."""
    files = {f"handouts/{TOPIC}/knee.svg": PICTURE}
    return write_workspace(tmp_path_factory.mktemp("named"), blocks=every_block(), files=files)


def test_a_message_says_no_id_that_nobody_wrote(space: Workspace) -> None:
    """Whatever has an id on a page is called by the one in the file, or by words."""
    sheet = sheet_of(space)
    written = set(re.findall(r"id: (\S+)", (space.root / EN).read_text("utf-8")))

    ids = re.findall(r' id="([^"]+)"', render_html(sheet, space))

    in_control = {"a-card"}
    assert written < set(ids) | {"wait", "rest", "first"} | in_control
    assert {name for name in ids if name_of(sheet, name) == f"'{name}'"} == written & set(ids)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("opening", "the title and what is below it"),
        ("glance", "the box 'At a glance'"),
        ("source-2", "source 2"),
        ("a-comparison-row-2", "the row 'Turtle question 2?' of 'a-comparison'"),
        ("a-comparison-matters", "the list `matters` of 'a-comparison'"),
        ("a-timeline-1", "'Newt day' of 'a-timeline'"),
        ("a-risk-array-2", "picture 2 of 'a-risk'"),
        ("some-questions-lines", "the lines to write on of 'some-questions'"),
        ("beside-a-list", "the source beside 'a-list'"),
    ],
)
def test_a_part_without_an_id_is_called_by_its_words(name: str, called: str, space: Workspace) -> None:
    """A row by its question, a moment by when it is, and what every page has by what it is."""
    sheet = sheet_of(space)

    assert name_of(replace(sheet, beside=sheet), name) == called


def test_the_parts_of_a_brand_sheet_are_called_by_their_headings(tmp_path: Path) -> None:
    """Nobody writes a brand sheet, so nobody knows the ids of the sections that are no example."""
    library = load_library(write_workspace(tmp_path))
    sheet = make_brand_sheet(BrandInputs.of(library, library.clinics[0]))

    own = [section for section in sheet.sections if section.id not in sheet.places]

    assert own
    for section in own:
        names = [section.id, *(str(getattr(block, "id", "")) for block in section.blocks)]
        assert all(f"the section '{section.heading}'" in name_of(sheet, name) for name in names)


def test_the_title_is_placed_where_it_is_written(space: Workspace) -> None:
    """What no line of the file is to blame for has the place of the words nearest to it."""
    place = place_near(sheet_of(space), "opening")

    assert place is not None
    assert (place.file, place.line) == (EN, line_of(space, "title: "))
