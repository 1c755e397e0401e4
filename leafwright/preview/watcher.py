"""Watch the files of a workspace that a page depends on, and report changes right after they are saved."""

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
"""The files of a page; folders have no ending, and may appear and vanish without a report of their files."""

QUIET: Final = 25
"""Milliseconds without another change, after which an editor that writes in several steps is done."""
LONGEST: Final = 300
"""Milliseconds after which changes are reported even if more follow."""
LOOK_AGAIN: Final = 2000
"""Milliseconds between checks for new and removed folders."""


def watch_workspace(workspace: Workspace, stop: Event) -> Iterator[frozenset[Path]]:
    """Yield the changed files after each change, until `stop` is set.

    A folder that appears or vanishes as a whole gives an empty set. Each folder is watched separately,
    because the watcher would follow a link to the root of the disk, and try to watch everything below it.
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
    """Return whether a page can depend on this file, which may be hidden; editors' own files are left out."""
    name, kind = Path(path).name, Path(path).suffix.lower()
    own = name.startswith((".#", "#")) or name.endswith("~") or (name.startswith(".") and not kind)
    return kind in KINDS and not own


def _folders(workspace: Workspace) -> tuple[tuple[Path, int], ...]:
    """List the folders to watch, each with its inode, so that a replaced folder is noticed."""
    tops = [*(workspace.root / name for name in FOLDERS), *(shared(name) for name in SHARED)]
    within = (workspace.root.resolve(), *(path.resolve() for path in tops))
    inodes: dict[Path, int] = {}
    for top in tops:
        with suppress(OSError):  # a folder may vanish meanwhile
            for path in folders_below(top, within):
                inodes[path] = path.stat().st_ino
    return tuple(sorted(inodes.items()))
