"""What is installed: the locks, the licences and the wheel."""

import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import leafwright
from leafwright import resources

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SCRIPTS = {"bengali", "chinese", "devanagari", "hebrew", "tamil", "thai", "all-scripts"}
LEFT_OUT: dict[str, set[str]] = {
    "requirements": {"dev", *SCRIPTS},
    "requirements-scripts": {"dev", "cluster", "preview"},
    "requirements-dev": set(),
}
LOCKS = {name: (ROOT / f"{name}.lock").read_text("utf-8") for name in LEFT_OUT}
SHARED = ("styles", "templates", "words")


@pytest.fixture(params=LOCKS)
def lock(request: pytest.FixtureRequest) -> str:
    """Give the text of each lock in turn."""
    return LOCKS[request.param]


def test_every_line_of_the_lock_is_an_exact_pin(lock: str) -> None:
    """Each requirement of the lock names one version."""
    loose = [line for line in _requirements(lock) if not re.match(r"[a-z0-9.-]+==[\w.]+( ;.*)? \\$", line)]

    assert loose == []


def test_every_pin_has_a_hash(lock: str) -> None:
    """Each pin is followed by the hashes of its files."""
    bare = [entry for entry in re.split(r"\n(?=\S)", lock) if "==" in entry and "--hash=sha256:" not in entry]

    assert bare == []


def test_the_lock_names_no_host(lock: str) -> None:
    """The lock says what to install, and leaves where from to each machine."""
    assert re.findall(r"\S*(?:https?:|index-url|find-links|git\+|@ )\S*", lock) == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_holds_all_that_the_project_asks_for(name: str) -> None:
    """Every dependency is in its lock at a version the project allows; what only tests need, in one.

    The fonts of scripts that no example is in make a lock of their own, so that `make` downloads little.
    """
    extras = PROJECT["project"]["optional-dependencies"]
    asked = [
        *PROJECT["project"]["dependencies"],
        *(needed for extra, needs in extras.items() if extra not in LEFT_OUT[name] for needed in needs),
    ]
    pins = _pins(LOCKS[name])

    assert [
        text
        for text in asked
        if (wanted := Requirement(text)).name != "leafwright"
        and not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"))
    ] == []


def test_the_backend_is_locked() -> None:
    """What builds the package is pinned with it, so that installing needs no build isolation."""
    assert set(PROJECT["build-system"]["requires"]) <= set(
        PROJECT["project"]["optional-dependencies"]["build"]
    )


@pytest.mark.parametrize("name", ["requirements", "requirements-scripts"])
def test_the_locks_say_the_same(name: str) -> None:
    """What builds is pinned alike for who builds and for who tests."""
    assert _pins(LOCKS[name]).items() <= _pins(LOCKS["requirements-dev"]).items()


def test_this_environment_is_the_locked_one(lock: str) -> None:
    """The suite runs with the versions of the locks."""
    other = {
        name: found
        for name, pin in _pins(lock).items()
        if (found := _installed(name)) not in {Version(pin), None}
    }

    assert other == {}


def test_the_engine_is_pinned_exactly() -> None:
    """Every release of the engine moves layout, so the package itself asks for one."""
    assert "weasyprint==70.0" in PROJECT["project"]["dependencies"]


def test_no_package_at_run_time_is_agpl_or_gpl_only() -> None:
    """What a clinic installs, down to the last package, may be used under a permissive or lesser licence."""
    licences = {name: _licence(distribution(name)) for name in _closure("leafwright")}

    assert {name: licence for name, licence in licences.items() if _binds(licence)} == {}


def test_every_package_at_run_time_says_its_licence() -> None:
    """No package gets past the licence check by saying nothing."""
    assert [name for name in _closure("leafwright") if not _licence(distribution(name)).strip()] == []


