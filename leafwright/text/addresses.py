"""Explain how to write link addresses that an author did not write in full."""

import re
from pathlib import PurePosixPath
from typing import Final

from leafwright.text.spans import IN_LANGUAGE

_PICTURES: Final = frozenset(
    {".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"}
)
_FILES: Final = _PICTURES | {
    ".doc", ".docx", ".htm", ".html", ".md", ".mp3", ".mp4", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".txt",
    ".xls", ".xlsx", ".yaml", ".yml",
}  # fmt: skip
"""Endings of files that authors may link to; no host name ends like them."""
_ON_THIS_MACHINE: Final = re.compile(r"file:|\.{1,2}[\\/]|[/\\~](?!/)|[a-zA-Z]:[\\/]", re.IGNORECASE)
_OTHERS: Final = {
    IN_LANGUAGE: f"write the tag of the language, such as {IN_LANGUAGE}la for Latin",
    "#": "a link leads to a web page, which begins with https://; name the heading in words",
}
"""How an address begins that is no link, and what to write instead."""


def is_file(address: str) -> bool:
    """Return whether an address names a local file and not a web page."""
    path = address.strip("<> ").replace("\\", "/")
    if _ON_THIS_MACHINE.match(path):
        return True
    if "//" in path:
        return False
    first, slash, _ = path.partition("/")
    return "." not in first if slash else PurePosixPath(path).suffix.lower() in _FILES


def how_to_link(address: str) -> str:
    """Return a hint on how to write the address of a link."""
    if is_file(address):
        if PurePosixPath(address).suffix.lower() in _PICTURES:
            return "show a picture in its own block: `kind: picture`, with `file:` and `alt:`"
        return "a link leads to a web page, which begins with https://, not to a file"
    for start, hint in _OTHERS.items():
        if address.startswith(start):
            return hint
    if "@" in address:
        return f"write mailto:{address.removeprefix('mailto:')}"
    if "//" in address or any(sign.isspace() for sign in address):
        return "write https:// and the address, without spaces"
    return f"write https://{address}"
