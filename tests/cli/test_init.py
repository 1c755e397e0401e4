"""`init`: a workspace of one's own, made whole or not at all."""

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from leafwright import __version__
from leafwright.cli import cli
from leafwright.files import digest

WHEEL = f"leafwright-{__version__}-py3-none-any.whl"
OF_GITHUB = {".github/actions/leafwright/action.yml", ".github/workflows/leaflets.yml"}
OF_GITLAB = {".gitlab-ci.yml", ".gitlab/leafwright.yml"}


def _init(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["init", *map(str, words)])


def _files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a workspace."""
    folder = tmp_path_factory.mktemp("made") / "leaflets"
    assert _init(folder).exit_code == 0
    return folder


@pytest.fixture(autouse=True)
def _quick(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # made with the real ones
    """Write little in the place of clinic, handout and schemas, which nothing else depends on."""
    place = "leafwright.scaffold.workspaces"
    monkeypatch.setattr(
        f"{place}.new_clinic", lambda workspace, *_: _write(workspace.root / "clinics/a.yaml")
    )
    monkeypatch.setattr(
        f"{place}.new_handout", lambda workspace, *_: _write(workspace.root / "handouts/a.yaml")
    )
    monkeypatch.setattr(f"{place}.write_workspace_schemas", lambda root: _write(root / "schema/a.json"))


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("short", "utf-8")


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Write something with the name of this release's wheel."""
    path = tmp_path / "elsewhere" / WHEEL
    path.parent.mkdir()
    path.write_bytes(b"a wheel")
    return path


def test_a_new_workspace_checks(made: Path) -> None:
    """Only what is to be written is reported, and each clinic prints its sheets."""
    done = CliRunner().invoke(cli, ["--workspace", str(made), "check"])

    assert (done.exit_code, done.stdout) == (0, "8 sheets can be built, if they fit their pages\n")
    *found, _tally = done.stderr.splitlines()
    assert {line.split(": ")[2] for line in found} == {"placeholder-text", "placeholder-in-clinic"}


def test_its_files_are_all_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is named, hidden ones too, from the folder in which somebody works."""
    monkeypatch.chdir(tmp_path)

    done = _init("my leaflets")

    told = set(re.findall(r"^wrote (.*)$", done.output, re.MULTILINE))
    assert told == {f"my leaflets/{name}" for name in _files(tmp_path / "my leaflets")}
    assert "Next: cd 'my leaflets', then `leafwright build`" in done.output


def test_the_folder_is_open_to_others(tmp_path: Path) -> None:
    """The folder has the permissions of any new folder."""
    (tmp_path / "other").mkdir()

    _init(tmp_path / "leaflets")

    assert (tmp_path / "leaflets").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ((), OF_GITHUB),
        (("--ci", "github"), OF_GITHUB),
        (("--ci", "gitlab"), OF_GITLAB),
        (("--ci", "none"), set()),
    ],
)
def test_ci_files_are_those_of_the_host(tmp_path: Path, words: tuple[str, ...], files: set[str]) -> None:
    """Each host has its own, and none may be chosen."""
    _init(tmp_path / "leaflets", *words)

    made = _files(tmp_path / "leaflets")
    assert {name for name in made if name.startswith(".git") and name != ".gitignore"} == files


def test_a_workspace_below_a_repository_has_its_ci_above(tmp_path: Path) -> None:
    """Hosts read CI files at the root of a repository only: they are there, and name the folder."""
    (tmp_path / ".git").mkdir()

    _init(tmp_path / "Blätter für alle", "--ci", "github")

    workflow = yaml.safe_load((tmp_path / ".github/workflows/leaflets.yml").read_text("utf-8"))
    assert workflow["env"] == {"LEAFLETS": "Blätter für alle"}
    assert not (tmp_path / "Blätter für alle/.github").exists()


def test_nothing_is_written_above_unasked(tmp_path: Path) -> None:
    """Within a larger repository only the folder itself is made, and the option is named."""
    (tmp_path / ".git").mkdir()

    done = _init(tmp_path / "leaflets")

    assert {path.name for path in tmp_path.iterdir()} == {".git", "leaflets"}
    assert f"is within {tmp_path}. With --ci they go there." in done.output


def test_a_new_repository_may_be_the_folder(tmp_path: Path) -> None:
    """A clone with nothing but a licence in it becomes the workspace; what is there stays."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("all rights", "utf-8")

    assert _init(tmp_path).exit_code == 0

    assert (tmp_path / "LICENSE").read_text("utf-8") == "all rights"
    assert _files(tmp_path) >= OF_GITHUB | {"README.md", "requirements.txt"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".leafwright-")]


