"""The only files a page may load: its workspace's and those Leafwright brings along; all else is refused."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from leafwright.html import ORIGIN
from leafwright.workspace import Workspace

FOLDERS: Final = ("handouts", "clinics", "styles", "templates")
TYPES: Final = {
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


class WorkspaceFetcher(URLFetcher):  # type: ignore[misc]  # the engine brings no types
    """Serves the addresses below ORIGIN from a workspace; the network and the disk are out of reach.

    Source: CVE-2025-68616, CVE-2026-49452 and CVE-2026-55073 are about what this engine may fetch.
    """

    def __init__(self, workspace: Workspace, made: Mapping[str, bytes] | None = None) -> None:
        """Serve the files of `workspace`, and before them what was `made` for a page, by its name."""
        super().__init__()
        self.workspace = workspace
        self.made = made or {}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002  # the engine's signature
        """Return a file of the workspace.

        Raises FatalURLFetchingError for any other address.
        """
        name = unquote(urlsplit(url).path.removeprefix("/")) if url.startswith(ORIGIN) else ""
        kind = TYPES.get(name.rpartition(".")[2].lower())
        content = self._read(name) if kind else None
        if content is None or kind is None:
            message = f"a page may not load {url}"
            raise FatalURLFetchingError(message)
        return URLFetcherResponse(url, content, headers={"Content-Type": kind})

    def _read(self, name: str) -> bytes | None:
        if name in self.made:
            return self.made[name]
        path = self.workspace.find(name) if name.partition("/")[0] in FOLDERS else None
        return path.read_bytes() if path else None
