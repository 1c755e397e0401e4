"""Files are written whole or not at all."""

import ntpath
import os
from pathlib import Path

import pytest

from leafwright.files import write_whole
from leafwright.paths import is_below

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


@pytest.mark.parametrize(
    ("name", "below"),
    [("a/b.svg", True), ("a/../b.svg", True), ("../b.svg", False), ("a/../../b.svg", False)],
)
def test_windows_judges_a_name_alike(name: str, monkeypatch: pytest.MonkeyPatch, *, below: bool) -> None:
    """Its own paths have other separators, behind which a way out of the folder would not be seen."""
    with monkeypatch.context() as system:
        system.setattr(os, "path", ntpath)

        assert is_below(name) == below


def test_a_write_makes_its_folder(tmp_path: Path) -> None:
    """The folders of a file are made on the way."""
    write_whole(tmp_path / "a" / "b" / "sheet.pdf", b"new")

    assert (tmp_path / "a/b/sheet.pdf").read_bytes() == b"new"
