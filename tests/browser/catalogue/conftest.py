"""What the tests of the catalogue in a browser share: a few sheets that differ in every way there is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from leafwright.catalogue import write_catalogue
from leafwright.library import load_library
from leafwright.manifest import Entry, Names, read_output
from leafwright.sheet import SheetKey
from tests.browsers import serve
from tests.catalogues import Paper, entry_of, leave_sheets, make_paper, on_screens
from tests.workspaces import CLINIC, write_workspace

HOSTILE: Final = "</script><script>window.harmed = 1</script><img src=x onerror=harmed=1>\"'&"

PACKS: Final = {
    "knees": {
        "name": "All of a knee",
        "sheets": ["knee-leaflet-standard-en-GB", "knee-aftercare-standard-en-GB"],
    }
}


def _key(topic: str, **choices: str) -> SheetKey:
    made = SheetKey(clinic=CLINIC, topic=topic, variant="leaflet", edition="standard", language="en-GB")
    return replace(made, **choices)


def _entries(paper: Paper) -> list[Entry]:
    """Make a few sheets that differ in every way there is."""
    knee = entry_of(paper, _key("knee"), title="Your knee", reference="EX-7", status="example")
    arabic = Names(clinic="Oak", topic="الركبة", variant="نشرة", edition="عادي", language="العربية")
    return [
        knee,
        replace(knee, variant="aftercare"),
        replace(knee, edition="large-print"),
        entry_of(paper, _key("cafe"), title="Café and straße", keywords=("Łódź",)),
        on_screens(
            entry_of(paper, _key("hip", clinic="oak-street"), title="Your hip", review_due="2026-10-31")
        ),
        entry_of(paper, _key("knee", language="ar", clinic="oak-street"), title="ركبتك", names=arabic),
        entry_of(paper, _key("hostile"), title=HOSTILE, summary=HOSTILE, keywords=(HOSTILE,), code=HOSTILE),
    ]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the catalogue of the few sheets."""
    folder = tmp_path_factory.mktemp("catalogue")
    paper = make_paper()
    leave_sheets(folder / "output", _entries(paper), paper)
    workspace = write_workspace(folder / "workspace", clinic={"packs": PACKS})
    write_catalogue(load_library(workspace), read_output(folder / "output"))
    return folder / "output"


@pytest.fixture(scope="module")
def site(output: Path) -> Iterator[str]:
    """Serve the output folder; return its address."""
    with serve(output) as address:
        yield address


@pytest.fixture
def desk(page: Page, output: Path) -> Page:
    """Open the page of all clinics from a shared drive, where a browser allows a page the least."""
    page.goto(f"{output.as_uri()}/index.html")
    return page
