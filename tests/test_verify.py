"""An output folder is held against its manifest."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.build import draft
from leafwright.cli import cli
from leafwright.files import digest
from leafwright.manifest import SUMS, read_output
from leafwright.sheet import SheetKey
from leafwright.sheet.inputs import SheetInputs
from leafwright.verify import verify
from tests.fakes import THREAD, stand_in_for_brand_proof
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"
THUMBNAIL = f"{CLINIC}/thumbnails/{TOPIC}-leaflet-standard-en-GB.webp"
DAMAGED = {
    "empty": b"",
    "bare": b"{}",
    "list": b"[]",
    "deep": b"[" * 100_000,
    "binary": b"\xff\xfe\x00",
    "infinite": b'{"format": 1e999}',
    "no number": b'{"format": NaN}',
    "huge": b"9" * 10_000,
    "list for mapping": b'{"format": 10, "sheets": {}, "withheld": [], "toolchains": {}, "pages": {}}',
    "outside": b'{"format": 10, "sheets": {}, "withheld": {}, "toolchains": {}, "pages": {"../x.pdf": "0"}}',
}
ONE = {"variants": {name: {"sections": ["part"]} for name in ("leaflet", "comparison")}}

Run = Callable[..., Result]


@pytest.fixture(scope="module", autouse=True)
def _in_a_thread() -> Iterator[None]:
    """Set sheets in a thread of this process: a process of its own would load the engine again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small library."""
    root = write_workspace(tmp_path_factory.mktemp("built"), handout=ONE).root
    done = CliRunner().invoke(cli, ["--workspace", str(root), "build", "--edition", "standard"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Copy the small library with what was built of it."""
    return Path(shutil.copytree(built, tmp_path / "workspace"))


@pytest.fixture
def run(root: Path) -> Run:
    """Run a command on the copy."""
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), *words])


def test_what_was_built_is_verified(run: Run) -> None:
    """Nothing is found in an unchanged folder, and the message says what was read."""
    done = run("verify")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "2 sheets of 2 pages: all as they were built\n"


def test_other_programs_can_verify_it(root: Path) -> None:
    """`sha256sum --check` takes the sums as they are."""
    subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=root / "output", check=True)


def test_every_file_is_in_the_sums(root: Path) -> None:
    """Sheets, thumbnails, pages and the manifest can each be held against a hash."""
    named = {line.split("  ")[1] for line in (root / "output" / SUMS).read_text("utf-8").splitlines()}

    there = {path.relative_to(root / "output").as_posix() for path in (root / "output").rglob("*.*")}
    assert named == there - {".lock"}


@pytest.mark.parametrize("name", [f"{CLINIC}/index.html", THUMBNAIL])
def test_a_page_or_a_thumbnail_counts_as_a_sheet_does(run: Run, root: Path, name: str) -> None:
    """What staff look at and find sheets by is held against its hash as well."""
    path = root / "output" / name
    path.write_bytes(b"<p>Take two.</p>")
    edited = run("verify")
    path.unlink()
    gone = run("verify")

    assert (edited.exit_code, gone.exit_code) == (1, 1)
    assert f"{name}:1:1: error: changed-file: " in edited.stderr
    assert f"{name}:1:1: error: missing-file: " in gone.stderr


@pytest.mark.parametrize("name", [LEAFLET, CLINIC, f"{CLINIC}/thumbnails"])
def test_a_link_is_no_file_that_was_built(run: Run, root: Path, name: str) -> None:
    """A file or a folder replaced by a link to its like may change without anybody seeing it."""
    path = root / "output" / name
    path.rename(root / "elsewhere")
    path.symlink_to(root / "elsewhere")

    done = run("verify")

    assert done.exit_code == 1
    assert f"{name}" in done.stderr
    assert ": error: linked-file: " in done.stderr


def test_whatever_nobody_built_is_reported(run: Run, root: Path) -> None:
    """A hidden file, a page of no clinic and an unknown brand proof are reported, and count if requested."""
    names = [".x.pdf", f"{CLINIC}/.x.pdf", "oak-street/index.html", "brand/oak.pdf", ".old/x.pdf"]
    for name in names:
        (root / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "output" / name).write_bytes(b"%PDF")

    done, strict = run("verify"), run("verify", "--fail-on", "warning")

    assert [f"{name}:1:1: warning: stray-file: " in done.stderr for name in names] == [True] * len(names)
    assert (done.exit_code, strict.exit_code) == (0, 1)


