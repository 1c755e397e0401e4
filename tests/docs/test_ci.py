"""What `init` and docs/ci.md tell CI to do works, and the Dockerfile installs what lock and doctor say."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from leafwright.doctor import PACKAGES
from leafwright.resources import PACKAGE
from leafwright.scaffold import SKELETONS
from tests.wheels import plain_environment

ROOT = PACKAGE.parent
PAGE = (ROOT / "docs/ci.md").read_text("utf-8")
GITHUB = SKELETONS / "ci-github/dot-github"
GITLAB = SKELETONS / "ci-gitlab/dot-gitlab"
FOLDER: Final = "Blätter für Zoë"
DEBIAN = {package for part in ("Pango", "HarfBuzz subset") for package in PACKAGES[part][0].split()}
SETTING_UP = re.compile(r"(sudo )?apt-get (update|install )|python -m pip install ")
PINNED = re.compile(r"[\w-]+/[\w-]+(/[\w-]+)?@v\d+")
OWN_ACTION: Final = "./.github/actions/leafwright"
DOCKER = [
    line
    for line in re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
    if line and not line.startswith("#")
]


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@dataclass(frozen=True, kw_only=True)
class Runner:
    """A machine of CI: a repository with a workspace in a folder, and the command of the wheel."""

    repository: Path
    command: Path

    def run(self, line: str, **variables: str) -> int:
        """Run a line as the host does; what sets a machine up is only looked at. Returns its status."""
        if SETTING_UP.match(line):
            return 0
        path = f"{self.command}:/usr/bin:/bin"
        done = subprocess.run(
            ["bash", "-e", "-c", line],
            cwd=self.repository,
            env=plain_environment(
                PATH=path, LEAFLETS=FOLDER, CI_PROJECT_DIR=str(self.repository), **variables
            ),
            check=False,
            capture_output=True,
            text=True,
        )
        assert "Traceback" not in done.stderr
        return done.returncode

    @property
    def sheets(self) -> list[Path]:
        """The sheets that were merged."""
        return sorted((self.repository / "output").rglob("*.pdf"))


@pytest.fixture(scope="module")
def begun(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a workspace in a folder of a repository, with CI for both hosts, and let it print two sheets."""
    repository = tmp_path_factory.mktemp("a repository")
    (repository / ".git").mkdir()
    subprocess.run(
        [installed / "leafwright", "init", FOLDER, "--ci", "github"],
        cwd=repository,
        env=plain_environment(),
        check=True,
        capture_output=True,
    )
    clinic = repository / FOLDER / "clinics/example-clinic/clinic.yaml"
    written = clinic.read_text("utf-8")
    variants = "[leaflet, comparison, preparation, aftercare]"
    assert variants in written
    clinic.write_text(written.replace(variants, "[comparison]"), "utf-8")
    return repository


@pytest.fixture
def runner(begun: Path, installed: Path, tmp_path: Path) -> Runner:
    """Check out the repository."""
    shutil.copytree(begun, tmp_path / "check out")
    return Runner(repository=tmp_path / "check out", command=installed)


def test_the_github_workflow_builds_a_workspace(runner: Runner, tmp_path: Path) -> None:
    """Its steps, in order, check, build two shards, merge and verify; artefacts go from job to job."""
    workflow = _read(runner.repository / ".github/workflows/leaflets.yml")

    statuses = list(_run_workflow(workflow, runner, tmp_path / "artefacts"))

    assert set(statuses) == {0}
    assert len(runner.sheets) == 2
    sarif = json.loads((runner.repository / "leaflets.sarif").read_text("utf-8"))
    found = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert found.startswith("Bl%C3%A4tter%20f%C3%BCr%20Zo%C3%AB/")


def _run_workflow(workflow: Mapping[str, Any], runner: Runner, store: Path) -> Iterator[int]:
    for job in workflow["jobs"].values():
        for number in job.get("strategy", {}).get("matrix", {}).get("shard", [0]):
            for step in job["steps"]:
                if step.get("uses") == OWN_ACTION:
                    action = _read(runner.repository / OWN_ACTION / "action.yml")
                    yield from (runner.run(own["run"]) for own in action["runs"]["steps"] if "run" in own)
                elif "run" in step:
                    yield runner.run(step["run"].replace("${{ matrix.shard }}", str(number)))
                else:
                    _carry(step, str(number), runner.repository, store)


def _carry(step: Mapping[str, Any], number: str, here: Path, store: Path) -> None:
    """Do what the artefact actions do."""
    given = {
        name: str(value).replace("${{ matrix.shard }}", number)
        for name, value in step.get("with", {}).items()
    }
    if step["uses"].startswith("actions/upload-artifact@"):
        assert step["if"] == "${{ !cancelled() }}"
        shutil.copytree(here / given["path"], store / given["name"], ignore=shutil.ignore_patterns(".*"))
        if number != "0":
            shutil.rmtree(here / given["path"])
    elif step["uses"].startswith("actions/download-artifact@"):
        shutil.copytree(store, here / given["path"])


def test_the_gitlab_pipeline_joins_what_there_is(runner: Runner) -> None:
    """Its lines, in the order of the stages; one machine is lost, and only the merge fails."""
    template = _read(GITLAB / "leafwright.yml")
    before = template[".leafwright"]["before_script"]

    def run(name: str, **variables: str) -> list[int]:
        return [runner.run(line, **variables) for line in (*before, *template[name]["script"])]

    assert set(run("leaflets-check")) == {0}
    assert set(run("leaflets-build", CI_NODE_INDEX="2", CI_NODE_TOTAL="2")) == {0}
    assert run("leaflets-merge")[-2:] == [1, 0]
    assert len(runner.sheets) == 1
    assert "Blätter für Zoë/handouts" in (runner.repository / "leaflets.xml").read_text("utf-8")


