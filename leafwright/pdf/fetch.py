"""The only files a page may load: its workspace's and those Leafwright brings along; all else is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from leafwright.html import file_at

FOLDERS: Final = ("handouts", "clinics", "styles", "templates")
TYPES: Final = {
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


class Files(Protocol):
    """Where the files of a page are: a workspace, or the bytes that came with a job."""

    def read(self, name: str) -> bytes | None:
        """Read a file by its name; None when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesInHand:
    """Files by value: whoever has them needs no disk, and cannot see what became of it since."""

    contents: Mapping[str, bytes]

    def read(self, name: str) -> bytes | None:
        """Return a file by its name; None when there is none."""
        return self.contents.get(name)


class WorkspaceFetcher(URLFetcher):  # type: ignore[misc]  # the engine brings no types
    """Serves the addresses below ORIGIN from a page's files; the network and the disk are out of reach.

    Source: CVE-2025-68616, CVE-2026-49452 and CVE-2026-55073 are about what this engine may fetch.
    """

    def __init__(self, files: Files, made: Mapping[str, bytes] | None = None) -> None:
        """Serve `files`, and before them what was `made` for a page, by its name."""
        super().__init__()
        self.files = files
        self.made = made or {}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002  # the engine's signature
        """Return a file of the workspace.

        Raises FatalURLFetchingError for any other address.
        """
        name = file_at(url)
        kind = TYPES.get(name.rpartition(".")[2].lower())
        content = self._read(name) if kind else None
        if content is None or kind is None:
            message = f"a page may not load {url}"
            raise FatalURLFetchingError(message)
        return URLFetcherResponse(url, content, headers={"Content-Type": kind})

    def _read(self, name: str) -> bytes | None:
        if name in self.made:
            return self.made[name]
        return self.files.read(name) if name.partition("/")[0] in FOLDERS else None
