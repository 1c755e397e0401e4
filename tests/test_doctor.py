"""The doctor: what the machine lacks, and how to get it."""

import re
import subprocess
import sys
from functools import partial
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

from leafwright import doctor
from leafwright.doctor import Check, check_system, diagnose, main, remedies
from leafwright.fonts import FontError
from leafwright.licences import list_licences
from leafwright.resources import how_to_add
from leafwright.scaffold.wheels import find_unlocked

ROOT = Path(doctor.__file__).resolve().parent.parent
LACKS_BOTH = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.fixture
def no_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate a machine without Pango and HarfBuzz."""
    monkeypatch.setattr(doctor, "_load", lambda _name: None)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Simulate a machine that has only the programs in this set."""
    present: set[str] = set()
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name in present else None)
    return present


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch, tools: set[str]) -> list[list[str]]:
    """Be root on a system with apt-get, and record how it is called."""
    asked: list[list[str]] = []

    def run(command: list[str], **_options: object) -> SimpleNamespace:
        asked.append(command)
        if "install" in command:
            monkeypatch.setattr(doctor, "check_system", lambda: ())
        return SimpleNamespace(returncode=0, stdout="", stderr="")

    tools.add("apt-get")
    monkeypatch.setattr(doctor, "_is_root", lambda: True)
    monkeypatch.setattr("subprocess.run", run)
    return asked


def test_this_machine_is_fit() -> None:
    """Where the suite runs, everything a build needs is there."""
    assert [check for check in diagnose() if not check.ok] == []


def test_everything_a_build_needs_is_checked() -> None:
    """The doctor looks at Python, the system's libraries, the engine, the cache, fonts and scripts."""
    assert [check.name for check in diagnose()] == [
        "Python",
        "Pango",
        "HarfBuzz subset",
        "WeasyPrint",
        "cache",
        "fonts",
        "scripts",
    ]


def test_the_engines_version_is_the_pinned_one() -> None:
    """The engine is found in the exact version that the package requires."""
    assert _check("WeasyPrint").found == "70.0"


def test_another_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine of another version is reported with the required version."""
    monkeypatch.setattr(doctor, "version", lambda _name: "71.0")

    assert (_check("WeasyPrint").ok, _check("WeasyPrint").found) == (False, "71.0 where 70.0 is asked for")


def test_a_missing_engine_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the engine the way to get it is reported."""

    def lost(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", lost)

    assert str(_check("WeasyPrint")).startswith(
        "missing  WeasyPrint: weasyprint is not installed; run `make`"
    )


@pytest.mark.usefixtures("no_libraries")
def test_a_missing_library_is_named() -> None:
    """Each library that does not load is named."""
    assert _check("HarfBuzz subset").found == "cannot load harfbuzz-subset, harfbuzz"


def test_one_missing_library_is_named_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that loads is not reported with one that does not."""
    load = doctor._load
    monkeypatch.setattr(doctor, "_load", lambda name: None if name == "harfbuzz-subset" else load(name))

    assert _check("HarfBuzz subset").found == "cannot load harfbuzz-subset"


def test_an_unknown_library_does_not_load() -> None:
    """A name that no library has is not loaded, and nothing is raised."""
    assert doctor._load("no-such-library") is None


def test_an_old_pango_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is too old is reported with the oldest that will do."""
    monkeypatch.setattr(doctor, "OLDEST_PANGO", (99, 0))

    assert _check("Pango").found.endswith(" is older than 99.0")


def test_an_old_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python older than the package requires is reported."""
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))

    assert not _check("Python").ok


def test_a_python_without_ensurepip_cannot_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian keeps `venv` usable only with python3-venv, so its missing half is noticed."""
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name == "ensurepip" else name)

    assert [check.name for check in check_system() if not check.ok] == ["venv"]


def test_packages_that_are_not_there_yet_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before `make` has set up, cache and fonts are reported as missing, without a traceback."""
    for module in ("leafwright.cache", "leafwright.fonts"):
        monkeypatch.delitem(sys.modules, module, raising=False)
        monkeypatch.delattr(module, raising=False)
    monkeypatch.setitem(sys.modules, "platformdirs", None)

    assert [_check(name).ok for name in ("cache", "fonts")] == [False, False]


def test_a_cache_that_cannot_be_written_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache folder that cannot be made is reported with the variable that moves it."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LEAFWRIGHT_CACHE", str(tmp_path / "file"))

    assert not _check("cache").ok
    assert "LEAFWRIGHT_CACHE" in _check("cache").remedy


def test_fonts_that_are_not_cut_yet_are_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a new machine the first build cuts the fonts; the doctor only says so."""
    monkeypatch.setenv("LEAFWRIGHT_CACHE", str(tmp_path))

    assert _check("fonts").ok
    assert "not made yet" in _check("fonts").found


def test_scripts_that_fonts_can_be_added_for_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not installed is named with the command that adds it, and is no fault."""
    assert "make scripts" not in _check("scripts").found
    monkeypatch.setattr("leafwright.families.FontSource.installed", False)

    assert _check("scripts").ok
    assert _check("scripts").found == (
        "Latin, Cyrillic, Greek; for Arabic, Hebrew, Devanagari, Bengali, Tamil, Thai, simplified Chinese, "
        "run `make scripts`, or install Leafwright again as 'FILE.whl[all-scripts]'"
    )


def test_an_installed_program_names_no_makefile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the wheel there is no checkout to run `make` in."""
    (tmp_path / "_shared").mkdir()
    monkeypatch.setattr("leafwright.resources.PACKAGE", tmp_path)

    assert how_to_add("preview", "preview") == "install Leafwright again as 'FILE.whl[preview]'"
    assert how_to_add() == "install Leafwright again with pip"


