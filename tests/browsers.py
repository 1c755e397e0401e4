"""A real browser for the tests: the system's own Chromium, found by name; nothing is downloaded for it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
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


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder without log messages, not even that a PDF has no icon."""

    def do_GET(self) -> None:
        """Answer a browser that looks for an icon; serve anything else."""
        if self.path == "/favicon.ico":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_told: object) -> None:
        """Leave the request untold."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
