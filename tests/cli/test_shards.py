"""A build in parts, and the merge of the parts."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from leafwright.build import Shard, ShardError
from leafwright.cli import cli
from leafwright.files import digest
from tests.fakes import FakeProver, fake_prover, tree_of
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"

Build = Callable[..., Result]


@given(st.lists(st.integers(), unique=True), st.integers(1, 7))
def test_shards_are_the_whole_in_parts(things: list[int], of: int) -> None:
    """Each thing is in one shard and in no other, and no shard has two more than another."""
    shares = [Shard(number=number, of=of).share(things) for number in range(1, of + 1)]

    assert sorted(thing for share in shares for thing in share) == sorted(things)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


@pytest.mark.parametrize("written", ["", "1", "0/2", "3/2", "a/b", "1/0", "-1/2", "1/2/3", "9" * 5000 + "/3"])
def test_what_is_no_shard_is_reported(written: str) -> None:
    """The form is said in the message."""
    with pytest.raises(ShardError, match="write 1/4 for the first of four"):
        Shard.read(written)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small library in three parts."""
    folder = tmp_path_factory.mktemp("three")
    root = write_workspace(folder / "workspace").root
    with pytest.MonkeyPatch.context() as patch:
        fake_prover(patch)
        for number in (1, 2, 3):
            shard = ["--shard", f"{number}/3", "--output", str(folder / f"shard-{number}")]
            done = CliRunner().invoke(cli, ["--workspace", str(root), "build", *shard])
            assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def shards(three: Path, tmp_path: Path) -> tuple[Path, ...]:
    """Copy the three parts, for a test to damage."""
    names = ("shard-1", "shard-2", "shard-3")
    return tuple(shutil.copytree(three / name, tmp_path / name) for name in names)


@pytest.fixture
def merge(root: Path) -> Callable[..., Result]:
    """Run `merge` on the small workspace."""
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), "merge", *map(str, words)])


def test_merged_shards_are_the_whole_build(
    build: Build, merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path
) -> None:
    """Three shards, merged, are the files of one build: sheets, manifest, sums and catalogue."""
    build("--output", str(tmp_path / "whole"))

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 0, done.output
    assert tree_of(tmp_path / "merged") == tree_of(tmp_path / "whole")


def test_a_file_that_is_not_its_manifests_is_refused(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path
) -> None:
    """A shard that was damaged on its way is named, and nothing is copied."""
    path = next(shards[1].rglob("*.pdf"))
    path.write_bytes(b"half")

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 1
    assert f"{path} is missing or is not the file that was built" in done.stderr
    assert not (tmp_path / "merged").exists()


def test_other_grounds_are_refused(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path
) -> None:
    """Shards that two versions built do not belong together."""
    path = shards[2] / "manifest.json"
    written = json.loads(path.read_text("utf-8"))
    (name, toolchain) = written["toolchains"].popitem()
    written["toolchains"]["other"] = {**toolchain, "weasyprint": "71.0"}
    text = json.dumps(written).replace(f'"{name}"', '"other"')
    path.write_text(text, "utf-8")

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 1
    assert "the shards were built with different versions: weasyprint (70.0 and 71.0)" in done.stderr


def test_two_files_of_one_sheet_are_refused(
    build: Build, merge: Callable[..., Result], prover: FakeProver, tmp_path: Path
) -> None:
    """Two shards that made different files of a sheet cannot both be right."""
    one, other = tmp_path / "one", tmp_path / "other"
    build("--variant", "leaflet", "--output", str(one))
    shutil.copytree(one, other)
    path, manifest = other / LEAFLET, other / "manifest.json"
    before = json.loads(manifest.read_text("utf-8"))["sheets"][LEAFLET]
    path.write_bytes(path.read_bytes().replace(b"knee", b"eenk"))
    manifest.write_text(
        manifest.read_text("utf-8").replace(before["sha256"], digest(path.read_bytes())), "utf-8"
    )

    done = merge(tmp_path / "merged", one, other)

    assert prover.printed
    assert done.exit_code == 1
    assert f"have different files of {LEAFLET}" in done.stderr


@pytest.mark.parametrize(
    "what", ["sheet", "thumbnail", "clinic", "text", "case", "traversal", "absolute", "pipe"]
)
def test_a_shard_is_taken_by_what_lies_in_it(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path, what: str
) -> None:
    """Links, what is no PDF, names that lead elsewhere and names that differ in capitals only are refused."""
    path = next(shards[0].rglob("*.pdf"))
    _tamper(shards[0], path, what)

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert not (tmp_path / "merged").exists()