def test_every_package_is_listed_with_its_licence() -> None:
    """Each is one line: name, version and what it says itself."""
    lines = list(list_licences())

    assert any(re.fullmatch(r"weasyprint 70\.0: .*BSD.*", line) for line in lines)
    assert any(re.fullmatch(r"fontpkg-figtree 2\.2: OFL-1\.1", line) for line in lines)
    assert all(re.fullmatch(r"\S+ \S+: .+", line) for line in lines)


def test_fonts_that_are_not_installed_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font package that is missing is reported in the words of the font room."""

    def lost(_cache: Path) -> None:
        raise FontError("fontpkg-figtree is not installed")

    monkeypatch.setattr("leafwright.fonts.find", lost)

    assert _check("fonts").found == "fontpkg-figtree is not installed"


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("Debian, Ubuntu", "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("Fedora", "sudo dnf install -y pango harfbuzz"),
        ("macOS", 'brew install pango harfbuzz && export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'),
        (
            "Windows (MSYS2)",
            "pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango mingw-w64-ucrt-x86_64-harfbuzz",
        ),
    ],
)
def test_each_system_has_its_command(system: str, command: str) -> None:
    """What brings the libraries is reported as the exact command of each system."""
    assert remedies(["Pango", "HarfBuzz subset"])[system] == command


def test_debian_gets_the_venv_of_this_python() -> None:
    """Debian packs `venv` by the version of Python."""
    assert f"python3.{sys.version_info.minor}-venv" in remedies(["venv"])["Debian, Ubuntu"]


@pytest.mark.usefixtures("no_libraries")
def test_a_check_tells_the_command_of_this_system(tools: set[str]) -> None:
    """Where dnf is the installer, the remedy is dnf's."""
    tools.add("dnf")

    assert _check("Pango").remedy == "sudo dnf install -y pango"


@pytest.mark.usefixtures("no_libraries", "tools")
def test_a_check_on_an_unknown_system_tells_every_command() -> None:
    """Where no known installer is found, each system's command is reported."""
    assert all(system in _check("Pango").remedy for system in doctor.SYSTEMS)


def test_a_check_that_passed_tells_no_remedy() -> None:
    """A line about something that is installed does not say how to get it."""
    assert str(Check(name="Pango", ok=True, found="1.50", remedy="get it")) == "ok       Pango: 1.50"


def test_the_report_has_a_line_for_each_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Said without options, the doctor prints each check and ends well when all passed."""
    status = main([])

    assert (status, len(capsys.readouterr().out.splitlines())) == (0, len(diagnose()))


@pytest.mark.usefixtures("no_libraries")
def test_the_report_fails_when_something_is_missing() -> None:
    """A missing library shows in the exit status."""
    assert main([]) == 1


def test_nothing_is_said_when_set_up_can_begin(capsys: pytest.CaptureFixture[str]) -> None:
    """On a fit machine `make` hears nothing from the doctor."""
    assert (main(["--install"]), *capsys.readouterr()) == (0, "", "")


@pytest.mark.usefixtures("no_libraries")
def test_root_gets_the_libraries_from_apt(apt: list[list[str]]) -> None:
    """As root, where apt-get is, what is missing is installed, and by its full path."""
    assert main(["--install"]) == 0
    assert apt == [
        ["/usr/bin/apt-get", "update"],
        ["/usr/bin/apt-get", "install", "-y", "--no-install-recommends", *LACKS_BOTH],
    ]


@pytest.mark.usefixtures("no_libraries", "apt")
def test_anyone_else_gets_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without root nothing is installed; the line for each system is printed and `make` stops."""
    monkeypatch.setattr(doctor, "_is_root", lambda: False)

    status = main(["--install"])

    told = capsys.readouterr().err.splitlines()
    assert (status, told[0]) == (
        1,
        "This machine lacks Pango, HarfBuzz subset. Run the line for your system, then `make` again:",
    )
    assert [line[2:18].strip() for line in told[1:]] == list(doctor.SYSTEMS)


@pytest.mark.usefixtures("no_libraries", "apt")
def test_apt_is_heard_when_it_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What apt-get said is passed on when it could not install."""
    failed = SimpleNamespace(returncode=100, stdout="Reading lists", stderr="E: no network")
    monkeypatch.setattr("subprocess.run", lambda *_args, **_options: failed)

    assert main(["--install"]) == 1
    assert "E: no network" in capsys.readouterr().err


@pytest.mark.parametrize(("user", "root"), [(0, True), (1000, False)])
def test_root_is_user_nought(monkeypatch: pytest.MonkeyPatch, user: int, *, root: bool) -> None:
    """Only the user with number 0 may install."""
    monkeypatch.setattr("os.geteuid", lambda: user)

    assert doctor._is_root() is root


def test_the_doctor_needs_no_package() -> None:
    """The system's own Python, without any package, can run the check that `make` begins with."""
    run = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); import leafwright.doctor",
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stderr) == (0, "")


def _check(name: str) -> Check:
    return next(check for check in diagnose() if check.name == name)


def test_packages_of_another_version_than_the_lock_has_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is not installed is no other version, and one may be pinned twice, by Python."""
    lock = tmp_path / "lock"
    lock.write_text(
        "click==0.0.1 \\\n    --hash=sha256:0\nno-such-one==1\njinja2==0.1\njinja2==3.9\nfont==1.6\n", "utf-8"
    )
    monkeypatch.setattr(
        "leafwright.scaffold.wheels.version",
        partial(_version, {"click": "8.9", "jinja2": "3.9", "font": "1.006"}),
    )

    assert list(find_unlocked(lock)) == ["click 8.9 instead of 0.0.1"]


def _version(installed: dict[str, str], name: str) -> str:
    if name not in installed:
        raise PackageNotFoundError(name)
    return installed[name]
