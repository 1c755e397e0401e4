"""What docs/ci.md tells CI to do works, and the Dockerfile installs what lock and doctor say."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.doctor import PACKAGES
from leafwright.resources import PACKAGE
from tests.fakes import THREAD
from tests.workspaces import write_sound_workspace

ROOT = PACKAGE.parent
PAGE = (ROOT / "docs/ci.md").read_text("utf-8")
GITHUB, GITLAB = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
DEBIAN = {package for part in ("Pango", "HarfBuzz subset") for package in PACKAGES[part][0].split()}
SETTING_UP = re.compile(r"(sudo )?apt-get (update|install )|python -m pip install ")
COMMAND = re.compile(r"python generate\.py (?P<words>[^<>|&;$]+?)(?: > (?P<file>\S+))?")
PINNED = re.compile(r"[\w-]+/[\w-]+(/[\w-]+)?@v\d+")
DOCKER = [
    line
    for line in re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Run a line of CI in a small library; what sets a machine up is only looked at.

    Commands run in this process, and sheets are set in a thread of it: no other process has to load all.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
    write_sound_workspace(tmp_path)
    clinic = tmp_path / "clinics/north-street/clinic.yaml"
    clinic.write_text(
        clinic.read_text("utf-8").replace(
            "variants: [leaflet, comparison, preparation, aftercare]", "variants: [aftercare]"
        ),
        "utf-8",
    )

    def line(written: str) -> None:
        if SETTING_UP.match(written):
            return
        command = COMMAND.fullmatch(written)
        assert command, written
        done = CliRunner().invoke(cli, ["--workspace", ".", *shlex.split(command["words"])])
        assert done.exit_code == 0, f"{written}\n{done.output}"
        if command["file"]:
            Path(command["file"]).write_text(done.stdout, "utf-8")

    return line


def test_the_github_workflow_builds_a_library(run: Callable[[str], None], tmp_path: Path) -> None:
    """Its lines, in order, check, build two shards, merge and verify; artefacts go from job to job."""
    store = tmp_path / "artefacts"
    for job in GITHUB["jobs"].values():
        for number in job.get("strategy", {}).get("matrix", {}).get("shard", [0]):
            for step in job["steps"]:
                if "run" in step:
                    run(step["run"].replace("${{ matrix.shard }}", str(number)))
                else:
                    _carry(step, str(number), tmp_path, store)

    assert len(list((tmp_path / "output").rglob("*.pdf"))) == 2
    assert (tmp_path / "leaflets.sarif").read_text("utf-8").startswith("{")


def _carry(step: Mapping[str, Any], number: str, here: Path, store: Path) -> None:
    """Do what the artefact actions do."""
    given = {
        name: str(value).replace("${{ matrix.shard }}", number)
        for name, value in step.get("with", {}).items()
    }
    if step["uses"].startswith("actions/upload-artifact@"):
        shutil.copytree(here / given["path"], store / given["name"], ignore=shutil.ignore_patterns(".*"))
        if number != "0":
            shutil.rmtree(here / given["path"])
    elif step["uses"].startswith("actions/download-artifact@"):
        shutil.copytree(store, here / given["path"])


def test_the_gitlab_pipeline_builds_a_library(run: Callable[[str], None], tmp_path: Path) -> None:
    """Its lines, in the order of the stages, check, build two shards, merge and verify."""
    for stage in GITLAB["stages"]:
        job = GITLAB[stage]
        total = job.get("parallel", 1)
        for number in range(1, total + 1):
            for line in (*GITLAB["default"]["before_script"], *job["script"]):
                run(line.replace("$CI_NODE_INDEX", str(number)).replace("$CI_NODE_TOTAL", str(total)))

    assert len(list((tmp_path / "output").rglob("*.pdf"))) == 2
    assert (tmp_path / "leaflets.xml").read_text("utf-8").startswith("<?xml")


def test_every_action_is_pinned_to_a_major_version() -> None:
    """An action named without a version changes under the reader's hands."""
    used = [step["uses"] for job in GITHUB["jobs"].values() for step in job["steps"] if "uses" in step]

    assert used
    assert [name for name in used if not PINNED.fullmatch(name)] == []


def _apt() -> Iterator[set[str]]:
    lines = [line for line in (*PAGE.splitlines(), *DOCKER) if "apt-get install" in line]
    for line in lines:
        yield set(re.findall(r"\blib[\w.+-]+", line.partition("install")[2]))


def test_what_is_installed_is_what_the_doctor_asks_for() -> None:
    """Each list of Debian's packages is the doctor's own."""
    lists = list(_apt())

    assert len(lists) == 4
    assert all(packages == DEBIAN for packages in lists)


def test_the_image_copies_what_is_there() -> None:
    """Each file and folder that is copied is in the tree and not excluded by .dockerignore."""
    copied = [name for line in DOCKER if line.startswith("COPY") for name in line.split()[1:-1]]
    let_through = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[0] == "!"
    }

    assert set(copied) == let_through
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_installs_the_lock_by_hash() -> None:
    """Every package comes from the lock, and the package itself brings no further one."""
    installs = [line for line in DOCKER if "pip install" in line]

    assert "--require-hashes --only-binary :all: -r requirements.lock" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]
    assert len(installs) == 2


def test_the_image_is_run_by_no_root() -> None:
    """The user is settled before the entry point, and the entry point is the command."""
    words = [line.split()[0] for line in DOCKER]

    assert words.index("USER") < words.index("ENTRYPOINT")
    assert 'ENTRYPOINT ["leafwright"]' in DOCKER
