"""Begin a workspace: a clinic, a handout, and what its owners need around them."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final, Self

from leafwright.files import write_whole
from leafwright.paths import find_repository
from leafwright.scaffold.answers import ScaffoldError
from leafwright.scaffold.examples import SKELETONS
from leafwright.scaffold.folders import new_clinic, new_handout
from leafwright.scaffold.wheels import REQUIREMENTS, Wheel, requirement_files
from leafwright.schema import write_workspace_schemas
from leafwright.workspace import Workspace

HOSTS: Final = ("github", "gitlab")
"""The code hosts that there are CI files for."""
CLINIC: Final = "example-clinic"
HANDOUT: Final = "example-treatment"
_HIDDEN: Final = "dot-"
"""Stands for the full stop that a name begins with: in a skeleton, tools would obey a `.gitignore`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceRequest:
    """What to begin: the folder, the code host if it has CI, the wheel, and the day of the handout."""

    folder: Path
    host: str | None
    wheel: Wheel | None
    today: date

    @property
    def repository(self) -> Path:
        """The repository that the folder is or will be in; if there is none, the folder itself."""
        return find_repository(self.folder) or self.folder

    @property
    def is_there(self) -> bool:
        """Whether the folder is a workspace already."""
        return any((self.folder / name).exists() for name in ("handouts", "clinics"))

    def with_host(self, host: str) -> Self:
        """Return the same with CI files for a code host."""
        return replace(self, host=host)


def new_workspace(request: WorkspaceRequest) -> tuple[Path, ...]:
    """Make a workspace, all of it or nothing; returns the files that were written.

    Raises ScaffoldError if one of them is there already, OSError if one cannot be written.
    """
    folder, repository = request.folder, request.repository
    if request.is_there:
        message = (
            f"{folder} is a workspace already: `new clinic` and `new handout` add to it, "
            "and `init` with --ci adds the CI files that it lacks"
        )
        raise ScaffoldError(message)
    near = next(path for path in (folder, *folder.parents) if path.is_dir())
    with TemporaryDirectory(dir=near, prefix=".leafwright-") as temporary:
        parts = ((Path(temporary, "content"), folder), (Path(temporary, "ci"), repository))
        _write_content(parts[0][0], request)
        _write_files(parts[1][0], ci_files(request.host, folder, repository))
        written = tuple(
            target / path.relative_to(staged)
            for staged, target in parts
            for path in sorted(staged.rglob("*"))
            if path.is_file()
        )
        _refuse_present(written)
        _publish(parts)
    return written


def add_ci(request: WorkspaceRequest) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the CI files that a workspace lacks, and the requirements that they install, if it has none.

    Returns what was written, and the CI files that were there and stay as they are. Raises OSError if a file
    cannot be written.
    """
    folder, repository = request.folder, request.repository
    files = {repository / name: content for name, content in ci_files(request.host, folder, repository)}
    kept = tuple(path for path in files if _is_taken(path))
    if not _is_taken(folder / REQUIREMENTS):
        files |= {folder / name: content for name, content in requirement_files(request.wheel)}
    written = tuple(path for path in files if not _is_taken(path))
    for path in written:
        write_whole(path, files[path])
    return written, kept


def ci_files(host: str | None, folder: Path, repository: Path) -> Iterator[tuple[str, bytes]]:
    """Make the CI files of a repository for the workspace in a folder of it."""
    name = json.dumps(folder.relative_to(repository).as_posix(), ensure_ascii=False)
    for file, text in _skeleton(f"ci-{host}") if host else ():
        yield file, text.replace('LEAFLETS: "."', f"LEAFLETS: {name}").encode()


def _write_content(root: Path, request: WorkspaceRequest) -> None:
    root.mkdir()
    workspace = Workspace(root=root)
    new_clinic(workspace, CLINIC, {})
    new_handout(workspace, HANDOUT, request.today, {})
    _write_files(root, ((name, text.encode()) for name, text in _skeleton("workspace")))
    _write_files(root, requirement_files(request.wheel))
    write_workspace_schemas(root)


def _write_files(root: Path, files: Iterator[tuple[str, bytes]]) -> None:
    for name, content in files:
        write_whole(root / name, content)


def _skeleton(name: str) -> Iterator[tuple[str, str]]:
    base = SKELETONS / name
    for path in sorted(path for path in base.rglob("*") if path.is_file()):
        parts = (re.sub(f"^{_HIDDEN}", ".", part) for part in path.relative_to(base).parts)
        yield "/".join(parts), path.read_text("utf-8")


def _refuse_present(files: tuple[Path, ...]) -> None:
    """Refuse to touch what is there."""
    taken = [str(path) for path in files if _is_taken(path)]
    if taken:
        message = f"{', '.join(taken)}: there already; choose another folder, or move that away first"
        raise ScaffoldError(message)


def _is_taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _publish(parts: tuple[tuple[Path, Path], ...]) -> None:
    """Move all staged folders to their places; if one cannot be moved, take back the others."""
    with ExitStack() as undo:
        for staged, target in parts:
            if staged.exists():
                _move(staged, target, undo)
        undo.pop_all()


def _move(staged: Path, target: Path, undo: ExitStack) -> None:
    """Move a folder as a whole if its place is free, otherwise what is in it."""
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.rename(target)
        undo.callback(_remove, target)
    else:
        for path in sorted(staged.iterdir()):
            _move(path, target / path.name, undo)


def _remove(path: Path) -> None:
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink()
