"""The branding guide, followed to the letter: what it shows is read without a problem."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from leafwright.build.page_files import shared_files
from leafwright.cli import cli
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.model.clinic import Clinic
from leafwright.model.record import kebab
from leafwright.workspace import Workspace
from tests.docs.test_docs import ROOT, fenced
from tests.workspaces import CLINIC, HANDOUT, LOGO, sheet_of, write_workspace

FIELDS = {kebab(name) for name in Clinic.model_fields} - {"part-of", "leave-out"}
"""The fields of a clinic that inherits nothing."""
SHOWN = [
    shown
    for piece in fenced(ROOT / "docs/branding.md", "yaml")
    if isinstance(shown := yaml.load(piece, yaml.BaseLoader), dict) and shown.keys() <= FIELDS  # noqa: S506  # builds nothing but text
]


@pytest.mark.parametrize("shown", SHOWN, ids="-".join)
def test_what_the_guide_shows_of_a_clinic_is_sound(tmp_path: Path, shown: dict[str, Any]) -> None:
    """Each piece of a clinic.yaml can be used unchanged; its topics are some topic of the workspace."""
    topics = {topic for part in _below(shown) for topic in part.get("topics", ())}
    by_topic = (shown.get(field) for field in ("decisions-for", "sheets-at"))
    topics |= {topic for below in by_topic if isinstance(below, dict) for topic in below} - {"all"}
    text = yaml.safe_dump({**HANDOUT, "sections": PART})
    files = {
        f"handouts/{topic}/en.yaml": text.replace("EX-1", f"EX-{number}")
        for number, topic in enumerate(sorted(topics), start=2)
    }

    logos = {f"clinics/{CLINIC}/{partner['path']}": LOGO for partner in shown.get("partners", ())}
    problems = load_library(write_workspace(tmp_path, clinic=shown, files=files | logos)).problems

    assert not problems, "\n".join(map(str, problems))


PART = [
    {"id": "part", "heading": "Part", "blocks": [{"kind": "paragraphs", "id": "text", "text": "Rest it."}]}
]


def _below(shown: dict[str, Any]) -> list[dict[str, Any]]:
    departments = shown.get("departments", {})
    return [part for part in departments.values() if isinstance(part, dict)] if departments else []


COPIES = [
    line.split()[2:]
    for piece in fenced(ROOT / "docs/branding.md", "sh")
    for line in piece.splitlines()
    if line.startswith("python generate.py copy ")
]


@pytest.mark.parametrize("words", COPIES, ids="-".join)
def test_each_copy_that_the_guide_makes_leaves_the_pages_as_they_were(
    tmp_path: Path, words: list[str]
) -> None:
    """The command works as it is shown, and what it copies says and looks the same."""
    workspace = write_workspace(tmp_path)
    page, files = render_html(sheet_of(workspace), workspace), shared_files(workspace)

    result = CliRunner().invoke(cli, ["--workspace", str(tmp_path), *words])

    assert result.exit_code == 0
    after = Workspace(root=tmp_path)
    assert render_html(sheet_of(after), after) == page
    assert {**shared_files(after), **files} == shared_files(after)
