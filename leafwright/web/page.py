"""Make the web page of a sheet: the templates of print, with those below templates/web/ over them."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from posixpath import dirname
from typing import Final

from markupsafe import Markup

from leafwright.files import digest
from leafwright.html import pictures_of, render_over
from leafwright.palette import make_screen
from leafwright.sheet import Sheet
from leafwright.templating import refuse_missing
from leafwright.web.described import describe
from leafwright.web.files import TYPES, PageFiles, read_picture
from leafwright.web.inputs import ScreenInputs
from leafwright.web.other_forms import list_languages, list_printed
from leafwright.web.places import Places
from leafwright.web.tidy import cut_fragment, tidy
from leafwright.web.typefaces import PackedFace, pack_faces

TEMPLATES: Final = "templates/web"
"""The folder of templates that lie over those of print, by name."""
STYLES: Final = ("base", "blocks", "narrow", "print")
"""The styles of every page, in order; that of its look follows."""
ICONS: Final = ("cross", "info", "phone", "tick", "warning")
"""The icons that styles draw, each in the colour of the text beside it."""
POLICY: Final = "the policy of the page"
"""Stands for the policy until the page is written, whose hashes are in it."""
_STYLE: Final = re.compile("<style>(.*?)</style>", re.DOTALL)
_DATA: Final = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page as it is written, and the `files` beside it by path; its `html` is whole in any form."""

    html: str
    content: bytes
    files: Mapping[str, bytes]


def make_page(sheet: Sheet, inputs: ScreenInputs) -> WebPage:
    """Make the page that all print editions share. Raises ContentError as `render_html` does."""
    files = PageFiles(linked=inputs.form == "linked")
    faces = _faces_of(sheet, inputs)
    values = {**_values(sheet, inputs), "faces": [(face, name) for name, face in faces]}
    html = tidy(render_over(TEMPLATES, _for_screens(sheet), inputs.workspace, values))
    refuse_missing(pictures_of(html), inputs.workspace, TYPES)
    read = partial(read_picture, workspace=inputs.workspace, palette=sheet.theme.palette)
    is_fragment = inputs.form == "fragment"
    written = files.put(cut_fragment(html) if is_fragment else html, read)
    for name, face in faces:
        written = written.replace(name, files.address("font.woff", face.content))
    policy = _policy_of(written, linked=files.linked)
    written = written.replace(f'content="{POLICY}"', f'content="{policy}"', 1)
    folder = dirname(sheet.key.product(""))
    beside = {f"{folder}/{name}": content for name, content in files.beside.items()}
    # A fragment has no head that says how its letters are written, so none but ASCII are.
    content = written.encode("ascii" if is_fragment else "utf-8", "xmlcharrefreplace")
    return WebPage(html=html, content=content, files=beside)


def _values(sheet: Sheet, inputs: ScreenInputs) -> Mapping[str, object]:
    """Return what only the templates of a web page use."""
    primary = sheet.theme.palette.primary
    return {
        "on_screen": True,
        "places": Places(),
        "policy": POLICY,
        "described": Markup(describe(sheet)),  # noqa: S704  # it is escaped for HTML
        "printed": list_printed(sheet, inputs.siblings),
        "languages": list_languages(sheet, inputs.siblings),
        "light": make_screen(primary, dark=False),
        "dark": make_screen(primary, dark=True),
        "styles": (*STYLES, sheet.theme.look),
        "icons": {name: _icon(name, inputs) for name in ICONS},
    }


def _faces_of(sheet: Sheet, inputs: ScreenInputs) -> list[tuple[str, PackedFace]]:
    """List the fonts of a page, each with a hash that stands for it until the page is written.

    They are most of its letters, and nothing else of the page is in them.
    """
    faces = pack_faces(sheet.theme, inputs.faces) if inputs.form != "fragment" else ()
    return [(digest(face.content), face) for face in faces]


def _icon(name: str, inputs: ScreenInputs) -> str:
    """Return an icon as data: a browser loads a mask from another file only over a network."""
    content = inputs.workspace.read(f"templates/icons/{name}.svg") or b""
    return PageFiles(linked=False).address("icon.svg", content)


def _for_screens(sheet: Sheet) -> Sheet:
    """Return a sheet whose blocks are laid out as on wide paper: a style lets them fit narrow screens."""
    wide = replace(sheet.format, stacked=False, paper="A4", landscape=False)
    beside = replace(sheet.beside, format=wide) if sheet.beside else None
    return replace(sheet, format=wide, beside=beside)


def _policy_of(html: str, *, linked: bool) -> str:
    """Return the strictest policy that the page needs, with which no script runs."""
    style, data = (_hash_of(element.search(html)) for element in (_STYLE, _DATA))
    files = "'self' data:" if linked else "data:"
    return (
        f"default-src 'none'; script-src '{data}'; style-src '{style}'; img-src {files}; font-src {files}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash_of(element: re.Match[str] | None) -> str:
    """Return the hash by which a policy allows an element: of data, too, which a browser does not run."""
    hashed = hashlib.sha256((element[1] if element else "").encode()).digest()
    return f"sha256-{base64.b64encode(hashed).decode()}"
