"""The wheel, and an environment that it is installed in, as its users have it."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent


def build_release(source: Path, target: Path) -> tuple[Path, Path]:
    """Build sdist and wheel from a checkout or an unpacked sdist, offline."""
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    surroundings = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(build, cwd=source, check=True, capture_output=True, env=surroundings)
    return next(target.glob("*.tar.gz")), next(target.glob("*.whl"))


def install_wheel(wheel: Path, folder: Path) -> Path:
    """Install a wheel into an environment of its own; what it needs comes from this one."""
    venv.create(folder, with_pip=False)
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, env=plain_environment())
    return folder / "bin"


def plain_environment(**more: str) -> dict[str, str]:
    """Return the environment of a user: without this checkout on Python's path and CI's variables."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "CI"}} | more
