"""Changes on disk: which files of a workspace matter to a page, told a moment after they were saved."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Final

from watchfiles import Change, watch

from leafwright.paths import folders_below
from leafwright.resources import SHARED, shared
from leafwright.workspace import Workspace

FOLDERS: Final = ("handouts", "clinics", *SHARED)
KINDS: Final = frozenset({"", ".yaml", ".yml", ".html", ".css", ".svg", ".png", ".jpg", ".jpeg"})
"""What a page is made of; folders, which come and go without the files in them being told, have no ending."""

QUIET: Final = 25
"""Milliseconds without a further change: an editor that writes in several steps is done by then."""
LONGEST: Final = 300
"""Milliseconds after which changes are told although they go on."""
LOOK_AGAIN: Final = 2000
"""Milliseconds between looks for folders that have come or gone."""


def watch_workspace(workspace: Workspace, stop: Event) -> Iterator[frozenset[Path]]:
    """Yield what was changed, each time something was, until told to stop.

    A folder that comes or goes as a whole is told with no file named. Each folder is watched for itself:
    the watcher would follow a link to the root of the disk, and try to watch all that is below.
    """
    folders = _folders(workspace)
    while not stop.is_set():
        changes = watch(
            *(path for path, _ in folders),
            watch_filter=matters,
            debounce=LONGEST,
            step=QUIET,
            stop_event=stop,
            rust_timeout=LOOK_AGAIN,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
        )
        with suppress(FileNotFoundError):  # a folder may go before it is watched
            for changed in changes:
                if changed:
                    yield frozenset(Path(path) for _, path in changed)
                if folders != (folders := _folders(workspace)):
                    break
        if not stop.is_set():
            yield frozenset()


def matters(_change: Change, path: str) -> bool:
    """Tell whether a page can differ because of this file, which may be hidden; editors mark their own."""
    name, kind = Path(path).name, Path(path).suffix.lower()
    own = name.startswith((".#", "#")) or name.endswith("~") or (name.startswith(".") and not kind)
    return kind in KINDS and not own


def _folders(workspace: Workspace) -> tuple[tuple[Path, int], ...]:
    """List the folders to watch, each with what tells it from another that is later put in its place."""
    tops = [*(workspace.root / name for name in FOLDERS), *(shared(name) for name in SHARED)]
    within = (workspace.root.resolve(), *(path.resolve() for path in tops))
    found: dict[Path, int] = {}
    for top in tops:
        with suppress(OSError):  # a folder may go between two looks
            for path in folders_below(top, within):
                found[path] = path.stat().st_ino
    return tuple(sorted(found.items()))
