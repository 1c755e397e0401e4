"""Say what this machine lacks and how to get it.

`make` runs this with the system's own Python before any package is there, so the standard library is all it
imports at the top.
"""

import argparse
import ctypes
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from ctypes.util import find_library
from dataclasses import dataclass
from importlib.metadata import requires, version
from importlib.util import find_spec

from leafwright.resources import how_to_add

OLDEST_PYTHON = (3, 11)
OLDEST_PANGO = (1, 44)

LIBRARIES = {
    "Pango": ("gobject-2.0", "pango-1.0", "harfbuzz", "fontconfig", "pangoft2-1.0"),
    "HarfBuzz subset": ("harfbuzz-subset",),
}
"""The shared libraries that the engine loads, by the part of the system that provides them."""

SYSTEMS = ("Debian, Ubuntu", "Fedora", "macOS", "Windows (MSYS2)")
COMMANDS = (
    "sudo apt-get install -y {}",
    "sudo dnf install -y {}",
    # The last part is for a Python that is not Homebrew's own, which does not search there.
    'brew install {} && export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"',
    "pacman -S --noconfirm {}",
)
MINGW = "mingw-w64-ucrt-x86_64-"
PACKAGES = {
    "Python": ("python3", "python3.12", "python@3.12", f"{MINGW}python"),
    "venv": (f"python3.{sys.version_info.minor}-venv", "python3", "python@3.12", f"{MINGW}python"),
    "Pango": ("libpango-1.0-0 libpangoft2-1.0-0", "pango", "pango", f"{MINGW}pango"),
    "HarfBuzz subset": ("libharfbuzz-subset0", "harfbuzz", "harfbuzz", f"{MINGW}harfbuzz"),
}
"""The packages that provide each part of the system, in the order of SYSTEMS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that a build needs: what was found and, if that is not enough, what to do."""

    name: str
    ok: bool
    found: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return the check as one line of plain text."""
        line = f"{'ok     ' if self.ok else 'missing'}  {self.name}: {self.found}"
        return line if self.ok else f"{line}; {self.remedy}"


def diagnose() -> tuple[Check, ...]:
    """Check everything that a build needs; this only creates an empty cache folder."""
    system = (_python(), _pango(), _harfbuzz_subset())
    set_up = {"WeasyPrint": _engine, "cache": _cache, "fonts": _fonts, "scripts": _scripts}
    return (*system, *(_installed(name, check) for name, check in set_up.items()))


def check_system() -> tuple[Check, ...]:
    """Check what is needed to set up a virtual environment."""
    return (_python(), _venv(), _pango(), _harfbuzz_subset())


def remedies(parts: Sequence[str]) -> dict[str, str]:
    """Return, for each kind of system, the command that installs the given parts."""
    commands = {}
    for index, system in enumerate(SYSTEMS):
        packages = dict.fromkeys(PACKAGES[part][index] for part in parts)
        commands[system] = COMMANDS[index].format(" ".join(packages))
    return commands


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was found; the exit status is 1 if something is missing."""
    description = "Say what this machine lacks and how to get it."
    parser = argparse.ArgumentParser(prog="python -m leafwright.doctor", description=description)
    parser.add_argument(
        "--install",
        action="store_true",
        help="check only what `make` needs to begin; as root, install what is missing with apt-get",
    )
    if parser.parse_args(argv).install:
        return _prepare_system()
    checks = diagnose()
    print(*checks, sep="\n")
    return 0 if all(check.ok for check in checks) else 1


def _prepare_system() -> int:
    missing = [check.name for check in check_system() if not check.ok]
    apt = shutil.which("apt-get")
    if missing and apt and _is_root():
        print(f"Installing {', '.join(missing)} with apt-get ...", flush=True)
        _apt_install(apt, missing)
        missing = [check.name for check in check_system() if not check.ok]
    if missing:
        print(*_how_to_install(missing), sep="\n", file=sys.stderr)
    return 1 if missing else 0


