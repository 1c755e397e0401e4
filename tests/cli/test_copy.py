"""`copy`: a bundled file comes into the workspace, changes nothing there, and replaces nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright import resources
from leafwright.build.page_files import shared_files
from leafwright.cli import cli
from leafwright.html import render_html
from leafwright.library import load_library
from leafwright.scaffold import KINDS, WantedCopy, copy_file
from leafwright.workspace import Workspace
from tests.workspaces import sheet_of, write_workspace


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), "copy", *words])


def test_what_is_copied_prints_the_same(tmp_path: Path) -> None:
    """With every bundled file in a workspace, a page and all its styles are what they were."""
    workspace = write_workspace(tmp_path)
    before = render_html(sheet_of(workspace), workspace), shared_files(workspace)

    for kind, copied in reversed([*KINDS.items()]):
        for name in copied.names:
            if not (tmp_path / copied.file(name)).exists():  # a look has come with its style
                copy_file(workspace, WantedCopy(kind=kind, name=name))

    after = Workspace(root=tmp_path)
    assert load_library(after).problems == ()
    assert (render_html(sheet_of(after), after), shared_files(after)) == before


def test_phrases_are_copied_as_they_are(tmp_path: Path) -> None:
    """Only the named phrases are in the file, a group of them with all below it, and they change nothing."""
    workspace = write_workspace(tmp_path)
    before = sheet_of(workspace).foot

    result = _run(tmp_path, "words", "en-GB", "foot.clinic", "form.answers")

    assert result.exit_code == 0
    assert (tmp_path / "words/en-GB.yaml").read_text("utf-8").splitlines()[1:] == [
        "language: en-GB",
        "phrases:",
        "  foot:",
        "    clinic: Review\N{NO-BREAK SPACE}{review_due}",
        "  form:",
        "    answers:",
        '      "yes": "Yes"',
        '      "no": "No"',
        "      not-sure: Not sure",
    ]
    assert sheet_of(workspace).foot == before


def test_without_its_signs_a_comment_becomes_the_phrase(tmp_path: Path) -> None:
    """The skeleton of a words file has every phrase as a comment that can be used by deleting its signs."""
    workspace = write_workspace(tmp_path)
    _run(tmp_path, "words", "en-GB")
    path = tmp_path / "words/en-GB.yaml"
    text = path.read_text("utf-8")

    changed = text.replace("  # at-a-glance: At a glance", "  at-a-glance: In short")
    path.write_text(changed, "utf-8")

    assert changed != text
    assert load_library(workspace).words["en-GB"].phrases.at_a_glance.plain == "In short"


def test_another_language_begins_as_a_copy(tmp_path: Path) -> None:
    """It has every phrase of the file that was named, under its own tag, and is otherwise the same."""
    result = _run(tmp_path, "words", "en-GB", "--as", "pt")

    bundled = (resources.shared("words") / "en-GB.yaml").read_text("utf-8")
    assert result.exit_code == 0
    assert (tmp_path / "words/pt.yaml").read_text("utf-8") == bundled.replace(
        "language: en-GB", "language: pt"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_name_it_lists_what_there_is(tmp_path: Path, kind: str) -> None:
    """Each name that can be copied is a line, and nothing is written."""
    result = _run(tmp_path, kind)

    assert (result.exit_code, result.stdout.splitlines()) == (0, list(KINDS[kind].names))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("edition", "large"),
            "editions/large.yaml does not come with Leafwright; did you mean 'large-print'?",
        ),
        (("edition", "x"), "there are bilingual, booklet, fillable, large-print, "),
        (("style", "qr"), "styles/qr.css does not come with Leafwright; did you mean 'blocks/qr'?"),
        (("style", "../../secret"), "does not come with Leafwright; there are base, "),
        (("words", "en-GB", "foot.clinc"), "there is no phrase 'foot.clinc'; did you mean 'foot.clinic'?"),
        (("style", "base", "foot.clinic"), "a style is copied whole: name one, without phrases"),
        (("colour",), "'colour' is not one of"),
    ],
)
def test_a_wrong_name_is_reported_with_what_there_is(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    """Nothing is written, and the message says which names there are, or which was probably meant."""
    result = _run(tmp_path, *words)

    assert result.exit_code == 2
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_look_of_its_own_begins_as_a_copy(tmp_path: Path) -> None:
    """It comes with its style under the new name, and a clinic that names it has the class of that style."""
    workspace = write_workspace(tmp_path, clinic={"look": "ours"})

    result = _run(tmp_path, "look", "paper", "--as", "ours")

    assert result.stdout.startswith("wrote templates/looks/ours.yaml\nwrote styles/looks/ours.css\n")
    assert load_library(workspace).problems == ()
    page = render_html(sheet_of(workspace), workspace)
    assert "sheet--look-ours" in page
    style = (tmp_path / "styles/looks/ours.css").read_text("utf-8")
    assert ".sheet--look-ours {" in style
    assert "look-paper" not in style


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("look", "paper", "--as", "Our Look"),
            "'Our Look' is no name: use small letters, digits and single",
        ),
        (("style", "base", "--as", "ours"), "a style keeps its name, by which pages find it"),
        (
            ("words", "en-GB", "--as", "Portuguese"),
            "'Portuguese' is no language tag: write the language's tag",
        ),
        (("words", "en-GB", "--as", "fr"), "fr comes with Leafwright: leave out --as fr"),
        (("words", "en-GB", "foot", "--as", "pt"), "another language needs every phrase: name none"),
    ],
)
def test_another_name_must_be_one(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """Only what is named in a file may have another name, and it must be one that a file may have."""
    result = _run(tmp_path, *words)

    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert told in result.stderr


def test_a_file_of_the_workspace_is_never_overwritten(tmp_path: Path) -> None:
    """A second copy is refused, and what was changed stays; the whole path names the file, too."""
    assert _run(tmp_path, "style", "styles/blocks/qr.css").exit_code == 0
    own = tmp_path / "styles/blocks/qr.css"
    own.write_text("/* Ours. */", "utf-8")

    result = _run(tmp_path, "style", "blocks/qr")

    assert result.exit_code == 2
    assert "styles/blocks/qr.css is there already" in result.stderr
    assert own.read_text("utf-8") == "/* Ours. */"


def test_an_installed_program_copies_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside an installed package the bundled files are those of the wheel."""
    carried = tmp_path / "installed/_shared/styles/tokens.css"
    carried.parent.mkdir(parents=True)
    carried.write_text("/* The wheel's. */", "utf-8")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "installed")

    copy_file(Workspace(root=tmp_path / "own"), WantedCopy(kind="style", name="tokens"))

    assert (tmp_path / "own/styles/tokens.css").read_text("utf-8") == "/* The wheel's. */"
