"""What `init` and docs/ci.md tell CI to do works, and the Dockerfile installs what lock and doctor say."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from leafwright.cache import cache_folder
from leafwright.doctor import PACKAGES
from leafwright.resources import PACKAGE
from leafwright.scaffold import SKELETONS
from leafwright.source import parse_source
from tests.wheels import plain_environment
from tests.workspaces import write_workspace

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
    """The examples are the files themselves, in which no key stands twice."""
    shown = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)

    files = (
        GITHUB / "workflows/leaflets.yml",
        SKELETONS / "ci-gitlab/dot-gitlab-ci.yml",
        GITLAB / "leafwright.yml",
    )
    assert [parse_source(text, "ci.yml") for text in shown[:3]]
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


def test_the_image_copies_what_the_wheel_carries() -> None:
    """The wheel that is built in it is the whole one, with its folders and the pages of the documentation."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    carried = {name.strip("/").partition("/")[0] for name in (*wheel["include"], *wheel["force-include"])}

    assert "docs" in carried
    assert carried <= {name for name, _ in _copied()}


@dataclass(kw_only=True)
class ScratchImage:
    """A folder in the place of an image, in which the steps of the Dockerfile are run one by one.

    Debian's packages and those of the lock are on this machine already, so what would install them only
    finds that they are. The user is added to the folder, where only root may do so.
    """

    root: Path
    python: Path
    folder: str = "/"
    environment: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)

    def step(self, line: str) -> None:
        """Do what an instruction says, or keep it for the run."""
        verb, _, rest = line.partition(" ")
        match verb:
            case "ENV":
                self.environment |= dict(re.findall(r"(\w+)=(\S+)", rest))
            case "WORKDIR":
                self.folder = rest
                self.inside(rest).mkdir(parents=True)
            case "COPY":
                *names, target = rest.split()
                for name in names:
                    self._copy(ROOT / name, self.inside(f"{self.folder}/{target}"))
            case "RUN":
                for command in rest.split(" && "):
                    self._run(command.strip())
            case _:
                self.words[verb] = json.loads(rest) if rest.startswith("[") else rest.split()

    def inside(self, path: str) -> Path:
        """Return where a path of the image is."""
        return self.root / path.lstrip("/")

    @property
    def variables(self) -> dict[str, str]:
        """The variables of a step or a run, with all paths below the folder."""
        own = {name: value.replace("/var/", f"{self.root}/var/") for name, value in self.environment.items()}
        path = f"{self.python.parent}:/usr/sbin:/usr/bin:/bin"
        return plain_environment(PATH=path, PYTHONPATH=str(self.inside("/site")), **own)

    @property
    def cached(self) -> dict[str, str]:
        """The same with the fonts of these tests, because it takes minutes to cut those of all scripts."""
        return self.variables | {"LEAFWRIGHT_CACHE": str(cache_folder())}

    def _copy(self, source: Path, target: Path) -> None:
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)

    def _run(self, command: str) -> None:
        name = command.split(maxsplit=1)[0]
        if "/var/lib/apt" in command or command == "apt-get update":
            return
        if name in {"apt-get", "useradd"} and not (shutil.which(name) and os.geteuid() == 0):
            return
        if name == "apt-get":
            command += " --simulate"
        elif name == "useradd":
            command += f" --prefix {self.root}"
        elif pip := re.match("python -m pip (install .*-r .*)", command):
            command = f"{sys.executable} -m pip {pip[1]} --no-index --dry-run"
        elif pip := re.match("python -m pip (install .*)", command):
            tool = f"{sys.executable} -m pip --python {self.python}"
            command = f"{tool} {pip[1]} --quiet --target {self.inside('/site')}"
        folder = self.inside(self.folder)
        variables = self.cached if command.startswith("python -c") else self.variables
        subprocess.run(["bash", "-e", "-c", command], cwd=folder, env=variables, check=True)


def test_the_steps_of_the_image_make_what_it_runs(installed: Path, tmp_path: Path) -> None:
    """One by one in an empty folder; then its command prints a sheet, from the image's own files."""
    image = ScratchImage(root=tmp_path / "root", python=installed / "python")
    for folder in ("/var/cache/leafwright", "/etc", "/home"):
        image.inside(folder).mkdir(parents=True)
    image.inside("/etc/passwd").write_text("root:x:0:0:root:/root:/bin/bash\n", "utf-8")
    for line in DOCKER:
        image.step(line)
    workspace = write_workspace(image.inside(image.folder) / "own").root

    (name,), words = image.words["ENTRYPOINT"], ["--variant", "leaflet", "--edition", "standard"]
    done = subprocess.run(
        [installed / name, *image.words["CMD"], *words],
        cwd=workspace,
        env=image.cached,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Open output/index.html" in done.stdout
    assert image.inside("/site/leafwright/_shared/styles").is_dir()
    assert image.inside("/var/cache/leafwright").stat().st_mode & 0o7777 == 0o1777
    if os.geteuid() == 0:
        (user,) = image.words["USER"]
        who = image.inside("/etc/passwd").read_text("utf-8").splitlines()[-1].split(":")
        assert (who[0], who[2] != "0") == (user, True)


def _engine() -> str:
    """Name a container engine that answers; empty if there is none."""
    for name in ("docker", "podman"):
        if (
            shutil.which(name)
            and subprocess.run([name, "info"], capture_output=True, check=False).returncode == 0
        ):
            return name
    return ""


def test_an_engine_builds_the_image(tmp_path: Path) -> None:
    """Where there is one, the image is built, prints a sheet into a folder, and runs as no root."""
    if not (engine := _engine()):
        pytest.skip("no container engine answers; the steps are run one by one")
    workspace = write_workspace(tmp_path / "own").root
    workspace.chmod(0o777)
    run = [engine, "run", "--rm", "--volume", f"{workspace}:/workspace"]
    image = ["leafwright-test"]

    subprocess.run([engine, "build", "--tag", *image, str(ROOT)], check=True)
    subprocess.run([*run, *image, "build", "--variant", "leaflet", "--edition", "standard"], check=True)
    who = subprocess.run(
        [*run, "--entrypoint", "id", *image, "-u"], check=True, capture_output=True, text=True
    )

    assert len(list((workspace / "output").rglob("*.pdf"))) == 1
    assert who.stdout.strip() != "0"


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
