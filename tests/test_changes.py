"""What another release would print differently: by sheet and page, as words and as ink."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from tests.fakes import THREAD, tree_of
from tests.workspaces import CLINIC, TOPIC, write_workspace

ONE = {"variants": {name: {"sections": ["part"]} for name in ("leaflet", "comparison")}}
LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"
COMPARISON = f"{CLINIC}/{TOPIC}-comparison-standard-en-GB.pdf"
SAME = "2 sheets: no page would differ\n"

Run = Callable[..., Result]


@pytest.fixture(scope="module", autouse=True)
def _in_a_thread() -> Iterator[None]:
    """Set sheets in a thread of this process: a process of its own would load the engine again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two sheets."""
    clinic = {"prints": {"languages": ["en-GB"], "paper": "A4", "topics": "all", "editions": ["standard"]}}
    clinic["prints"] |= {"variants": ["leaflet", "comparison"], "references": "full"}
    root = write_workspace(tmp_path_factory.mktemp("built"), handout=ONE, clinic=clinic).root
    done = CliRunner().invoke(cli, ["--workspace", str(root), "build"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Copy the workspace with what was built of it."""
    return Path(shutil.copytree(built, tmp_path / "workspace"))


@pytest.fixture
def check(root: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `upgrade --check` on the copy, in lines that nothing wraps."""
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), "upgrade", "--check", *words])


def test_the_release_that_built_it_changes_nothing(check: Run, root: Path) -> None:
    """Nothing differs, the status is 0, and nothing is written."""
    before = tree_of(root)

    done = check()

    assert (done.exit_code, done.output) == (0, SAME)
    assert tree_of(root) == before


def test_other_words_and_other_ink_are_told_apart(check: Run, root: Path) -> None:
    """A word in one sheet is told as words; a rule under a heading, in both, as ink."""
    _replace(root / f"handouts/{TOPIC}/en.yaml", "Most sore knees get better.", "Most knees get better.")
    (root / "styles/layouts").mkdir(parents=True)
    shutil.copy(_bundled("styles/layouts/grid.css"), root / "styles/layouts")
    with (root / "styles/layouts/grid.css").open("a", encoding="utf-8") as style:
        style.write("h1 { border-block-end: 2pt solid black; }\n")

    done = check()

    assert done.exit_code == 1
    assert done.stdout.splitlines()[:2] == [
        f"{COMPARISON}: other ink on page 1",
        f"{LEAFLET}: other words on page 1",
    ]


def test_what_no_reader_sees_is_no_difference(check: Run, root: Path) -> None:
    """Keywords are inside the file only: the sheets are named, and the status is 0."""
    _replace(root / f"handouts/{TOPIC}/en.yaml", "keywords:\n- knee", "keywords:\n- joint")

    done = check()

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, SAME.strip())
    assert f"{LEAFLET}: the same to readers; other bytes" in done.stdout


def test_new_and_gone_sheets_are_told(check: Run, root: Path) -> None:
    """A sheet that only one of the two has is a difference."""
    _replace(root / f"clinics/{CLINIC}/clinic.yaml", "  - comparison\n", "")
    (root / "output" / LEAFLET).unlink()

    done = check()

    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"{COMPARISON}: gone",
        f"{LEAFLET}: new",
        "2 of 2 sheets would differ: 1 new, 1 gone",
    ]


def test_what_cannot_be_read_is_not_said_to_be_gone(check: Run, root: Path) -> None:
    """With an error in a file nothing is compared: the error is told, and no sheet is named."""
    _replace(root / f"handouts/{TOPIC}/en.yaml", "status: ", "stats: ")

    done = check()

    assert (done.exit_code, done.stdout) == (1, "")
    assert "unknown-field" in done.stderr


def test_a_folder_of_another_release_is_read_by_its_names(check: Run, root: Path) -> None:
    """A manifest in another format says nothing, so the files are compared, those only to print apart."""
    manifest = root / "output/manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"format": ', '"format": 1'), "utf-8")
    for name in ("old_two-up.pdf", "clinic-day_pack.pdf"):
        shutil.copy(root / "output" / LEAFLET, root / "output" / CLINIC / name)
    (root / "output" / LEAFLET).rename(root / "output" / CLINIC / "old.pdf")

    done = check()

    assert done.stdout.splitlines() == [
        f"{CLINIC}/old.pdf: gone",
        f"{LEAFLET}: new",
        "2 of 3 sheets would differ: 1 new, 1 gone",
    ]


def test_a_folder_without_sheets_is_refused(check: Run, root: Path) -> None:
    """There is nothing to compare with, and the message says how to get it."""
    shutil.rmtree(root / "output" / CLINIC)

    done = check()

    assert done.exit_code == 1
    assert "build them with the release that printed them" in done.stderr


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new), "utf-8")


def _bundled(name: str) -> Path:
    return Path(__file__).resolve().parents[1] / name
