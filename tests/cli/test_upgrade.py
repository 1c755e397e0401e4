"""`upgrade`: what a release wrote into a workspace is written again by the next."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from leafwright import __version__
from leafwright.cli import cli
from leafwright.library import load_library
from leafwright.translation import parts_of
from leafwright.translation.parts import fingerprint_of_part
from tests.translations import make_translation, write_translation
from tests.workspaces import TOPIC, write_workspace

OLD = "# Leafwright 0.0.1"
WHEEL = f"leafwright-{__version__}-py3-none-any.whl"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write what an older release left in a workspace."""
    (tmp_path / "root/handouts").mkdir(parents=True)
    for name in (
        ".github/actions/leafwright/action.yml",
        ".github/workflows/leaflets.yml",
        "requirements.txt",
    ):
        (tmp_path / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / name).write_text(OLD, "utf-8")
    for folder, name in (("root/wheels", "leafwright-0.0.1-py3-none-any.whl"), ("new", WHEEL)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(b"a wheel")
    return tmp_path / "root"


def _upgrade(root: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), "upgrade", *map(str, words)])


def test_what_a_release_wrote_is_written_again(root: Path) -> None:
    """Requirements, the wheel, the schemas and the set-up of CI are those of this release."""
    done = _upgrade(root, "--wheel", root.parent / "new" / WHEEL)

    assert done.exit_code == 0, done.output
    assert f"./wheels/{WHEEL} --hash=sha256:" in (root / "requirements.txt").read_text("utf-8")
    assert [path.name for path in (root / "wheels").iterdir()] == [WHEEL]
    assert "composite" in (root / ".github/actions/leafwright/action.yml").read_text("utf-8")
    assert (root / "schema/handout.schema.json").is_file()


@pytest.mark.parametrize(("written", "renewed"), [("Rest helps", True), ("Ice helps", False)])
def test_fingerprints_of_translations_are_written_again(root: Path, written: str, *, renewed: bool) -> None:
    """Those of earlier releases, where the words are of the English of now; other files stay as they are."""
    workspace = write_workspace(root)
    translation = make_translation(workspace)
    (source,) = load_library(workspace).handouts
    for name, part in parts_of(source.handout).items():
        translation["parts"][name]["made-from"] = fingerprint_of_part(part.sources)
    path = write_translation(workspace, translation)
    before = path.read_bytes()
    english = root / f"handouts/{TOPIC}/en.yaml"
    english.write_text(english.read_text("utf-8").replace("Rest helps", written), "utf-8")
    done = _upgrade(root, "--wheel", root.parent / "new" / WHEEL)

    assert done.exit_code == 0, done.output
    assert (f"wrote {path}\n" in done.output) is renewed
    assert (yaml.safe_load(path.read_text("utf-8")) == make_translation(workspace)) is renewed
    assert (path.read_bytes() == before) is not renewed


def test_what_its_owners_wrote_stays(root: Path) -> None:
    """The workflow is theirs, and CI of another host is not begun."""
    _upgrade(root, "--wheel", root.parent / "new" / WHEEL)

    assert (root / ".github/workflows/leaflets.yml").read_text("utf-8") == OLD
    assert not (root / ".gitlab").exists()


def test_without_a_wheel_nothing_is_written(root: Path) -> None:
    """Requirements that do not name Leafwright would be worse than old ones."""
    done = _upgrade(root)

    assert done.exit_code == 1
    assert "name it with --wheel FILE" in done.stderr
    assert (root / "requirements.txt").read_text("utf-8") == OLD


def test_what_somebody_else_wrote_is_refused(root: Path) -> None:
    """Requirements of another program are not overwritten."""
    (root / "requirements.txt").write_text("django", "utf-8")

    done = _upgrade(root, "--wheel", root.parent / "new" / WHEEL)

    assert done.exit_code == 1
    assert "was not written by Leafwright: move it away first" in done.stderr
    assert (root / "requirements.txt").read_text("utf-8") == "django"


def test_a_folder_that_is_no_workspace_is_refused(root: Path) -> None:
    """In the wrong folder nothing is written."""
    (root / "handouts").rmdir()

    done = _upgrade(root, "--wheel", root.parent / "new" / WHEEL)

    assert done.exit_code == 1
    assert "`leafwright init FOLDER` begins a workspace" in done.stderr
    assert not (root / "schema").exists()
