"""What is installed: the locks, the licences and the wheel."""

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from importlib.metadata import (
    PackageNotFoundError,
    distribution,
    packages_distributions,
    version,
)
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import leafwright
from leafwright import resources
from leafwright.licences import licence_of
from leafwright.resources import SHARED
from tests.wheels import ROOT, build_release

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OPTIONAL = {"docs", "spelling"}
SCRIPTS = {"bengali", "chinese", "devanagari", "hebrew", "tamil", "thai", "all-scripts"}
LEFT_OUT: dict[str, set[str]] = {
    "requirements": {*OPTIONAL, "dev", "cluster", "preview", *SCRIPTS},
    "requirements-preview": {*OPTIONAL, "dev", "cluster", *SCRIPTS},
    "requirements-cluster": {*OPTIONAL, "dev", "preview", *SCRIPTS},
    "requirements-scripts": {*OPTIONAL, "dev", "cluster", "preview"},
    "requirements-spelling": {"docs", "dev", "cluster", "preview", *SCRIPTS},
    "requirements-dev": set(),
    "requirements-mutants": {"arabic", "build", *OPTIONAL, "dev", "cluster", "preview", *SCRIPTS},
}
GROUPS = {"requirements-mutants": "mutants"}
"""The groups of dependencies that have a lock of their own."""
LOCKS = {name: (ROOT / f"{name}.lock").read_text("utf-8") for name in LEFT_OUT}
PIN = re.compile(
    r"^(?P<name>[a-z0-9.-]+)(\[(?P<extras>[a-z0-9,-]+)\])?==(?P<pin>[\w.]+)( ;.*)? \\$", re.MULTILINE
)
OURS = {"leafwright", "tests", "tools"}
CARRIED = (*SHARED, "gallery")
NOT_INSTALLED = {
    "typst",  # the benchmark skips it where it is not there, and says so
    *("libcst", "mutmut"),  # only `make mutants` installs them, from a lock of its own
}


@pytest.fixture(params=LOCKS)
def lock(request: pytest.FixtureRequest) -> str:
    """Give the text of each lock in turn."""
    return LOCKS[request.param]


def test_every_line_of_the_lock_is_an_exact_pin(lock: str) -> None:
    """Each requirement of the lock names one version."""
    loose = [line for line in _requirements(lock) if not PIN.match(line)]

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
        *PROJECT["dependency-groups"].get(GROUPS.get(name), ()),
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


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_each_extra_that_a_package_in_it_asks_for(name: str) -> None:
    """A pin without the extra is no pin to pip 23.0 to 23.2, which then takes the newest release or refuses.

    Source: the requirements that the locked packages themselves publish, where they are installed here.
    """
    named = {found["name"]: _extras(found) for found in PIN.finditer(LOCKS[name])}
    asked = [
        (package, needed)
        for package, extras in named.items()
        if _installed(package) is not None
        for needed in _needs(package, extras)
        if canonicalize_name(needed.name) in named
    ]

    assert len(asked) > 20
    assert [
        f"{package} needs {needed}"
        for package, needed in asked
        if not needed.extras <= named[canonicalize_name(needed.name)]
    ] == []


def test_the_plain_lock_is_what_a_build_needs() -> None:
    """It contains neither Dask nor the preview server; pip and setuptools are pinned in it."""
    pins = _pins(LOCKS["requirements"])

    assert pins.keys() & {"dask", "distributed", "starlette", "uvicorn", "watchfiles"} == set()
    assert {"pip", "setuptools"} <= pins.keys()


@pytest.mark.parametrize(
    ("folder", "extras"),
    [("leafwright", {"cluster", "preview", "spelling"}), ("tests", {"dev"}), ("tools", {"dev"})],
)
def test_what_is_imported_is_declared(folder: str, extras: set[str]) -> None:
    """No module relies on a package that only another package happens to bring."""
    optional = PROJECT["project"]["optional-dependencies"]
    asked = [*PROJECT["project"]["dependencies"], *(text for extra in extras for text in optional[extra])]
    if "dev" in extras:
        asked += [*optional["cluster"], *optional["docs"], *optional["preview"]]
    declared = {canonicalize_name(Requirement(text).name) for text in asked}
    brought_by = packages_distributions()
    foreign = _imported(ROOT / folder) - sys.stdlib_module_names - OURS - NOT_INSTALLED

    assert foreign
    assert {
        module for module in foreign if declared.isdisjoint(map(canonicalize_name, brought_by[module]))
    } == set()


@pytest.mark.parametrize("name", sorted(LOCKS.keys() - {"requirements-dev"}))
def test_the_locks_say_the_same(name: str) -> None:
    """What builds is pinned alike for who builds and for who tests; a group's lock has more of its own."""
    tested = _pins(LOCKS["requirements-dev"])
    pins = {
        package: pin for package, pin in _pins(LOCKS[name]).items() if name not in GROUPS or package in tested
    }

    assert pins.items() <= tested.items()


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
    licences = {name: licence_of(distribution(name)) for name in _closure("leafwright")}

    assert {name: licence for name, licence in licences.items() if _binds(licence)} == {}


def test_every_package_at_run_time_says_itslicence_of() -> None:
    """No package gets past the licence check by saying nothing."""
    assert [name for name in _closure("leafwright") if not licence_of(distribution(name)).strip()] == []


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
    """A licence that would bind a clinic's own work is distinguished from those that leave a choice."""
    assert _binds(licence) is binds


def test_the_version_is_the_projects() -> None:
    """What is installed has the version of pyproject.toml; after a change of it, `make` installs it again."""
    assert leafwright.__version__ == PROJECT["project"]["version"]