@pytest.mark.parametrize(
    ("licence", "binds"),
    [
        ("AGPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("GPL-3.0-or-later", True),
        ("License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)", True),
        ("GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", False),
        ("LGPL-3.0-only", False),
        ("MIT", False),
    ],
)
def test_the_licence_check_tells_them_apart(licence: str, *, binds: bool) -> None:
    """A licence that would bind a clinic's own work is told from those that leave a choice."""
    assert _binds(licence) is binds


def test_the_version_is_the_projects() -> None:
    """The version is written in pyproject.toml and nowhere else."""
    assert leafwright.__version__ == PROJECT["project"]["version"]


def test_a_checkout_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before `make` has set up, the package imports all the same."""

    def lost(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", lost)

    assert runpy.run_path(str(ROOT / "leafwright" / "__init__.py"))["__version__"] == "0+checkout"


@pytest.mark.parametrize("name", SHARED)
def test_a_checkout_finds_its_shared_folders(name: str) -> None:
    """In a checkout the shared folders are those at the root."""
    assert resources.shared(name) == ROOT / name


@pytest.mark.parametrize("name", SHARED)
def test_an_installed_package_finds_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Beside an installed package the shared folders are those of the wheel."""
    (tmp_path / "_shared").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)

    assert resources.shared(name) == tmp_path / "_shared" / name


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """Build the wheel from a copy of the tracked kinds of file, offline."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source)
    for folder in ("leafwright", *SHARED):
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", built], cwd=source, check=True
    )
    return ZipFile(next(built.glob("*.whl")))


@pytest.mark.parametrize("name", SHARED)
def test_the_wheel_carries_each_shared_file(wheel: ZipFile, name: str) -> None:
    """Every file of templates/, styles/ and words/ is in the wheel, where `shared` looks for it."""
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / name).rglob("*") if path.is_file()}
    prefix = "leafwright/_shared/"
    carried = {
        entry.removeprefix(prefix) for entry in wheel.namelist() if entry.startswith(f"{prefix}{name}/")
    }

    assert here
    assert carried == here


def test_the_wheel_brings_the_command(wheel: ZipFile) -> None:
    """Installing the wheel gives the console script."""
    (entry,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert "leafwright = leafwright.cli:main" in wheel.read(entry).decode()


def test_the_wheel_carries_the_licence(wheel: ZipFile) -> None:
    """The licence travels with the package."""
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())


def test_the_wheel_carries_nothing_else(wheel: ZipFile) -> None:
    """Tests, handouts and clinics stay in the repository."""
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"leafwright"}


def _requirements(lock: str) -> list[str]:
    return [line for line in lock.splitlines() if line and line[0] not in " #"]


def _pins(lock: str) -> dict[str, str]:
    return {
        found["name"]: found["pin"]
        for found in re.finditer(r"^(?P<name>[^\s=]+)==(?P<pin>\S+)", lock, re.MULTILINE)
    }


def _installed(name: str) -> Version | None:
    try:
        return Version(version(name))
    except PackageNotFoundError:
        return None  # a pin for another platform


def _closure(root: str) -> set[str]:
    """Walk the dependencies of an installed package, extras that are asked for included."""
    seen: set[str] = set()
    waiting = [Requirement(root)]
    while waiting:
        wanted = waiting.pop()
        for text in distribution(wanted.name).requires or ():
            needed = Requirement(text)
            extras = wanted.extras or {""}
            applies = needed.marker is None or any(
                needed.marker.evaluate({"extra": extra}) for extra in extras
            )
            key = f"{canonicalize_name(needed.name)}[{','.join(sorted(needed.extras))}]"
            if applies and key not in seen:
                seen.add(key)
                waiting.append(needed)
    return {key.split("[")[0] for key in seen}


def _licence(package: Distribution) -> str:
    """Read what a package says of its licence: its expression, else its classifiers, else its own words."""
    told = package.metadata
    classifiers = [line for line in told.get_all("Classifier", []) if line.startswith("License")]
    return " OR ".join(told.get_all("License-Expression", []) or classifiers or told.get_all("License", []))


def _binds(licence: str) -> bool:
    """Tell whether every licence on offer is the AGPL or the GPL."""
    return all(re.search(r"(?<!L)A?GPL|Affero|GNU General", offer) for offer in licence.split(" OR "))