@pytest.mark.parametrize(
    "name", ["README.md", ".gitignore", "requirements.txt", ".github/workflows/leaflets.yml"]
)
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    """A file of the same name is told, and no other file is written."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", "utf-8")

    done = _init(tmp_path)

    assert done.exit_code == 2
    assert f"{path}: there already; choose another folder, or move that away first" in done.stderr
    assert (_files(tmp_path), path.read_text("utf-8")) == ({name}, "mine")


def test_a_workspace_is_not_begun_twice(tmp_path: Path) -> None:
    """Who has one is told what adds to it."""
    _init(tmp_path / "leaflets")

    done = _init(tmp_path / "leaflets")

    assert done.exit_code == 2
    assert (
        "is a workspace already: `new clinic` and `new handout` add to it, and `init` with --ci"
        in done.stderr
    )


@pytest.mark.parametrize(("host", "files"), [("github", OF_GITHUB), ("gitlab", OF_GITLAB)])
def test_a_workspace_gets_the_ci_files_that_it_lacks(tmp_path: Path, host: str, files: set[str]) -> None:
    """The host that is named adds its files to a workspace, and changes nothing else."""
    _init(tmp_path / "leaflets", "--ci", "none")
    before = {name: (tmp_path / "leaflets" / name).read_bytes() for name in _files(tmp_path / "leaflets")}

    done = _init(tmp_path / "leaflets", "--ci", host)

    assert done.exit_code == 0
    assert set(re.findall(r"^wrote .*/leaflets/(.*)$", done.output, re.MULTILINE)) == files
    assert _files(tmp_path / "leaflets") == before.keys() | files
    assert {name: (tmp_path / "leaflets" / name).read_bytes() for name in before} == before


def test_a_pipeline_that_is_there_stays(tmp_path: Path) -> None:
    """A CI file of the owners is named and kept; the one that it may include is added."""
    (tmp_path / "handouts").mkdir()
    (tmp_path / ".gitlab-ci.yml").write_text("stages: [mine]", "utf-8")

    done = _init(tmp_path, "--ci", "gitlab")

    assert f"kept {tmp_path / '.gitlab-ci.yml'} as it was" in done.output
    assert (tmp_path / ".gitlab-ci.yml").read_text("utf-8") == "stages: [mine]"
    assert (tmp_path / ".gitlab/leafwright.yml").is_file()


def test_a_workspace_without_requirements_gets_them_with_its_ci(tmp_path: Path, wheel: Path) -> None:
    """CI installs them, so a folder that was begun by hand has them as well; its name is in the workflow."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "leaflets/handouts").mkdir(parents=True)

    done = _init(tmp_path / "leaflets", "--ci", "github", "--wheel", wheel)

    assert done.exit_code == 0
    assert _files(tmp_path / "leaflets") == {"requirements.txt", f"wheels/{WHEEL}"}
    workflow = yaml.safe_load((tmp_path / ".github/workflows/leaflets.yml").read_text("utf-8"))
    assert workflow["env"] == {"LEAFLETS": "leaflets"}


@pytest.mark.parametrize("there", [True, False])
def test_half_a_workspace_is_never_left(tmp_path: Path, *, there: bool) -> None:
    """If one part cannot be put in its place, those before it are taken away again."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".github").write_text("a file where a folder should be", "utf-8")
    if there:
        (tmp_path / "leaflets").mkdir()

    done = _init(tmp_path / "leaflets", "--ci", "github")

    assert done.exit_code == 1
    assert _files(tmp_path) == {".github"}
    assert "Traceback" not in done.output


def test_requirements_pin_the_wheel(tmp_path: Path, wheel: Path) -> None:
    """The wheel is kept beside the content, and asked for by its hash, with everything that it needs."""
    done = _init(tmp_path / "leaflets", "--wheel", wheel)

    written = (tmp_path / "leaflets/requirements.txt").read_text("utf-8")
    asked = [line for line in written.splitlines() if re.match(r"[\w.]", line)]
    assert done.exit_code == 0
    assert asked[0] == f"./wheels/{WHEEL} --hash=sha256:{digest(b'a wheel')}"
    assert all("==" in line for line in asked[1:])
    assert {"weasyprint==70.0", "uvicorn", "fontpkg-figtree==2.2"} <= {
        part for line in asked for part in (line.split(" ")[0], line.split("==")[0])
    }
    assert (tmp_path / "leaflets/wheels" / WHEEL).read_bytes() == b"a wheel"


def test_a_wheel_of_another_release_is_refused(tmp_path: Path, wheel: Path) -> None:
    """The lock is this release's, so the wheel has to be."""
    other = wheel.rename(wheel.with_name("leafwright-9.9-py3-none-any.whl"))

    done = _init(tmp_path / "leaflets", "--wheel", other)

    assert done.exit_code == 2
    assert f"{other.name} is no wheel of Leafwright {__version__}" in done.stderr
    assert not (tmp_path / "leaflets").exists()


def test_without_a_wheel_somebody_is_told(tmp_path: Path) -> None:
    """From a checkout the requirements cannot name the wheel; the file and the command say so."""
    done = _init(tmp_path / "leaflets")

    assert "does not name Leafwright itself" in done.output
    assert "`leafwright upgrade --wheel FILE` adds it" in (tmp_path / "leaflets/requirements.txt").read_text(
        "utf-8"
    )


def test_the_editor_knows_the_schemas(made: Path) -> None:
    """The first line of each file points to a schema that is there."""
    for path in (made / "handouts/example-treatment/en.yaml", made / "clinics/example-clinic/clinic.yaml"):
        schema = re.search(r"\$schema=(\S+)", path.read_text("utf-8"))
        assert schema
        assert "properties" in json.loads((path.parent / schema[1]).read_text("utf-8"))