def _how_to_install(missing: Sequence[str]) -> Iterator[str]:
    yield f"This machine lacks {', '.join(missing)}. Run the line for your system, then `make` again:"
    for system, command in remedies(missing).items():
        yield f"  {system:<16} {command}"


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_install(apt: str, parts: Sequence[str]) -> None:
    packages = " ".join(PACKAGES[part][0] for part in parts).split()
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        run = subprocess.run(
            [apt, *step],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            print(run.stdout, run.stderr, sep="\n", file=sys.stderr)
    importlib.invalidate_caches()  # ensurepip may have come with python3-venv


def _remedy(part: str) -> str:
    """Return the command for this kind of system, or for each kind if it is unknown."""
    commands = remedies([part])
    tools = dict(zip(SYSTEMS, ("apt-get", "dnf", "brew", "pacman.exe"), strict=True))
    own = next((system for system, tool in tools.items() if shutil.which(tool)), None)
    return commands[own] if own else "; ".join(f"{system}: {line}" for system, line in commands.items())


def _python() -> Check:
    running = ".".join(map(str, sys.version_info[:3]))
    return Check(name="Python", ok=sys.version_info >= OLDEST_PYTHON, found=running, remedy=_remedy("Python"))


def _venv() -> Check:
    usable = find_spec("venv") is not None and find_spec("ensurepip") is not None
    state = "usable" if usable else "this Python cannot make a virtual environment"
    return Check(name="venv", ok=usable, found=state, remedy=_remedy("venv"))


def _pango() -> Check:
    return _library("Pango", "pango-1.0", "pango_version_string", OLDEST_PANGO)


def _harfbuzz_subset() -> Check:
    return _library("HarfBuzz subset", "harfbuzz", "hb_version_string", (4, 1))


def _library(part: str, versioned: str, function: str, oldest: tuple[int, int]) -> Check:
    """Load the libraries of a part, and ask one of them for its version."""
    loaded = {name: _load(name) for name in (*LIBRARIES[part], versioned)}
    library = loaded[versioned]
    if library is None or None in loaded.values():
        missing = ", ".join(name for name, module in loaded.items() if module is None)
        return Check(name=part, ok=False, found=f"cannot load {missing}", remedy=_remedy(part))
    ask = getattr(library, function)
    ask.restype = ctypes.c_char_p
    target = ask().decode("ascii")
    new_enough = tuple(map(int, target.split(".")[:2])) >= oldest
    wanted = "" if new_enough else f" is older than {'.'.join(map(str, oldest))}"
    return Check(name=part, ok=new_enough, found=target + wanted, remedy=_remedy(part))


def _load(name: str) -> ctypes.CDLL | None:
    """Load a library by the name that the loader knows, which is fast, otherwise by a search."""
    with suppress(OSError):
        return ctypes.CDLL(f"lib{name}.so.0")
    library = find_library(name) or find_library(f"lib{name}-0")
    with suppress(OSError):
        return ctypes.CDLL(library) if library else None
    return None


def _installed(name: str, check: Callable[[], Check]) -> Check:
    """Make a check that needs a package, which is not there before `make` has set up."""
    try:
        return check()
    except ModuleNotFoundError as lost:
        return Check(name=name, ok=False, found=f"{lost.name} is not installed", remedy=how_to_add())


def _engine() -> Check:
    """Compare the installed engine with the exact version needed: every release changes layout."""
    asked = re.findall(r"^weasyprint==([\w.]+)", "\n".join(requires("leafwright") or ()), re.MULTILINE)
    installed = version("weasyprint")
    wanted = "" if [installed] == asked else f" where {', '.join(asked)} is asked for"
    return Check(name="WeasyPrint", ok=not wanted, found=installed + wanted, remedy=how_to_add())


def _cache() -> Check:
    from leafwright.cache import cache_folder  # noqa: PLC0415  # not there before `make` has set up

    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Check(name="cache", ok=True, found=str(folder))
    except OSError as fault:
        remedy = "set LEAFWRIGHT_CACHE to a folder you may write to"
        state = f"cannot write to {folder} ({fault.strerror})"
        return Check(name="cache", ok=False, found=state, remedy=remedy)


def _fonts() -> Check:
    from leafwright import fonts  # noqa: PLC0415  # not there before `make` has set up
    from leafwright.cache import cache_folder  # noqa: PLC0415  # as the line above

    try:
        ready = fonts.find(cache_folder())
    except fonts.FontError as fault:
        return Check(name="fonts", ok=False, found=str(fault), remedy=how_to_add())
    if ready is None:
        return Check(name="fonts", ok=True, found="not made yet; the first build does it in about 15 seconds")
    return Check(name="fonts", ok=True, found=f"{', '.join(ready.families)} in {ready.folder}")


def _scripts() -> Check:
    """List the scripts that can be printed here, and those for which fonts can be added; none is required."""
    from leafwright.families import FALLBACKS  # noqa: PLC0415  # not there before `make` has set up
    from leafwright.scripts import SCRIPTS  # noqa: PLC0415  # as the line above

    lacking = {code for code, source in FALLBACKS.items() if not source.installed}
    there = ", ".join(script.name for code, script in SCRIPTS.items() if code not in lacking)
    more = ", ".join(SCRIPTS[code].name for code in FALLBACKS if code in lacking)
    added = f"; for {more}, {how_to_add('scripts', 'all-scripts')}" if more else ""
    return Check(name="scripts", ok=True, found=there + added)


if __name__ == "__main__":
    sys.exit(main())
