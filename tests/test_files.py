"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from leafwright.files import write_whole

NAME = "sheet.pdf"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If writing fails half way, the old content stays, and no part of the new one is left."""
    path = tmp_path / "sheet.pdf"
    write_whole(path, b"old")

    def fail(_descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError):  # noqa: PT011  # whatever the system says
        write_whole(path, b"new")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("sheet.pdf", b"old")]


def test_a_write_makes_its_folder(tmp_path: Path) -> None:
    """The folders of a file are made on the way."""
    write_whole(tmp_path / "a" / "b" / "sheet.pdf", b"new")

    assert (tmp_path / "a/b/sheet.pdf").read_bytes() == b"new"
