"""The wheel, and an environment that it is installed in, as its users have it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = ("styles", "templates", "words")


def build_wheel(folder: Path) -> Path:
    """Build the wheel from a copy of the tracked kinds of file, offline."""
    source = folder / "source"
    source.mkdir()
    for file in ("pyproject.toml", "README.md", "LICENSE", "requirements-preview.lock"):
        shutil.copy(ROOT / file, source)
    for name in ("leafwright", *SHARED):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "built")]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    return next((folder / "built").glob("*.whl"))


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
