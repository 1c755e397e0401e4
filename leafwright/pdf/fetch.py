"""The only files a page may load: its workspace's and those Leafwright brings along; all else is refused."""

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

    def __init__(self, workspace: Workspace) -> None:
        """Serve the files of `workspace`."""
        super().__init__()
        self.workspace = workspace

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002  # the engine's signature
        """Return a file of the workspace.

        Raises FatalURLFetchingError for any other address.
        """
        name = unquote(urlsplit(url).path.removeprefix("/")) if url.startswith(ORIGIN) else ""
        kind = TYPES.get(name.rpartition(".")[2].lower())
        path = self.workspace.find(name) if name.partition("/")[0] in FOLDERS and kind else None
        if path is None or kind is None:
            message = f"a page may not load {url}"
            raise FatalURLFetchingError(message)
        return URLFetcherResponse(url, path.read_bytes(), headers={"Content-Type": kind})