def test_a_brand_proof_is_known(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `brand` leaves beside the sheets has its hash with theirs, and a build keeps it."""
    stand_in_for_brand_proof(monkeypatch, (root / "output" / LEAFLET).read_bytes())
    assert run("brand", CLINIC).exit_code == 0
    assert run("build", "--edition", "standard").exit_code == 0
    whole = run("verify", "--fail-on", "warning")
    (root / f"output/brand/{CLINIC}.pdf").write_bytes(b"%PDF")
    changed = run("verify")

    assert (whole.exit_code, whole.stderr) == (0, "")
    assert f"brand/{CLINIC}.pdf:1:1: error: changed-file: " in changed.stderr


def test_what_cannot_be_read_as_a_pdf_is_reported(run: Run, root: Path) -> None:
    """Rubbish with the right hash, and the manifest to match, is named and nothing more."""
    path, manifest = root / "output" / LEAFLET, root / "output/manifest.json"
    content, other = path.read_bytes(), b"%PDF-1.7 rubbish %%EOF"
    path.write_bytes(other)
    text = manifest.read_text("utf-8").replace(digest(content), digest(other))
    manifest.write_text(text.replace(f'"size": {len(content)}', f'"size": {len(other)}'), "utf-8")

    done = run("verify")

    assert done.exit_code == 1
    assert f"{LEAFLET}:1:1: error: no-pdf: " in done.stderr


@pytest.mark.parametrize("damage", sorted(DAMAGED))
def test_a_damaged_manifest_is_named(tmp_path: Path, damage: str) -> None:
    """Anything else in its place is reported as one problem."""
    (tmp_path / "manifest.json").write_bytes(DAMAGED[damage])

    (found,) = verify(read_output(tmp_path))

    assert (found.code, str(found.place)) == ("damaged-manifest", "manifest.json:1:1")


@pytest.mark.parametrize("words", [("status",), ("build", "--dry-run"), ("brand", CLINIC)])
def test_a_damaged_manifest_stops_no_other_command(
    run: Run, root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands that use the manifest say in one line that it is damaged; others leave it unchanged."""
    stand_in_for_brand_proof(monkeypatch, (root / "output" / LEAFLET).read_bytes())
    (root / "output/manifest.json").write_bytes(DAMAGED["deep"])

    done = run(*words)

    assert done.exit_code == 0
    assert ("manifest.json is damaged: a build makes every chosen sheet again" in done.stderr) is (
        words[0] != "brand"
    )
    assert (root / "output/manifest.json").read_bytes() == DAMAGED["deep"]


def test_damaged_sums_are_reported(run: Run, root: Path) -> None:
    """Binary sums, and a folder in their place, do not say what the manifest says."""
    sums = root / "output" / SUMS
    sums.write_bytes(b"\xff\x00")
    binary = run("verify")
    sums.unlink()
    sums.mkdir()
    folder = run("verify")

    assert all("changed-sums" in done.stderr and done.exit_code == 1 for done in (binary, folder))


@pytest.mark.parametrize(
    ("change", "code"),
    [("gone", "missing-file"), ("edited", "changed-file"), ("stray", "stray-file"), ("sums", "changed-sums")],
)
def test_a_change_is_reported(run: Run, root: Path, change: str, code: str) -> None:
    """A missing, edited or stray file is reported by its name; only a stray one is not an error."""
    path = root / "output" / LEAFLET
    match change:
        case "gone":
            path.unlink()
        case "edited":
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        case "stray":
            path.with_name("leaflet-final-2.pdf").write_bytes(b"%PDF")
        case "sums":
            (root / "output" / SUMS).write_text("", "utf-8")

    done = run("verify")

    assert f": {code}: " in done.stderr
    assert done.exit_code == (0 if change == "stray" else 1)


def test_a_sheet_older_than_the_library_is_reported(run: Run, root: Path) -> None:
    """What stays because its newer version was refused is right to the byte, and reported all the same."""
    (root / f"handouts/{TOPIC}/en.yaml").write_text("title: [\n", "utf-8")
    built = run("build", "--edition", "standard")
    done = run("verify")

    assert "\n2 sheets stay as they were: marked as older in the catalogue" in built.stdout
    assert done.exit_code == 0
    assert done.stderr.count("older-sheet: ") == 1
    assert ": it and 1 more are older than the library, because a newer version was refused: " in done.stderr
    assert f": bad-yaml in handouts/{TOPIC}/en.yaml; " in done.stderr


def test_a_folder_without_a_manifest_is_reported(run: Run, root: Path) -> None:
    """There is nothing to verify by."""
    (root / "output/manifest.json").unlink()

    done = run("verify")

    assert done.exit_code == 1
    assert "no-manifest" in done.stderr


def test_a_sheet_is_built_again_to_the_byte(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that is built again from the same inputs has the same bytes, and no other is drafted."""
    drafted: list[SheetKey] = []
    make: Callable[[SheetInputs], object] = vars(draft)["make_sheet"]

    def watched(inputs: SheetInputs) -> object:
        drafted.append(inputs.key)
        return make(inputs)

    monkeypatch.setattr(draft, "make_sheet", watched)

    done = run("verify", "--reproduce", "1")

    assert len(drafted) == 1
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("; 1 sheet built again\n")


def test_a_sheet_that_cannot_be_the_same_is_reported(run: Run, root: Path) -> None:
    """A sheet whose words changed since is stale, which is no error of the folder's."""
    write_workspace(root, handout={**ONE, "title": "Looking after your sore knee"})

    done = run("verify", "--reproduce", "5")

    assert done.exit_code == 0
    assert done.stderr.count("stale-sheet") == 2
    assert done.stdout.endswith("; 0 sheets built again\n")


def test_other_bytes_are_reported(run: Run, root: Path) -> None:
    """A file that no build of these inputs could have written is found, though its sums agree."""
    path, manifest = root / "output" / LEAFLET, root / "output/manifest.json"
    content = path.read_bytes()
    other = content.replace(b"%%EOF", b"%%EOF\n%")
    path.write_bytes(other)
    for file in (manifest, root / "output" / SUMS):
        text = file.read_text("utf-8").replace(digest(content), digest(other))
        file.write_text(text.replace(f'"size": {len(content)}', f'"size": {len(other)}'), "utf-8")

    done = run("verify", "--reproduce", "2")

    assert done.exit_code == 1
    assert f"{LEAFLET}:1:1: error: not-reproduced: " in done.stderr
