"""Write files completely or not at all, read each file once in a run, and hash contents."""

import hashlib
import os
from pathlib import Path, PurePosixPath


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def is_pdf(content: bytes) -> bool:
    """Return whether a file begins and ends like a PDF; it may still be unreadable."""
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def is_linked(folder: Path, name: str) -> bool:
    """Return whether a file below a folder is a link, or in a linked folder."""
    path = PurePosixPath(name)
    return any((folder / part).is_symlink() for part in (path, *path.parents[:-1]))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that its name always has the old or the new content, never a part.

    Raises OSError; then no temporary file is left.
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


def write_sealed(path: Path, text: str) -> None:
    """Keep a text in the cache, with a hash of it and of its name, so that neither can be exchanged."""
    write_whole(path, f"{_seal_of(path, text)}\n{text}".encode())


def read_sealed(path: Path) -> str | None:
    """Return a text of the cache; None if it was changed. Raises OSError or ValueError."""
    seal, _, text = path.read_text("utf-8").partition("\n")
    return text if seal == _seal_of(path, text) else None


def _seal_of(path: Path, text: str) -> str:
    return digest(f"{path.stem}\n{text}".encode())


class Contents:
    """The files read in one run, each with its bytes at the first reading."""

    def __init__(self) -> None:
        """Begin without files."""
        self._read: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._named: dict[str, Path] = {}
        self._real: dict[Path, Path] = {}

    def read(self, path: Path) -> bytes:
        """Return the content of a file. Raises OSError if it cannot be read."""
        key = os.path.realpath(path)
        if key not in self._read:
            self._read[key] = path.read_bytes()
        return self._read[key]

    def hash(self, path: Path) -> str:
        """Return the SHA-256 of the same bytes. Raises OSError like `read`."""
        content, key = self.read(path), os.path.realpath(path)
        if key not in self._digests:
            self._digests[key] = digest(content)
        return self._digests[key]

    def has(self, path: Path) -> bool:
        """Return whether a file was read; it may have changed since."""
        return os.path.realpath(path) in self._read

    def keep(self, name: str, path: Path) -> None:
        """Remember the file of a name for the rest of the run."""
        self._named.setdefault(name, path)

    def named(self, name: str) -> Path | None:
        """Return the file that was read for a name."""
        return self._named.get(name)

    def resolve(self, folder: Path) -> Path:
        """Follow every link of a folder's path, once in a run."""
        if folder not in self._real:
            self._real[folder] = folder.resolve()
        return self._real[folder]
