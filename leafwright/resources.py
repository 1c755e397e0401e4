"""Find the program's files, and the bundled folders: templates/, styles/, words/, gallery/ and docs/."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SHARED: Final = ("templates", "styles", "words")
"""The bundled folders whose files a workspace may replace."""
PACKAGE = Path(__file__).resolve().parent


def shared(name: str) -> Path:
    """Return a shared folder by name: in an installed wheel its own, in a checkout the repository's."""
    carried = PACKAGE / "_shared"
    return (carried if carried.is_dir() else PACKAGE.parent) / name


def how_to_add(target: str = "", extra: str = "") -> str:
    """Say how to install an extra, or Leafwright itself: only a checkout has a Makefile with its `target`."""
    pip = f"install Leafwright again as 'FILE.whl[{extra}]'" if extra else "install Leafwright again with pip"
    return pip if (PACKAGE / "_shared").is_dir() else f"run `{f'make {target}'.strip()}`, or {pip}"


def program_files() -> Iterator[Path]:
    """List the files of the program, code and data, without compiled code and the shared folders."""
    for parent, folders, files in os.walk(PACKAGE):
        folders[:] = sorted({*folders} - {"__pycache__", "_shared"})
        yield from (Path(parent, name) for name in sorted(files))
