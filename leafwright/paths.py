"""Decide which names and links of files are followed and which are ignored."""

import os
import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

DEEPEST: Final = 30
"""The greatest depth of folders that are searched."""
JUNCTIONS: Final = os.name == "nt"
"""Whether a folder may be a link that does not look like one."""


def is_left_over(name: str) -> bool:
    """Return whether a file belongs to an editor or the system: hidden, a lock or a backup."""
    return name.startswith((".", "#")) or name.endswith("~")


def is_text(name: str) -> bool:
    """Return whether a file name is valid UTF-8; the system's file names are arbitrary bytes."""
    return not any("\udc80" <= sign <= "\udcff" for sign in name)


def is_below(name: str) -> bool:
    """Return whether a relative name stays below its folder."""
    path = PurePosixPath(posixpath.normpath(name))
    return not path.is_absolute() and ".." not in path.parts


def follow(path: Path) -> Path | None:
    """Follow every link of a path; None if it leads nowhere, or no file can have such a name."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None


def relative_inside(folder: Path, name: str) -> Path | None:
    """Resolve a picture's name against its topic's or clinic's folder; None if it leads out of it.

    It must not name another folder, but may be a link to one of the workspace. For a missing file the folder
    is returned.
    """
    real = follow(folder / name) or folder.resolve()
    around = (folder.resolve(), folder.parent.parent.resolve())
    return real if is_below(name) and any(map(real.is_relative_to, around)) else None


def find_repository(folder: Path) -> Path | None:
    """Find the Git repository that a folder is in."""
    return next((path for path in (folder, *folder.parents) if (path / ".git").exists()), None)


def names_below(folder: Path) -> Iterator[str]:
    """List the names of all files and links below a folder, hidden ones too; links are not followed."""
    for parent, folders, files in os.walk(folder):
        links = (name for name in folders if Path(parent, name).is_symlink())
        inside = Path(parent).relative_to(folder)
        before = "" if inside == Path() else f"{inside.as_posix()}/"
        yield from (f"{before}{name}" for name in (*files, *links))


def files_below(folder: Path, within: tuple[Path, ...]) -> Iterator[Path]:
    """Go through all files in a folder and in those that `folders_below` finds.

    Hidden files are listed too, because a logo may be hidden, and so are unreadable ones.
    """
    for below in folders_below(folder, within):
        yield from (Path(entry.path) for entry in os.scandir(below) if not _is_folder(entry))


def folders_below(folder: Path, within: tuple[Path, ...]) -> Iterator[Path]:
    """Go through a folder and those below it that can be read.

    A link that leads out of the folders `within`, or to a folder above itself, is ignored.
    """
    if real := follow(folder):
        yield from _folders_below(folder, within, (real,))


def _folders_below(folder: Path, within: tuple[Path, ...], real: tuple[Path, ...]) -> Iterator[Path]:
    """Do the same; `real` is the path of the folder without links, after those of the folders above it."""
    *above, own = real
    if own in above or len(above) > DEEPEST or not os.access(own, os.R_OK | os.X_OK):
        return
    yield folder
    for entry in os.scandir(folder):
        if _is_folder(entry):
            path = Path(entry.path)
            target = follow(path) if JUNCTIONS or entry.is_symlink() else own / entry.name
            if target and any(map(target.is_relative_to, within)):
                yield from _folders_below(path, within, (*real, target))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or a link to one, but not a link to itself."""
    try:
        return entry.is_dir()
    except OSError:
        return False