def test_gitlab_always_keeps_what_was_made() -> None:
    """A machine that failed uploads what it could build, and the merge runs all the same."""
    template = _read(GITLAB / "leafwright.yml")
    jobs = [job for name, job in template.items() if name.startswith("leaflets-")]

    assert [job["artifacts"]["when"] for job in jobs] == ["always"] * 3
    assert template["leaflets-merge"]["when"] == "always"


def test_the_page_shows_the_files_that_are_written() -> None:
    """The examples are the files themselves."""
    shown = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)

    files = (
        GITHUB / "workflows/leaflets.yml",
        SKELETONS / "ci-gitlab/dot-gitlab-ci.yml",
        GITLAB / "leafwright.yml",
    )
    assert shown[:3] == [path.read_text("utf-8") for path in files]


def test_pre_commit_runs_the_same_check_everywhere() -> None:
    """The hook that the page shows is the hook that this repository offers, but for where the command is."""
    (hook,) = yaml.safe_load(re.findall(r"```yaml\n(repos:.*?)```", PAGE, re.DOTALL)[0])["repos"][0]["hooks"]
    (offered,) = _read(ROOT / ".pre-commit-hooks.yaml")

    assert hook | {"language": "python", "description": offered["description"]} == offered


def test_every_action_is_pinned_to_a_major_version() -> None:
    """An action named without a version changes under the reader's hands."""
    steps = [
        *(step for job in _read(GITHUB / "workflows/leaflets.yml")["jobs"].values() for step in job["steps"]),
        *_read(GITHUB / "actions/leafwright/action.yml")["runs"]["steps"],
    ]
    used = [step["uses"] for step in steps if "uses" in step]

    assert used
    assert [name for name in used if not PINNED.fullmatch(name) and name != OWN_ACTION] == []


def _apt() -> Iterator[set[str]]:
    files = (GITHUB / "actions/leafwright/action.yml", GITLAB / "leafwright.yml")
    written = [line for path in files for line in path.read_text("utf-8").splitlines()]
    for line in (*written, *DOCKER):
        if "apt-get install" in line:
            yield set(re.findall(r"\blib[\w.+-]+", line.partition("install")[2]))


def test_what_is_installed_is_what_the_doctor_asks_for() -> None:
    """Each list of Debian's packages is the doctor's own."""
    lists = list(_apt())

    assert len(lists) == 3
    assert all(packages == DEBIAN for packages in lists)


def _copied() -> Iterator[tuple[str, str]]:
    for line in DOCKER:
        if line.startswith("COPY"):
            *names, target = line.split()[1:]
            yield from ((name, target) for name in names)


def test_the_image_copies_what_is_there() -> None:
    """Each file and folder that is copied is in the tree and not excluded by .dockerignore."""
    let_through = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[0] == "!"
    }

    assert {name for name, _ in _copied()} == let_through
    assert all((ROOT / name).exists() for name in let_through)


def test_the_image_installs_what_it_copies(installed: Path, tmp_path: Path) -> None:
    """Its files alone, in an empty folder, are enough to install Leafwright, which then makes the fonts."""
    root = tmp_path / "leafwright"
    root.mkdir()
    for name, target in _copied():
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / target)
    (line,) = (line for line in DOCKER if "--no-deps" in line)
    words = line.removeprefix("RUN python -m pip ").split()
    pip = [sys.executable, "-m", "pip", "--python", str(installed / "python")]

    subprocess.run(
        [*pip, *words, "--quiet", "--target", str(tmp_path / "there")],
        cwd=root,
        env=plain_environment(),
        check=True,
    )

    (fonts,) = (found[1] for line in DOCKER if (found := re.match(r'RUN python -c "(.*?)"', line)))
    made = subprocess.run(
        [installed / "python", "-c", f"{fonts}; print(fonts.__file__)"],
        cwd=tmp_path,
        env=plain_environment(PYTHONPATH=str(tmp_path / "there")),
        check=True,
        capture_output=True,
        text=True,
    )
    assert made.stdout.strip() == str(tmp_path / "there/leafwright/fonts/__init__.py")
    assert (tmp_path / "there/leafwright/_shared/styles").is_dir()


def test_the_image_installs_the_lock_by_hash() -> None:
    """Every package comes from the lock, and the package itself brings no further one."""
    installs = [line for line in DOCKER if "pip install" in line]

    assert "--require-hashes --only-binary :all: -r requirements-preview.lock" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]
    assert len(installs) == 2


def test_the_image_begins_with_one_image() -> None:
    """A tag may mean another image tomorrow, a digest never."""
    (base,) = (line for line in DOCKER if line.startswith("FROM"))

    assert re.fullmatch(r"FROM python:3\.12-slim-bookworm@sha256:[0-9a-f]{64}", base)


def test_the_image_is_run_by_no_root() -> None:
    """The user is settled before the entry point, and the entry point is the command."""
    words = [line.split()[0] for line in DOCKER]

    assert words.index("USER") < words.index("ENTRYPOINT")
    assert 'ENTRYPOINT ["leafwright"]' in DOCKER
