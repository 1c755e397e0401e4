"""The branding guide, followed to the letter: what it shows is read without a problem."""

import re
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
from leafwright.problems import ContentError, has_errors
from leafwright.workspace import Workspace
from tests.docs.test_brand_guide import EXAMPLES
from tests.docs.test_docs import ROOT, fenced
from tests.docs.test_second_site import BRAND, COMMAND, FILE, LEFT_OUT
from tests.workspaces import CLINIC, HANDOUT, LOGO, sheet_of, write_workspace

FIELDS = {kebab(name) for name in Clinic.model_fields} - {"part-of", "leave-out"}
"""The fields of a clinic that inherits nothing."""
GUIDE = ROOT / "docs/branding.md"
PIECES = {
    piece: shown
    for piece in fenced(GUIDE, "yaml")
    if isinstance(shown := yaml.load(piece, yaml.BaseLoader), dict) and shown.keys() <= FIELDS  # noqa: S506  # builds nothing but text
}


@pytest.mark.parametrize("shown", PIECES.values(), ids="-".join)
def test_what_the_guide_shows_of_a_clinic_is_sound(tmp_path: Path, shown: dict[str, Any]) -> None:
    """Each piece of a clinic.yaml can be used unchanged; its topics are some topic of the workspace."""
    topics = {topic for part in _below(shown) for topic in part.get("topics", ())}
    by_topic = (shown.get(field) for field in ("decisions-for", "web-base"))
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
    line.split()[1:]
    for piece in fenced(GUIDE, "sh")
    for line in piece.splitlines()
    if line.startswith("leafwright copy ")
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


PHRASES = [piece for piece in fenced(GUIDE, "yaml") if piece.startswith("phrases:")]


@pytest.mark.parametrize("piece", PHRASES)
def test_a_words_file_of_the_guide_is_printed(tmp_path: Path, piece: str) -> None:
    """The few phrases in it take the place of the bundled ones, in a workspace that has no others."""
    workspace = write_workspace(tmp_path, files={"words/en-GB.yaml": piece})

    assert "Ring us with any question. Review due" in render_html(sheet_of(workspace), workspace)


BEGIN = [
    line.split()[1:] for piece in fenced(GUIDE, "sh") for line in piece.splitlines() if "--brand" in line
]


@pytest.mark.parametrize("words", BEGIN, ids=" ".join)
def test_each_brand_that_the_guide_begins_with_makes_a_clinic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """With the file that is named there, and a home with a designer's folder."""
    for name in ("designers", "workspace"):
        (tmp_path / name).mkdir()
    for folder in (tmp_path, tmp_path / "designers"):
        (folder / "logo.svg").write_text(LOGO, "utf-8")
    (tmp_path / "designers/_brand.yml").write_text("logo: {path: logo.svg, alt: Elm}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    words = [word.replace("~", str(tmp_path)) for word in words]

    result = CliRunner().invoke(cli, ["--workspace", str(tmp_path / "workspace"), *words])

    assert result.exit_code == 0, result.output
    assert not has_errors(
        problem
        for problem in load_library(Workspace(root=tmp_path / "workspace")).problems
        if problem.code != "no-handouts"
    )


def test_the_message_about_an_open_answer_is_the_real_one(tmp_path: Path) -> None:
    """But for the lines, which depend on the files."""
    workspace = write_workspace(
        tmp_path,
        blocks=[{"kind": "decisions", "id": "rules", "slots": ["driving"]}],
        clinic={"decisions": {}},
    )
    with pytest.raises(ContentError) as caught:
        sheet_of(workspace)

    (shown,) = (piece for piece in fenced(GUIDE, "text") if "missing-decision" in piece)
    (said,) = map(str, caught.value.problems)
    assert re.sub(r"\d+", "0", said) == re.sub(r"\d+", "0", shown.strip().replace(" error: ", " "))


def test_every_piece_of_the_guide_is_followed() -> None:
    """Each YAML file, command and message that it shows is in one of these tests."""
    pieces = {piece.strip() for language in ("yaml", "sh", "text") for piece in fenced(GUIDE, language)}
    followed = {*PIECES, *EXAMPLES, *PHRASES, FILE, LEFT_OUT, BRAND}
    commands = [*COPIES, *BEGIN, COMMAND]
    of_messages = {
        piece for piece in pieces if re.match(r"clinics/\S+: error: (missing-decision|low-contrast): ", piece)
    }
    of_commands = {
        piece
        for piece in pieces
        if all(
            line.split("leafwright ")[-1].split()[:2] in [c[:2] for c in commands]
            for line in piece.splitlines()
        )
    }

    assert pieces - {piece.strip() for piece in followed} - of_messages - of_commands == set()