def _tamper(shard: Path, path: Path, what: str) -> None:
    manifest, name = shard / "manifest.json", path.relative_to(shard).as_posix()
    thumbnail = path.parent / "thumbnails" / f"{path.stem}.webp"
    match what:
        case "sheet" | "thumbnail" | "clinic":
            linked = {"sheet": path, "thumbnail": thumbnail, "clinic": path.parent}[what]
            linked.rename(shard.parent / "elsewhere")
            linked.symlink_to(shard.parent / "elsewhere")
        case "text":
            written = json.loads(manifest.read_text("utf-8"))
            path.write_bytes(b"<html>")
            written["sheets"][name] |= {"sha256": digest(b"<html>"), "size": 6}
            manifest.write_text(json.dumps(written), "utf-8")
        case "case":
            written = json.loads(manifest.read_text("utf-8"))
            other = written["sheets"][name] | {"clinic": CLINIC.upper()}
            written["sheets"][name.replace(CLINIC, CLINIC.upper())] = other
            manifest.write_text(json.dumps(written), "utf-8")
            shutil.copytree(shard / CLINIC, shard / CLINIC.upper())
        case "pipe":
            thumbnail.unlink()
            os.mkfifo(thumbnail)
        case _:
            folder = {"traversal": "..", "absolute": str(shard.parent)}[what]
            text = manifest.read_text("utf-8")
            manifest.write_text(text.replace(CLINIC, folder), "utf-8")


@pytest.mark.parametrize("damage", [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"format": 1e999}'])
def test_a_damaged_manifest_of_a_shard_is_named(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path, damage: bytes
) -> None:
    """A shard whose manifest cannot be read is reported by its folder, and nothing is copied."""
    (shards[2] / "manifest.json").write_bytes(damage)

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 1
    assert f"{shards[2]} has no manifest that can be read" in done.stderr


def test_a_folder_that_leads_elsewhere_is_not_written_through(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path
) -> None:
    """A clinic's folder that is a link is refused, and what it leads to stays as it was."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "merged").mkdir()
    (tmp_path / "merged" / CLINIC).symlink_to(tmp_path / "elsewhere")

    done = merge(tmp_path / "merged", *shards)

    assert done.exit_code == 1
    assert "leads to another folder" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_is_no_output_is_refused(merge: Callable[..., Result], tmp_path: Path) -> None:
    """A folder of PDFs without a manifest is no shard."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other/sheet.pdf").write_bytes(b"%PDF-1.7\n%%EOF")

    done = merge(tmp_path / "merged", tmp_path / "other")

    assert done.exit_code == 1
    assert "has no manifest that can be read" in done.stderr


def test_what_there_is_is_merged_and_the_rest_named(
    merge: Callable[..., Result], shards: tuple[Path, ...], tmp_path: Path
) -> None:
    """If one machine failed, the sheets of the others are merged; what is missing is told."""
    there = {path.relative_to(folder) for folder in shards[:2] for path in folder.rglob("*.pdf")}
    lost = [path.relative_to(shards[2]).as_posix() for path in sorted(shards[2].rglob("*.pdf"))]
    shutil.rmtree(shards[2])

    done = merge(tmp_path / "merged", *shards)

    merged = {path.relative_to(tmp_path / "merged") for path in (tmp_path / "merged").rglob("*.pdf")}
    assert (done.exit_code, merged) == (1, there)
    assert done.stderr.splitlines() == [
        f"missing  {shards[2]}: no build wrote anything into it",
        *(f"missing  {path}: it is in no shard" for path in lost),
    ]


def test_a_sheet_that_was_refused_is_named(
    build: Build, merge: Callable[..., Result], prover: FakeProver, tmp_path: Path
) -> None:
    """A shard in which nothing could be built is passed over, and its sheets are missing."""
    prover.faults["leaflet"] = MemoryError()
    one, other = tmp_path / "one", tmp_path / "other"
    build("--variant", "leaflet", "--edition", "standard", "--output", str(one))
    build("--variant", "comparison", "--output", str(other))

    done = merge(tmp_path / "merged", one, other)

    assert done.exit_code == 1
    assert f"missing  {LEAFLET}: it is in no shard" in done.stderr
    assert list((tmp_path / "merged").rglob("*-comparison-*.pdf"))


def test_no_shard_at_all_is_refused(merge: Callable[..., Result], tmp_path: Path) -> None:
    """Nothing is written if there is nothing to merge."""
    done = merge(tmp_path / "merged", tmp_path / "one", tmp_path / "two")

    assert done.exit_code == 1
    assert f"no build wrote anything into {tmp_path / 'one'}, {tmp_path / 'two'}" in done.stderr
    assert not (tmp_path / "merged").exists()


def test_a_shard_removes_nothing(build: Build, root: Path) -> None:
    """What other shards build is not this one's to remove."""
    build()
    before = tree_of(root / "output")

    build("--shard", "1/2")

    assert tree_of(root / "output") == before
