"""Names and links of files, whatever somebody left in a folder: which are followed, and which passed over."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

DEEPEST: Final = 30
"""How many folders below another are looked into."""


def is_left_over(name: str) -> bool:
    """Tell whether a file is one that editors and systems keep for themselves: hidden, a lock or a backup."""
    return name.startswith((".", "#")) or name.endswith("~")


def is_text(name: str) -> bool:
    """Tell whether a name can be written in UTF-8: those of the system are bytes, which it may not be."""
    return not any("\udc80" <= sign <= "\udcff" for sign in name)


def is_below(name: str) -> bool:
    """Tell whether a relative name stays below the folder it is read against."""
    path = PurePosixPath(os.path.normpath(name))
    return not path.is_absolute() and ".." not in path.parts


def follow(path: Path) -> Path | None:
    """Follow every link of a path; None where that ends nowhere, or where no file can have such a name."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None


def relative_inside(folder: Path, name: str) -> Path | None:
    """Resolve a picture's name against its topic's or clinic's folder; None when it would lead out.

    It may not name another folder, but may be a link to one of the workspace. Of a file that is not there
    the folder is returned.
    """
    real = follow(folder / name) or folder.resolve()
    around = (folder.resolve(), folder.parent.parent.resolve())
    return real if is_below(name) and any(map(real.is_relative_to, around)) else None


def names_below(folder: Path) -> Iterator[str]:
    """Name all files below a folder, hidden ones too, and links, which are not followed."""
    for parent, folders, files in os.walk(folder):
        links = (name for name in folders if Path(parent, name).is_symlink())
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in (*files, *links))


def files_below(folder: Path, within: tuple[Path, ...]) -> Iterator[Path]:
    """Go through all that may be read in a folder and those below it, as `folders_below` finds them.

    Whatever its name is, a file counts: a logo may be hidden. What cannot be read is listed as well.
    """
    for each in folders_below(folder, within):
        yield from (Path(entry.path) for entry in os.scandir(each) if not _is_folder(entry))


def folders_below(folder: Path, within: tuple[Path, ...], above: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Go through a folder and those below it that can be read.

    A link that leads out of the folders `within`, or to a folder above itself, is passed over.
    """
    real = follow(folder)
    if real is None or real in above or len(above) > DEEPEST or not os.access(real, os.R_OK | os.X_OK):
        return
    yield folder
    for entry in os.scandir(folder):
        if _is_folder(entry):
            path = Path(entry.path)
            target = follow(path) if entry.is_symlink() else real
            if target and any(map(target.is_relative_to, within)):
                yield from folders_below(path, within, (*above, real))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder or a link to one; a link to itself is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False
