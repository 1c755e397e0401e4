"""Show the files that findings point at: a line beside a finding, and the whole file on its own page."""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from leafwright.html import render_page
from leafwright.preview.watcher import FOLDERS
from leafwright.problems import ContentError, Place
from leafwright.source import read_text
from leafwright.workspace import Workspace

KINDS: Final = frozenset({".css", ".html", ".svg", ".yaml", ".yml"})
"""Files that people write by hand."""


def read_lines(workspace: Workspace, name: str) -> tuple[str, ...]:
    """Read the lines of a file; none if it does not exist, is no text or no source of a page."""
    file = PurePosixPath(name)
    path = workspace.find(name) if file.parts[:1] and file.parts[0] in FOLDERS else None
    if path is None or file.suffix.lower() not in KINDS:
        return ()
    try:
        return tuple(read_text(path, name).splitlines())
    except ContentError:
        return ()


def address_of(place: Place) -> str:
    """Return the address that shows a place, relative to the preview's page."""
    return f"source/?file={quote(place.file)}#L{place.line}"


def render_source(workspace: Workspace, name: str) -> str:
    """Write the page that shows a file with line numbers; empty for a file without lines."""
    lines = read_lines(workspace, name)
    values = {"name": name, "lines": [(f"L{number}", line) for number, line in enumerate(lines, start=1)]}
    return render_page("preview/source.html", workspace, values) if lines else ""