def test_a_checkout_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before `make` has set up, the package imports all the same."""

    def lost(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", lost)

    assert leafwright.__version__ == "0+checkout"


@pytest.mark.parametrize("name", CARRIED)
def test_a_checkout_finds_its_shared_folders(name: str) -> None:
    """In a checkout the shared folders are those at the root."""
    assert resources.shared(name) == ROOT / name


@pytest.mark.parametrize("name", CARRIED)
def test_an_installed_package_finds_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Beside an installed package the shared folders are those of the wheel."""
    (tmp_path / "_shared").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)

    assert resources.shared(name) == tmp_path / "_shared" / name


@pytest.fixture(scope="session")
def wheel(wheel_file: Path) -> ZipFile:
    """Open the wheel."""
    return ZipFile(wheel_file)


@pytest.mark.parametrize("name", CARRIED)
def test_the_wheel_carries_each_shared_file(wheel: ZipFile, name: str) -> None:
    """Every file of templates/, styles/, words/ and gallery/ is in the wheel, where `shared` looks for it."""
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / name).rglob("*") if path.is_file()}
    prefix = "leafwright/_shared/"
    carried = {
        entry.removeprefix(prefix) for entry in wheel.namelist() if entry.startswith(f"{prefix}{name}/")
    }

    assert here
    assert carried == here


def test_the_wheel_carries_the_pages_of_the_documentation(wheel: ZipFile) -> None:
    """`leafwright docs` finds every page where `shared` looks for it, and no picture is in the wheel."""
    below = {name for name in wheel.namelist() if name.startswith("leafwright/_shared/docs/")}

    assert below == {f"leafwright/_shared/docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}


def test_the_wheel_carries_its_lock(wheel: ZipFile) -> None:
    """What `init` writes as requirements is what this release was locked with."""
    carried = wheel.read("leafwright/_shared/requirements-preview.lock").decode()

    assert carried == LOCKS["requirements-preview"]


def test_the_wheel_brings_the_command(wheel: ZipFile) -> None:
    """Installing the wheel gives the console script."""
    (entry,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert "leafwright = leafwright.cli:main" in wheel.read(entry).decode()


def test_the_wheel_carries_thelicence_of(wheel: ZipFile) -> None:
    """The licence travels with the package."""
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
    assert "leafwright/bibliography/nlm.csl" in wheel.namelist()


def test_the_wheel_carries_nothing_else(wheel: ZipFile) -> None:
    """Tests, and the handouts and clinics of the repository, stay there."""
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"leafwright"}


def test_a_release_is_the_same_when_it_is_built_again(
    release_files: tuple[Path, Path], tmp_path: Path
) -> None:
    """Sdist and wheel built from the sdist, elsewhere and with another umask, are those of the checkout."""
    with tarfile.open(release_files[0]) as sdist:
        sdist.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    before = os.umask(0o077)
    try:
        again = build_release(source, tmp_path / "again")
    finally:
        os.umask(before)

    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in release_files]


def test_make_builds_at_no_other_time() -> None:
    """A time in the surroundings does not reach the build, where it would give other bytes."""
    seen = subprocess.run(
        ["make", "--no-print-directory", "--eval", 'shown: ; @echo "time: $$SOURCE_DATE_EPOCH"', "shown"],
        cwd=ROOT,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"},
        check=True,
        capture_output=True,
        text=True,
    )

    assert seen.stdout == "time: \n"


def test_the_sdist_is_the_repository(release_files: tuple[Path, Path]) -> None:
    """It has every file that Git knows or would take, and so neither output nor environment."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    known = subprocess.run(git, cwd=ROOT, check=False, capture_output=True, text=True)
    if known.returncode != 0:
        pytest.skip("this is no checkout")
    with tarfile.open(release_files[0]) as sdist:
        carried = {name.partition("/")[2] for name in sdist.getnames()}

    assert carried - {"PKG-INFO"} == {name for name in known.stdout.split("\0") if (ROOT / name).is_file()}


def test_the_changes_begin_with_this_version() -> None:
    """The first heading of CHANGELOG.md names the version of pyproject.toml."""
    (first, *_) = re.findall(r"^## ([^,\n]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert first == PROJECT["project"]["version"]


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name
)
def test_no_document_names_the_version(path: Path) -> None:
    """A new version changes no document, and none shows the name of an old wheel."""
    assert not re.search(r"leafwright[- ]v?\d+\.\d+\.\d+", path.read_text("utf-8"), re.IGNORECASE)


def _requirements(lock: str) -> list[str]:
    return [line for line in lock.splitlines() if line and line[0] not in " #"]


def _pins(lock: str) -> dict[str, str]:
    return {found["name"]: found["pin"] for found in PIN.finditer(lock)}


def _extras(pin: re.Match[str]) -> set[str]:
    return set((pin["extras"] or "").split(",")) - {""}


def _needs(package: str, extras: set[str]) -> list[Requirement]:
    """Return what an installed package requires on this platform, with these extras of it."""
    needs = map(Requirement, distribution(package).requires or ())
    return [
        needed
        for needed in needs
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras | {""})
    ]


def _imported(folder: Path) -> set[str]:
    """Return the top-level names of all that the modules of a folder import."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import():
                    names |= {alias.name.split(".")[0] for alias in node.names}
                case ast.ImportFrom(module=str(module)):
                    names.add(module.split(".")[0])
    return names


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
        for needed in _needs(wanted.name, set(wanted.extras)):
            key = f"{canonicalize_name(needed.name)}[{','.join(sorted(needed.extras))}]"
            if key not in seen:
                seen.add(key)
                waiting.append(needed)
    return {key.split("[")[0] for key in seen}


def _binds(licence: str) -> bool:
    """Tell whether every licence on offer is the AGPL or the GPL."""
    return all(re.search(r"(?<!L)A?GPL|Affero|GNU General", offer) for offer in licence.split(" OR "))
