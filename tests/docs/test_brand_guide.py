"""The guide to branding: whoever follows it to the letter prints a sheet."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from leafwright.families import SOURCES
from leafwright.library import load_library
from leafwright.problems import Severity
from leafwright.resources import PACKAGE
from tests.workspaces import BRAND, CLINIC, LOGO, write_workspace

GUIDE = (PACKAGE.parent / "docs/branding.md").read_text("utf-8")
PART = re.search(r"^## _brand\.yml\n(.*?)^## ", GUIDE, re.MULTILINE | re.DOTALL)
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PART[1] if PART else "", re.MULTILINE | re.DOTALL)
WHITE = LOGO.replace("#1d4e68", "#ffffff").replace("M0 0H40V14H0Z", "M4 4H36V10H4Z")
"""A logo for dark grounds; one that is white all over would show nothing anywhere."""
ASKED = ("I have a brand file", "My logo", "My colours", "My font")


@pytest.mark.parametrize("question", ASKED)
def test_a_question_that_people_ask_has_a_part(question: str) -> None:
    """It is found in the list of contents."""
    assert f"\n### {question}\n" in GUIDE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: str(text).partition("\n")[0])
def test_an_example_of_a_brand_file_prints(example: str, tmp_path: Path) -> None:
    """With the files that it names beside it, nothing is wrong; the look is in the clinic's file."""
    written: dict[str, Any] = yaml.safe_load(example)
    look = {name: written.pop(name) for name in ("look",) if name in written}
    workspace = write_workspace(tmp_path, clinic=look, brand={**BRAND, **written})
    folder = tmp_path / f"clinics/{CLINIC}"
    for name in re.findall(r"[\w/.-]+\.(?:svg|png|woff2)", example):
        (folder / name).parent.mkdir(exist_ok=True)
        weight = 700 if "Bold" in name else 400
        logo = WHITE if "white" in name else LOGO
        content = SOURCES[0].file(weight).read_bytes() if name.endswith("woff2") else logo.encode()
        (folder / name).write_bytes(content)

    library = load_library(workspace)

    assert [str(problem) for problem in library.problems if problem.severity is not Severity.ADVICE] == []
    assert [clinic.id for clinic in library.clinics] == [CLINIC]


def test_the_guide_names_every_family() -> None:
    """Those that come with Leafwright stand in its part on fonts."""
    assert all(source.family in GUIDE for source in SOURCES)
