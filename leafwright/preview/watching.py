"""Changes on disk: which files of a workspace matter to a page, told a moment after they were saved."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Final

from watchfiles import Change, watch

from leafwright.resources import shared
from leafwright.workspace import SHARED, Workspace

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

    A folder that comes or goes as a whole is told with no file named.
    """
    while not stop.is_set():
        folders = _folders(workspace)
        changes = watch(
            *(path for path, _ in folders),
            watch_filter=matters,
            debounce=LONGEST,
            step=QUIET,
            stop_event=stop,
            rust_timeout=LOOK_AGAIN,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for changed in changes:
            if changed:
                yield frozenset(Path(path) for _, path in changed)
            if _folders(workspace) != folders:
                yield frozenset()
                break


def matters(_change: Change, path: str) -> bool:
    """Tell whether a page can differ because of this file, which may be hidden; editors mark their own."""
    name, kind = Path(path).name, Path(path).suffix.lower()
    own = name.startswith((".#", "#")) or name.endswith("~") or (name.startswith(".") and not kind)
    return kind in KINDS and not own


def _folders(workspace: Workspace) -> tuple[tuple[Path, int], ...]:
    """List the folders to watch, each with what tells it from another that is later put in its place."""
    paths = [*(workspace.root / name for name in FOLDERS), *(shared(name) for name in SHARED)]
    found: dict[Path, int] = {}
    for path in paths:
        with suppress(OSError):  # a folder may go between two looks
            found[path] = path.stat().st_ino
    return tuple(found.items())
