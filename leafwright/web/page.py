"""Make the web page of a sheet: the templates of print, with those below templates/web/ over them."""

from dataclasses import replace
from typing import Final

from leafwright.html import render_over
from leafwright.sheet import Sheet
from leafwright.sheet.sibling import Sibling
from leafwright.workspace import Workspace

TEMPLATES: Final = "templates/web"
"""The folder of templates that lie over those of print, by name."""


def make_page(sheet: Sheet, workspace: Workspace, siblings: tuple[Sibling, ...]) -> bytes:
    """Make a page that all print editions share. Raises ContentError as `render_html` does."""
    return render_over(TEMPLATES, _for_screens(sheet), workspace, {"siblings": siblings}).encode()


def _for_screens(sheet: Sheet) -> Sheet:
    """Return a sheet whose blocks are laid out as on wide paper: a style lets them fit narrow screens."""
    wide = replace(sheet.format, stacked=False, paper="A4", landscape=False)
    beside = replace(sheet.beside, format=wide) if sheet.beside else None
    return replace(sheet, format=wide, beside=beside)
