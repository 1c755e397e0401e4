"""A workspace: the folder that holds the words, and the folders that Leafwright brings along."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leafwright.resources import shared

SHARED = ("templates", "styles", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A folder with handouts/ and clinics/; its templates, styles and words come before the shared ones."""

    root: Path

    def name(self, path: Path) -> str:
        """Name a file as its author knows it: relative to the workspace when it lies in it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def find(self, name: str) -> Path | None:
        """Find a file by its name in the workspace, `templates/page.html` say, or in the shared folders.

        A name that leads out of the folder it starts in is not found, whatever lies there.
        """
        top, _, rest = name.partition("/")
        folders = [self.root / top, *([shared(top)] if top in SHARED else [])]
        for folder in folders:
            path = (folder / rest).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
        return None

    def list(self, folder: str, pattern: str) -> Iterator[Path]:
        """List the files of a folder, the workspace's own before the shared ones, each name once, sorted."""
        return (path for _, path in self.named(folder, pattern))

    def named(self, folder: str, pattern: str) -> Iterator[tuple[str, Path]]:
        """List the files of a folder as `list` does, each with the name that `find` knows it by."""
        found: dict[str, Path] = {}
        for base in [self.root / folder, *([shared(folder)] if folder in SHARED else [])]:
            for path in sorted(base.glob(pattern)):
                found.setdefault(path.relative_to(base).as_posix(), path)
        yield from ((f"{folder}/{name}", found[name]) for name in sorted(found))


def relative_inside(folder: Path, name: str) -> Path | None:
    """Resolve a file's name against a folder; None when it would lead out of it, by `..`, `/` or a link."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None
