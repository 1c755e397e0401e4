"""A workspace: the folder with handouts and clinics, and the bundled folders.

A listing only names files that can be read: no link that leads nowhere or out of the workspace, no pipe or
device, and none of an editor's own files.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, Self

from leafwright.files import Contents, digest
from leafwright.paths import files_below, follow, is_below, is_left_over, is_text
from leafwright.problems import Place, Problem
from leafwright.resources import SHARED, shared

_BELOW: Final = "**/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A folder with handouts/ and clinics/; its templates, styles and words override the shared ones.

    With `contents`, it reads each file once: the same bytes are parsed, hashed and printed, even if somebody
    saves the file meanwhile.
    """

    root: Path
    contents: Contents | None = field(default=None, repr=False, compare=False)

    def reading_once(self) -> Self:
        """Return this workspace for a new run, which reads each file once."""
        return replace(self, contents=Contents())

    def name(self, path: Path) -> str:
        """Name a file as its author knows it: relative to the workspace if it is in it.

        Unprintable characters are written as escapes, such as backslash and n for a line break.
        """
        name = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        signs = (
            sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in name
        )
        return "".join(signs)

    def find(self, name: str) -> Path | None:
        """Find a file by its name, such as `templates/page.html`, in the workspace or the shared folders.

        A name that leads out of its folder is not found, and neither is a link that leads out of the
        workspace. The path is the file's own, with every link followed.
        """
        if self.contents and (known := self.contents.named(name)):
            return known
        top, _, rest = name.partition("/")
        for base in self._bases(top) if is_below(rest) else ():
            path = follow(base / rest)
            if path and path.is_file() and self._holds(path, base):
                return path
            if self.contents and self.contents.has(base / rest):
                return base / rest
        return None

    def read(self, name: str) -> bytes | None:
        """Read a file by its name for `find`; None if there is no readable one."""
        path = self.find(name)
        try:
            content = self.read_file(path) if path else None
        except OSError:
            return None
        if self.contents and path:
            self.contents.keep(name, path)
        return content

    def read_covered(self, name: str) -> bytes:
        """Read the shared file that one of the workspace's own overrides; empty if there is none."""
        top, _, rest = name.partition("/")
        path = shared(top) / rest
        covered = path.is_file() and path.resolve() != self.find(name)
        return self.read_file(path) if covered else b""

    def hash(self, name: str) -> str | None:
        """Return the SHA-256 of a file by its name; None if there is no readable one."""
        path = self.find(name)
        try:
            hashed = self._hash_file(path) if path else None
        except OSError:
            return None
        if self.contents and path:
            self.contents.keep(name, path)
        return hashed

    def read_file(self, path: Path) -> bytes:
        """Read a file. Raises OSError if it cannot be read."""
        return self.contents.read(path) if self.contents else path.read_bytes()

    def list(self, folder: str, pattern: str) -> Iterator[Path]:
        """List the files of a folder, the workspace's own before the shared ones, each name once, sorted."""
        return (path for _, path in self.named(folder, pattern))

    def named(self, folder: str, pattern: str) -> Iterator[tuple[str, Path]]:
        """List the files of a folder like `list`, each with its name for `find`."""
        paths: dict[str, Path] = {}
        for base in self._bases(folder):
            for path in self.entries(base, pattern):
                if follow(path) and not self._fault(path, base):
                    paths.setdefault(path.relative_to(base).as_posix(), path)
        yield from ((f"{folder}/{name}", paths[name]) for name in sorted(paths))

    def every(self, folder: str) -> Iterator[str]:
        """List the names for `find` of all files below a folder, hidden ones too."""
        for base in self._bases(folder):
            names = (path.relative_to(base).as_posix() for path in sorted(self._below(base)))
            yield from (f"{folder}/{name}" for name in names if is_text(name))

    def folders(self, top: str) -> Iterator[Path]:
        """List the folders directly below one of the workspace's, and broken links that may be folders."""
        for path in self.entries(self.root / top, "*"):
            real = follow(path)
            if real.is_dir() if real else path.is_symlink() and not path.suffix:
                yield path

    def entries(self, folder: Path, pattern: str) -> Iterator[Path]:
        """List the matches of a pattern in a folder, readable or not, sorted, without editors' own files."""
        for path in sorted(self._below(folder) if pattern.startswith(_BELOW) else folder.glob(pattern)):
            left_over = any(map(is_left_over, path.relative_to(folder).parts))
            if not left_over and fnmatchcase(path.name, pattern.rpartition("/")[2]):
                yield path

    def left_out(self, folder: str, pattern: str) -> Iterator[Problem]:
        """Report each of the workspace's own files that a listing leaves out, and why."""
        base = self.root / folder
        for path in self.entries(base, pattern):
            if problem := self._fault(path, base):
                yield problem

    def fault_of(self, path: Path) -> Problem | None:
        """Return why a file of the workspace is not read; the reader reports a missing one."""
        if not path.is_relative_to(self.root):
            return None
        return self._fault(path, self.root / path.relative_to(self.root).parts[0])

    def fault_of_folder(self, path: Path) -> Problem | None:
        """Return why nothing in the folder of a topic or a clinic is read."""
        real, place, base = follow(path), Place(file=f"{self.name(path)}/"), path.parent
        if real is None or not real.is_dir():
            return _unreadable(place, "the link leads to no folder", "correct the link, or delete it")
        if not self._holds(real, base) or base.resolve().is_relative_to(real):
            return _outside(place)
        if not os.access(real, os.R_OK | os.X_OK):
            return _unreadable(place, "permission denied", "check the permissions of the folder")
        return None

    def _fault(self, path: Path, base: Path) -> Problem | None:
        real, place = follow(path), Place(file=self.name(path))
        if real is None:
            hint = "correct the link, or delete it"
            return _unreadable(place, "the link leads nowhere", hint) if path.is_symlink() else None
        if not self._holds(real, base):
            return _outside(place)
        if not is_text(path.name):
            return _unreadable(place, "its name is not UTF-8", "give it another name")
        if not real.is_file():
            what = "a folder" if real.is_dir() else "a pipe, a socket or a device"
            return _unreadable(place, f"it is {what}, not a file", "delete it")
        if not os.access(real, os.R_OK):
            return _unreadable(place, "permission denied", "check the permissions of the file")
        return None

    def _below(self, base: Path) -> Iterator[Path]:
        """Go through the files below a folder, without following links out of the workspace."""
        return files_below(base, (self.root.resolve(), base.resolve()))

    def _bases(self, top: str) -> tuple[Path, ...]:
        return (self.root / top, *([shared(top)] if top in SHARED else []))

    def _hash_file(self, path: Path) -> str:
        return self.contents.hash(path) if self.contents else digest(path.read_bytes())

    def _holds(self, real: Path, base: Path) -> bool:
        """Return whether a file is in the workspace, or below `base`, which may be a link."""
        resolve = self.contents.resolve if self.contents else Path.resolve
        return real.is_relative_to(resolve(self.root)) or real.is_relative_to(resolve(base))


def _unreadable(place: Place, message: str, hint: str) -> Problem:
    return Problem(place=place, code="unreadable-file", message=message, hint=hint)


def _outside(place: Place) -> Problem:
    message = "the link leads out of the workspace, or to a folder that contains it"
    hint = "put the files themselves here, not a link to them"
    return Problem(place=place, code="outside-folder", message=message, hint=hint)
