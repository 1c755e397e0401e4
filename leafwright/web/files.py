"""The pictures and fonts of a page: as data in it, or as files beside it."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from leafwright.files import digest
from leafwright.palette import Palette
from leafwright.pictures.brand_colours import paint
from leafwright.workspace import Workspace

FOLDER: Final = "files"
"""The folder of these files, below that of the pages."""
TYPES: Final = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".woff": "font/woff",
}
SHOWN: Final = 16
"""How much of a hash is in the name of a file."""
_SOURCE: Final = re.compile(r'\bsrc="([^"]*)"')


@dataclass(slots=True, kw_only=True)
class PageFiles:
    """Gives addresses to the files of a page, and keeps those that are written beside it, by name.

    The name has a hash of the content, so that pages share a file, and a browser may keep it.
    """

    linked: bool
    beside: dict[str, bytes] = field(default_factory=dict)

    def address(self, name: str, content: bytes) -> str:
        """Return the address of a file on the page."""
        kind = PurePosixPath(name).suffix.lower()
        if not self.linked:
            return _data(kind, content)
        written = f"{FOLDER}/{digest(content)[:SHOWN]}{kind}"
        self.beside[written] = content
        return written

    def put(self, html: str, read: Callable[[str], bytes]) -> str:
        """Give an address to each picture that a page names."""

        def placed(found: re.Match[str]) -> str:
            name = unquote(unescape(found[1]))
            return f'src="{self.address(name, read(name))}"'

        return _SOURCE.sub(placed, html)


def read_picture(name: str, workspace: Workspace, palette: Palette) -> bytes:
    """Read a picture; the drawings of handouts are in the colours of the brand."""
    content = workspace.read(name) or b""
    drawn = name.startswith("handouts/") and name.lower().endswith(".svg")
    return _painted(content, palette) if drawn else content


@lru_cache(maxsize=64)
def _painted(content: bytes, palette: Palette) -> bytes:
    return paint(content, palette)


@lru_cache(maxsize=64)
def _data(kind: str, content: bytes) -> str:
    return f"data:{TYPES[kind]};base64,{base64.b64encode(content).decode()}"
