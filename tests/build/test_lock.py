"""An output folder is held by one build, which writes to nothing beside it."""

import os
from pathlib import Path

import pytest

from leafwright.build import OutputError, locked


@pytest.mark.parametrize("name", ["elm-street", "elm-street/thumbnails", "brand", "elm-street/old/older"])
def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    """Through a link to a folder, files elsewhere would be overwritten, wherever below the output it is."""
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    (output / name).parent.mkdir(parents=True)
    elsewhere.mkdir()
    (output / name).symlink_to(elsewhere)

    with pytest.raises(OutputError, match="leads to another folder"), locked(output):
        pytest.fail("the folder was taken")


@pytest.mark.parametrize("name", [".lock", "manifest.json", "SHA256SUMS"])
@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_a_file_of_its_own_must_be_a_plain_one(tmp_path: Path, name: str, what: str) -> None:
    """The lock, the manifest and the sums must be regular files, because they are written or waited for."""
    match what:
        case "link":
            (tmp_path / name).symlink_to(tmp_path / "precious")
        case "folder":
            (tmp_path / name).mkdir()
        case _:
            os.mkfifo(tmp_path / name)

    with pytest.raises(OutputError, match="is not a regular file: move it away"), locked(tmp_path):
        pytest.fail("the folder was taken")
    assert not (tmp_path / "precious").exists()


def test_a_link_to_a_file_is_replaced(tmp_path: Path) -> None:
    """A link is replaced by the sheet, and the file that it led to is not changed."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output/sheet.pdf").symlink_to(tmp_path / "precious")

    with locked(tmp_path / "output"):
        assert (tmp_path / "output/.lock").is_file()


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """A link may lead to an output folder on another disk."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "disk")

    with locked(tmp_path / "output"):
        assert (tmp_path / "disk/.lock").is_file()
