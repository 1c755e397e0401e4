"""Serve the only files that a page may load, its workspace's and the bundled ones; refuse all others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from leafwright.html import file_at
from leafwright.paths import is_left_over

FOLDERS: Final = ("handouts", "clinics", "styles", "templates", "fonts")
TYPES: Final = {
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ttf": "font/ttf",
}


INDEX: Final = "styles/index.css"
"""The style that imports the others."""
LAYERS: Final = ("blocks", "parts", "looks", "layouts", "scales", "editions", "directions")
"""The folders below styles/ whose files it imports, each into the layer of its name."""


class Files(Protocol):
    """The files of a page: a workspace, or the bytes that came with a job."""

    def read(self, name: str) -> bytes | None:
        """Read a file by its name; None if it does not exist."""

    def every(self, folder: str) -> Iterable[str]:
        """Name all files below a folder; a name may come twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesInHand:
    """Files in memory: they need no disk, and later changes on disk do not affect them."""

    contents: Mapping[str, bytes]

    def read(self, name: str) -> bytes | None:
        """Return a file by its name; None if it does not exist."""
        return self.contents.get(name)

    def every(self, folder: str) -> Iterator[str]:
        """Name all files below a folder."""
        return (name for name in self.contents if name.startswith(f"{folder}/"))


class WorkspaceFetcher(URLFetcher):  # type: ignore[misc]  # the engine brings no types
    """Serves the addresses below ORIGIN from a page's files; the network and the disk are out of reach.

    Source: CVE-2025-68616, CVE-2026-49452 and CVE-2026-55073 are about what this engine may fetch.
    """

    def __init__(self, files: Files, made: Mapping[str, bytes] | None = None) -> None:
        """Serve `files`, and instead of them those that were `made` for a page, by name."""
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
        content = self.files.read(name) if name.partition("/")[0] in FOLDERS else None
        return content and content + _imports(self.files) if name == INDEX else content


def _imports(files: Files) -> bytes:
    """Write the imports of all styles that can be read, each in the layer of its folder."""
    names = [name for name in sorted({*files.every("styles")}) if files.read(name) is not None]
    paths = [name.split("/") for name in names if name.endswith(".css")]
    lines = [
        f'@import url("{layer}/{parts[-1]}") layer({layer});\n'
        for layer in LAYERS
        for parts in paths
        if parts[:-1] == ["styles", layer] and not is_left_over(parts[-1])
    ]
    return "".join(lines).encode()
