"""What a sheet is made from, as one number: equal fingerprints, equal bytes."""

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

from leafwright import doctor
from leafwright.html import style_files
from leafwright.resources import PACKAGE
from leafwright.workspace import Workspace

ROOTS: Final = ("weasyprint", "page-validation", "pypdfium2")
"""The packages that turn a page into a proof; those that make the page show in the page."""

_SOURCE: Final = re.compile(r'\bsrc="([^"]*)"')
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What all sheets stand on, as one number: styles, icons, fonts, code, engine and libraries."""

    workspace: Workspace
    fingerprint: str


def survey(workspace: Workspace, fonts: str) -> Ground:
    """Fingerprint what all sheets share; `fonts` is the fingerprint of the font set.

    The limits of the fit ladder are part of the code, and so of the fingerprint.
    """
    icons = workspace.list("templates", "icons/*")
    shared = [*_named(workspace, style_files(workspace)), *_named(workspace, icons), *_code()]
    parts = [fonts, *_versions(), *(f"{name} {_of_file(path)}" for name, path in shared)]
    return Ground(workspace=workspace, fingerprint=_digest(parts))


def fingerprint(html: str, reading: str, ground: Ground) -> str:
    """Fingerprint one sheet: its page with its pictures, how its proof is read, the ground it stands on."""
    names = sorted({unescape(name) for name in _SOURCE.findall(html)})
    paths = [(name, ground.workspace.find(name)) for name in names]
    pictures = [f"{name} {_of_file(path) if path else 'missing'}" for name, path in paths]
    return _digest([ground.fingerprint, html, reading, *pictures])


def _named(workspace: Workspace, paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """Name files by where the page looks for them, never by where they lie on this machine."""
    return [(workspace.name(path), path) for path in paths]


@cache
def _code() -> tuple[tuple[str, Path], ...]:
    return tuple((path.relative_to(PACKAGE).as_posix(), path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def _versions() -> tuple[str, ...]:
    """List the versions of all that has a hand in the bytes, the libraries of the system among them."""
    system = (f"{check.name} {check.found}" for check in doctor.check_system())
    packages = (f"{name} {found}" for name, found in sorted(_packages(ROOTS).items()))
    return (*system, *packages, f"zlib {zlib.ZLIB_RUNTIME_VERSION}")


def _packages(roots: Iterable[str]) -> dict[str, str]:
    """Walk the requirements of packages, as far as they are installed and not asked for by extras alone."""
    found: dict[str, str] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
        lines = [line for line in requires(name) or () if "extra ==" not in line]
        names = [match.group().lower() for line in lines if (match := _NAME.match(line))]
        waiting += [needed for needed in names if needed not in found]
    return found


def _of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    """Hash parts so that no two different lists of them give the same bytes."""
    found = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        found.update(b"%d:" % len(encoded))
        found.update(encoded)
    return found.hexdigest()
