"""A real browser for the tests: the system's own Chromium, found by name; nothing is downloaded for it."""

import os
import shutil
from dataclasses import dataclass
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ABSENT: Final = f"no browser: none of {', '.join(NAMES)} is on the path"
QUIET: Final = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
)
"""What keeps a browser from asking the network, or this machine, for anything that no test asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chromium:
    """An installed browser and the options it is started with."""

    path: str
    options: tuple[str, ...]


def find_chromium() -> Chromium | None:
    """Find the browser of this machine; None when there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    # Chromium's sandbox refuses to start for root, who runs the tests in most containers.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Chromium(path=path, options=(*QUIET, *(["--no-sandbox"] if root else []))) if path else None


def must_have_browser() -> bool:
    """Tell whether this is continuous integration, where no test may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true"}
