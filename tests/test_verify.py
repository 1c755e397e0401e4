"""An output folder is held against its manifest."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import door
from leafwright.files import digest
from leafwright.manifest import SUMS
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"
ONE = {"variants": {name: {"sections": ["part"]} for name in ("leaflet", "comparison")}}

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small library, by real processes."""
    root = write_workspace(tmp_path_factory.mktemp("built"), handout=ONE).root
    done = CliRunner().invoke(door, ["--workspace", str(root), "build", "--edition", "standard"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Copy the small library with what was built of it."""
    return Path(shutil.copytree(built, tmp_path / "workspace"))


@pytest.fixture
def run(root: Path) -> Run:
    """Run a command on the copy."""
    return lambda *words: CliRunner().invoke(door, ["--workspace", str(root), *words])


def test_what_was_built_is_verified(run: Run) -> None:
    """Nothing is found on an untouched folder, and it is told what was read."""
    done = run("verify")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "2 sheets of 2 pages are what was built\n"


def test_other_programs_can_verify_it(root: Path) -> None:
    """`sha256sum --check` takes the sums as they are."""
    subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=root / "output", check=True)


@pytest.mark.parametrize(
    ("change", "code"),
    [("gone", "missing-file"), ("edited", "changed-file"), ("stray", "stray-file"), ("sums", "changed-sums")],
)
def test_a_change_is_told(run: Run, root: Path, change: str, code: str) -> None:
    """A file that is missing, edited or nobody's is told by its name; only a stray one is no error."""
    path = root / "output" / LEAFLET
    match change:
        case "gone":
            path.unlink()
        case "edited":
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        case "stray":
            path.with_name("leaflet-final-2.pdf").write_bytes(b"%PDF")
        case "sums":
            (root / "output" / SUMS).write_text("", "utf-8")

    done = run("verify")

    assert f": {code}: " in done.stderr
    assert done.exit_code == (0 if change == "stray" else 1)


def test_a_sheet_older_than_the_library_is_told(run: Run, root: Path) -> None:
    """What stays because its newer version was refused is right to the byte, and told all the same."""
    (root / f"handouts/{TOPIC}/en.yaml").write_text("title: [\n", "utf-8")
    built = run("build", "--edition", "standard")
    done = run("verify")

    assert "\n2 sheets stay as they were: marked as older in the catalogue" in built.stdout
    assert (done.exit_code, done.stderr.count("older-sheet: ")) == (0, 2)


def test_a_folder_without_a_manifest_is_told(run: Run, root: Path) -> None:
    """There is nothing to verify by."""
    (root / "output/manifest.json").unlink()

    done = run("verify")

    assert done.exit_code == 1
    assert "no-manifest" in done.stderr


def test_a_sheet_is_built_again_to_the_byte(run: Run) -> None:
    """A sheet that is built again from the same inputs has the same bytes."""
    done = run("verify", "--reproduce", "1")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("; 1 sheet built again\n")


def test_a_sheet_that_cannot_be_the_same_is_told(run: Run, root: Path) -> None:
    """A sheet whose words changed since is stale, which is no error of the folder's."""
    write_workspace(root, handout={**ONE, "title": "Looking after your sore knee"})

    done = run("verify", "--reproduce", "5")

    assert done.exit_code == 0
    assert done.stderr.count("stale-sheet") == 2


def test_other_bytes_are_told(run: Run, root: Path) -> None:
    """A file that no build of these inputs could have written is found, though its sums agree."""
    path, manifest = root / "output" / LEAFLET, root / "output/manifest.json"
    content = path.read_bytes()
    other = content.replace(b"%%EOF", b"%%EOF\n%")
    path.write_bytes(other)
    for file in (manifest, root / "output" / SUMS):
        text = file.read_text("utf-8").replace(digest(content), digest(other))
        file.write_text(text.replace(f'"size": {len(content)}', f'"size": {len(other)}'), "utf-8")

    done = run("verify", "--reproduce", "2")

    assert done.exit_code == 1
    assert f"{LEAFLET}:1:1: not-reproduced: " in done.stderr
