"""What counts as a change, and that it is reported soon."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue
from threading import Event

import pytest
from watchfiles import Change

from leafwright.preview import watcher
from leafwright.preview.watcher import matters, watch_workspace
from leafwright.resources import SHARED
from leafwright.workspace import Workspace
from tests.workspaces import TOPIC

NextChange = Callable[[], frozenset[Path]]
PATIENCE = 10.0


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the shared folders lie where a test may write."""
    for name in SHARED:
        (tmp_path / "brought" / name).mkdir(parents=True)
    monkeypatch.setattr(watcher, "shared", lambda name: tmp_path / "brought" / name)
    return tmp_path / "brought"


@pytest.fixture
def next_change(workspace: Workspace) -> Iterator[NextChange]:
    """Watch the workspace; wait for the next report."""
    stop = Event()
    told: Queue[frozenset[Path]] = Queue()

    def watch() -> None:
        for changed in watch_workspace(workspace, stop):
            told.put(changed)

    with ThreadPoolExecutor(max_workers=1) as executor:
        watching = executor.submit(watch)
        _await_watch(workspace, told)
        try:
            yield lambda: told.get(timeout=PATIENCE)
        finally:
            stop.set()
            watching.result(timeout=PATIENCE)


def _await_watch(workspace: Workspace, told: "Queue[frozenset[Path]]") -> None:
    """Write until a write is seen, and wait until the last ones are reported."""
    for number in range(100):
        (workspace.root / "handouts/first.yaml").write_text(str(number))
        try:
            told.get(timeout=0.1)
        except Empty:
            continue
        break
    while True:
        try:
            told.get(timeout=0.5)
        except Empty:
            return


@pytest.mark.parametrize(
    "name", [f"handouts/{TOPIC}/en.yaml", "clinics/elm-street/_brand.yml", f"handouts/{TOPIC}/new.svg"]
)
def test_a_write_is_reported(workspace: Workspace, next_change: NextChange, name: str) -> None:
    """A file that is written, or comes, is reported by its path."""
    (workspace.root / name).write_text("changed", "utf-8")

    assert next_change() == {workspace.root / name}


@pytest.mark.parametrize("name", ["templates/page.html", "styles/tokens.css", "words/en-GB.yaml"])
def test_what_is_brought_along_is_watched(brought: Path, next_change: NextChange, name: str) -> None:
    """Changes of shared templates, styles and phrases are shown, too."""
    (brought / name).write_text("changed", "utf-8")

    assert next_change() == {brought / name}


def test_a_file_that_is_put_in_place_is_reported(workspace: Workspace, next_change: NextChange) -> None:
    """An editor that writes a file beside and renames it is seen, and its own file is not."""
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    beside = path.with_name(".en.yaml.swp")
    beside.write_text("changed", "utf-8")
    beside.replace(path)

    assert next_change() == {path}


def test_a_folder_that_comes_later_is_watched(workspace: Workspace, next_change: NextChange) -> None:
    """A workspace that is given its own templates while it is watched is seen to be."""
    folder = workspace.root / "templates"
    folder.mkdir()

    assert next_change() == frozenset()

    (folder / "page.html").write_text("new", "utf-8")
    assert folder / "page.html" in next_change()


def test_a_link_out_of_the_workspace_is_not_followed(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All of the disk is below a link to its root; a link within the workspace is watched like a folder."""
    outside = tmp_path_factory.mktemp("outside")
    handouts = workspace.root / "handouts"
    (handouts / "out").symlink_to(outside)
    (handouts / "root").symlink_to("/")
    (handouts / "above").symlink_to(".")
    (handouts / "again").symlink_to(TOPIC)

    watched = {path for path, _ in watcher._folders(workspace)}

    assert {handouts, handouts / TOPIC, handouts / "again"} <= watched
    assert not {handouts / name for name in ("out", "root", "above")} & watched


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("/w/handouts/a/en.yaml", True),
        ("/w/clinics/a/logo.SVG", True),
        ("/w/handouts/a", True),
        ("/w/clinics/a/.logo.svg", True),
        ("/w/clinics/a/.#logo.svg", False),
        ("/w/handouts/.git", False),
        ("/w/handouts/a/.en.yaml.swp", False),
        ("/w/handouts/a/en.yaml~", False),
        ("/w/handouts/a/#en.yaml#", False),
        ("/w/handouts/a/notes.txt", False),
        ("/w/templates/__pycache__/a.pyc", False),
    ],
)
def test_only_what_a_page_is_made_of_matters(name: str, *, told: bool) -> None:
    """An editor's own files, and files that are not part of a page, cause no rebuild."""
    assert matters(Change.modified, name) is told
