"""Files written whole or not at all, files read once in a run, and what is in them as one number."""

import hashlib
import os
from pathlib import Path, PurePosixPath


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def is_pdf(content: bytes) -> bool:
    """Tell whether a file begins and ends as a PDF does; whether it can be read is another question."""
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def is_linked(folder: Path, name: str) -> bool:
    """Tell whether a file below a folder is a link, or lies behind one."""
    path = PurePosixPath(name)
    return any((folder / part).is_symlink() for part in (path, *path.parents[:-1]))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that its name stands for the old content or for the new, never for a part.

    Raises OSError; then nothing is left beside the old file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class Contents:
    """The files read in one run, each with the bytes that it had when it was read first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._named: dict[str, Path] = {}
        self._real: dict[Path, Path] = {}

    def read(self, path: Path) -> bytes:
        """Return what is in a file. Raises OSError when it cannot be read."""
        key = os.path.realpath(path)
        if key not in self._read:
            self._read[key] = path.read_bytes()
        return self._read[key]

    def hash(self, path: Path) -> str:
        """Return the SHA-256 of those very bytes. Raises OSError as `read` does."""
        content, key = self.read(path), os.path.realpath(path)
        if key not in self._digests:
            self._digests[key] = digest(content)
        return self._digests[key]

    def has(self, path: Path) -> bool:
        """Tell whether a file was read, whatever became of it since."""
        return os.path.realpath(path) in self._read

    def keep(self, name: str, path: Path) -> None:
        """Keep which file a name stood for when it was read, for the rest of the run."""
        self._named.setdefault(name, path)

    def named(self, name: str) -> Path | None:
        """Return the file that was read by a name."""
        return self._named.get(name)

    def resolve(self, folder: Path) -> Path:
        """Follow every link of a folder's path, once in a run."""
        if folder not in self._real:
            self._real[folder] = folder.resolve()
        return self._real[folder]
