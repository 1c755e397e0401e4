"""Files written whole or not at all, and what is in them as one number."""

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
