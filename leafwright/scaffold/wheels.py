"""The requirements of a workspace: this release and what it was locked with, each with its hash."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from leafwright import __version__
from leafwright.files import digest
from leafwright.resources import shared
from leafwright.scaffold.answers import ScaffoldError

LOCK: Final = "requirements-preview.lock"
"""What builds and what `preview` needs."""
REQUIREMENTS: Final = "requirements.txt"
WHEELS: Final = "wheels"
OURS: Final = "# Leafwright "
"""How the requirements begin that this program writes."""
_HEAD: Final = f"""\
{OURS}{{version}} and all that it needs, each with its hash. `leafwright upgrade` writes this file.
#   python -m pip install --require-hashes --only-binary :all: -r requirements.txt
"""
_LACKING: Final = """\
# Leafwright itself is not named here, because its wheel is not on the machine that wrote this file. With the
# wheel, `leafwright upgrade --wheel FILE` adds it.
"""
_ZEROS: Final = re.compile(r"\b0+(?=\d)")
"""What the lock leaves out of a version: 1.006 is 1.6."""
_PINNED: Final = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """The file that this release is installed from."""

    name: str
    content: bytes

    @property
    def requirement(self) -> str:
        """The line of a requirements file that asks for exactly this file."""
        return f"./{WHEELS}/{self.name} --hash=sha256:{digest(self.content)}\n"


def find_wheel(given: Path | None) -> Wheel | None:
    """Read the given wheel, or the one that this program was installed from, if it is still there.

    Raises ScaffoldError for a given file that is no wheel of this release.
    """
    path = given or _installed_from()
    if path is None:
        return None
    if not path.name.startswith(f"leafwright-{__version__}-") or path.suffix != ".whl":
        if given is None:
            return None
        message = f"{path.name} is no wheel of Leafwright {__version__}, which is running: install it first"
        raise ScaffoldError(message)
    return Wheel(name=path.name, content=path.read_bytes())


def requirement_files(wheel: Wheel | None) -> Iterator[tuple[str, bytes]]:
    """Make the requirements of a workspace, and the wheel that they name."""
    lock = shared(LOCK).read_text("utf-8")
    own = wheel.requirement if wheel else _LACKING
    yield REQUIREMENTS, f"{_HEAD.format(version=__version__)}{own}{lock}".encode()
    if wheel:
        yield f"{WHEELS}/{wheel.name}", wheel.content


def find_unlocked(lock: Path) -> Iterator[str]:
    """Name each installed package of another version than the lock has, which may pin one twice."""
    pinned: dict[str, list[str]] = {}
    for name, wanted in _PINNED.findall(lock.read_text("utf-8")):
        pinned.setdefault(name, []).append(wanted)
    for name, wanted in pinned.items():
        with suppress(PackageNotFoundError):
            if (there := _ZEROS.sub("", version(name))) not in wanted:
                yield f"{name} {there} instead of {' or '.join(wanted)}"


def _installed_from() -> Path | None:
    """Find the wheel that was installed. Source: PEP 610, which pip, pipx and uv follow."""
    with suppress(PackageNotFoundError, ValueError, KeyError, TypeError):
        written = json.loads(distribution("leafwright").read_text("direct_url.json") or "{}")
        parts = urlsplit(written["url"])
        path = Path(url2pathname(parts.path))
        return path if parts.scheme == "file" and path.is_file() else None
    return None
