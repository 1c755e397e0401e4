"""The seal: it counts every file, and is valid only while nothing changed."""

import os
from pathlib import Path

import pytest

from leafwright.seal import Seal, find_seal, stamp_inputs, survey_inputs, survey_outputs, write_seal

SEAL = Seal(inputs="the inputs", outputs="", problems=())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Leave a sheet in a folder."""
    (tmp_path / "output/elm-street").mkdir(parents=True)
    (tmp_path / "output/elm-street/sheet.pdf").write_bytes(b"%PDF")
    return tmp_path / "output"


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """Make the folder of a clinic."""
    folder = tmp_path / "workspace/clinics/elm-street"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", [".logo.svg", ".brand/logo.svg", "__pycache__/logo.svg", "logo.SVG~"])
def test_a_file_of_any_name_is_an_input(clinic: Path, name: str) -> None:
    """Whatever a logo is called, a change of it is looked at."""
    (clinic / name).parent.mkdir(exist_ok=True)
    (clinic / name).write_text("one", "utf-8")
    before = survey_inputs(clinic.parents[1]).fingerprint

    (clinic / name).write_text("two", "utf-8")

    assert survey_inputs(clinic.parents[1]).fingerprint != before


def test_a_file_that_was_replaced_and_put_back_shows_in_the_stamp(clinic: Path) -> None:
    """Neither its content nor its time shows that there was another file."""
    logo, root = clinic / "logo.svg", clinic.parents[1]
    logo.write_text("one", "utf-8")
    os.utime(logo, ns=(0, 0))
    before = survey_inputs(root)

    (clinic / "other.svg").write_text("two", "utf-8")
    (clinic / "other.svg").replace(logo)
    logo.write_text("one", "utf-8")
    os.utime(logo, ns=(0, 0))
    after = survey_inputs(root)

    assert after.fingerprint == before.fingerprint
    assert after.stamp != before.stamp
    assert stamp_inputs(root) == after.stamp


def test_a_folder_that_lacked_a_file_for_a_moment_shows_in_the_stamp(clinic: Path) -> None:
    """A file that came and went leaves a trace, for a build may have listed the folder meanwhile."""
    root = clinic.parents[1]
    os.utime(clinic, ns=(0, 0))
    before = stamp_inputs(root)

    (clinic / "clinic.yaml").write_text("id: elm", "utf-8")
    (clinic / "clinic.yaml").unlink()

    assert stamp_inputs(root) != before


def test_links_that_lead_in_circles_end(clinic: Path) -> None:
    """Two links to the folder they lie in, and one to nowhere, are gone through once."""
    (clinic / "here").symlink_to(".")
    (clinic / "there").symlink_to("..")
    (clinic / "nowhere").symlink_to("missing.svg")
    os.mkfifo(clinic / "pipe")

    assert survey_inputs(clinic.parents[1]) == survey_inputs(clinic.parents[1])


@pytest.mark.parametrize("change", ["hidden", "link", "gone"])
def test_every_output_counts(output: Path, change: str) -> None:
    """A hidden file, a file replaced by a link to its like, and a missing one are each noticed."""
    sheet = output / "elm-street/sheet.pdf"
    before = survey_outputs(output)

    match change:
        case "hidden":
            (output / "elm-street/.x.pdf").write_bytes(b"%PDF")
        case "link":
            sheet.rename(output.parent / "sheet.pdf")
            sheet.symlink_to(output.parent / "sheet.pdf")
        case "gone":
            sheet.unlink()

    assert survey_outputs(output) != before


def test_the_lock_of_a_build_is_no_output(output: Path) -> None:
    """Every build takes the lock, even one that changes nothing."""
    before = survey_outputs(output)

    (output / ".lock").touch()

    assert survey_outputs(output) == before


def test_a_seal_is_found_again(tmp_path: Path, output: Path) -> None:
    """It is valid for one folder with one set of inputs and outputs."""
    seal = Seal(inputs="the inputs", outputs=survey_outputs(output), problems=())
    write_seal(tmp_path, output, seal)

    assert find_seal(tmp_path, output, "the inputs") == seal
    assert find_seal(tmp_path, output, "other inputs") is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        (
            b'{"format": 1, "inputs": "the inputs", "outputs": "", "problems": [], "counts": '
            b'[{"clinic": "a", "variant": "b", "sheets": 1e999, "pages": 1}]}'
        ),
        b'{"format": 1, "inputs": "the inputs", "outputs": "", "counts": [], "problems": [{"place": null}]}',
        b'{"format": 1, "inputs": "the inputs", "outputs": "", "counts": 7, "problems": []}',
        b"9" * 5000,
    ],
    ids=["empty", "bare", "deep", "binary", "infinite", "no-place", "no-list", "huge"],
)
def test_a_damaged_seal_is_no_seal(tmp_path: Path, output: Path, damage: bytes) -> None:
    """A seal that cannot be read is not used: everything is checked again."""
    write_seal(tmp_path, output, SEAL)
    (path,) = (tmp_path / "seals").iterdir()
    path.write_bytes(damage)

    assert find_seal(tmp_path, output, "the inputs") is None


def test_a_folder_where_a_seal_would_be_is_no_seal(tmp_path: Path, output: Path) -> None:
    """Any other file there is not read."""
    write_seal(tmp_path, output, SEAL)
    (path,) = (tmp_path / "seals").iterdir()
    path.unlink()
    path.mkdir()

    assert find_seal(tmp_path, output, "the inputs") is None
