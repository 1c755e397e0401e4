"""A Sheet to HTML: strict, escaped, and without any sentence of its own."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from leafwright.bidi import (
    Direction,
    hold_ahead,
    isolate,
    list_direction,
    number_boxes,
    own_direction,
    split_pieces,
)
from leafwright.families import figures_of
from leafwright.files import Contents
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.model.partners import FOOT
from leafwright.phrasing.balance import balance, tie_end
from leafwright.phrasing.linking import link_addresses
from leafwright.phrasing.spacing import keep_units, part_addresses
from leafwright.scripts import SCRIPTS, script_of
from leafwright.sheet import Sheet
from leafwright.sheet.breaks import whole_parts
from leafwright.sheet.directions import Marker, bare_words, group_spans
from leafwright.sheet.explained import explain_beside
from leafwright.sheet.pictured import mark_pictured
from leafwright.sheet.running import say_running, say_title
from leafwright.sheet.sheet import SIDE_HEAD
from leafwright.templating import (
    CompiledTemplates,
    Sandbox,
    WorkspaceLoader,
    count,
    refuse_missing,
    report_template_faults,
)
from leafwright.text import Blank, Text
from leafwright.workspace import Workspace

ORIGIN: Final = "https://leafwright.invalid/"
"""The address at which a page expects its files; only the workspace's fetcher can answer it."""

_SOURCE: Final = re.compile(r'\bsrc="([^"]*)"')
_LATIN: Final = re.compile("[A-Za-z]{2}")
_HARMLESS: Final = frozenset(" .,:;-–()/")


def render_html(sheet: Sheet, workspace: Workspace, template_name: str = "") -> str:
    """Render one sheet, with the first template of its format that exists, or with a named one.

    The page names its pictures, and contains only the style that is its own. Raises ContentError for a fault
    in a template of the workspace.
    """
    names = [template_name] if template_name else list(sheet.format.templates)
    with report_template_faults(workspace):
        template = _environment(workspace.root, workspace.contents).select_template(names)
        page = template.render(_values_of(sheet))
    refuse_missing(pictures_of(page), workspace)
    return page


def render_over(folder: str, sheet: Sheet, workspace: Workspace, values: Mapping[str, object]) -> str:
    """Render a sheet with the templates of a folder over those of print. Its pictures are not looked for.

    A sheet in two languages is side by side, and any other is in the one column of its page.
    """
    name = "layouts/side-by-side.html" if sheet.beside else "page.html"
    with report_template_faults(workspace):
        template = _environment(workspace.root, workspace.contents, folder).get_template(name)
        return template.render({**_values_of(sheet), **values})


def _values_of(sheet: Sheet) -> dict[str, object]:
    """Return what the templates of a sheet use."""
    return {
        "sheet": sheet,
        "words": sheet.phrases,
        "foot_page": counted(sheet.foot.page),
        "running": say_running(sheet),
        "running_title": say_title(sheet),
        "asides": explain_beside(sheet),
        "on_screen": False,
    }


def pictures_of(html: str) -> tuple[str, ...]:
    """List the pictures on a page, sorted."""
    return tuple(sorted({unquote(unescape(name)) for name in _SOURCE.findall(html)}))


def render_page(name: str, workspace: Workspace, values: Mapping[str, object]) -> str:
    """Render another page, such as `catalogue.html`. Raises ContentError as `render_html` does."""
    with report_template_faults(workspace):
        return _environment(workspace.root, workspace.contents).get_template(name).render(values)


def file_at(address: str) -> str:
    """Return the name of the file at an address on a page, or in a style; empty for any other address."""
    whole = urljoin(ORIGIN, address)
    return unquote(urlsplit(whole).path.removeprefix("/")) if whole.startswith(ORIGIN) else ""


def counted(phrase: str) -> Markup:
    """Turn `Page {page} of {pages}` into a CSS content value."""
    parts = re.split(r"(\{pages?\})", phrase)
    names = {"{page}": Markup("counter(page)"), "{pages}": Markup("counter(pages)")}
    return Markup(" ").join(names.get(part) or css_string(part) for part in parts if part)


def stack(family: str, fallbacks: Iterable[str]) -> Markup:
    """Write a font stack for CSS: the digits of a brand's family, the family, and its fallback fonts."""
    return Markup(", ").join(css_string(name) for name in (*figures_of(family), family, *fallbacks))


def css_string(text: str) -> Markup:
    """Quote text for CSS; nothing in it can end the string or the style element."""
    # The space after an escape belongs to it: one of the text's own would be swallowed.
    escaped = "".join(sign if sign.isalnum() or sign in _HARMLESS else f"\\{ord(sign):x} " for sign in text)
    return Markup(f'"{escaped}"')  # noqa: S704  # every sign that HTML or CSS could read is escaped above


def css_id(name: str) -> Markup:
    """Write a selector for an id; one that begins with a digit needs an escape."""
    first = f"\\{ord(name[0]):x} " if name[0].isdigit() else name[0]
    return Markup(f"#{first}{name[1:]}")  # noqa: S704  # ids are letters, digits and hyphens


@lru_cache(maxsize=4)
def _environment(root: Path, contents: Contents | None, over: str = "") -> Environment:
    workspace = Workspace(root=root, contents=contents)
    # Templates of a workspace may come with somebody else's pull request.
    environment = Sandbox(
        loader=WorkspaceLoader(workspace, over),
        bytecode_cache=_compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "range": count,
        "source_language": SOURCE_LANGUAGE,
        "usual_foot": FOOT,
        "side_head": SIDE_HEAD,
    }
    environment.filters |= _filters()
    environment.tests |= {
        "blank": lambda part: isinstance(part, Blank),
        "marker": lambda part: isinstance(part, Marker),
        "latin": lambda words: bool(_LATIN.search(words)),
    }
    return environment


@cache
def _compiled_templates() -> CompiledTemplates:
    """Share compiled templates between workspaces, because all their environments compile alike."""
    return CompiledTemplates()


def _filters() -> dict[str, Callable[..., object]]:
    """Return the filters with which templates write texts, pictures and addresses."""
    return {
        "balance": balance,
        "bare": bare_words,
        "css_id": css_id,
        "css_string": css_string,
        "groups": group_spans,
        "stack": stack,
        "tied": tie_end,
        "hold_ahead": hold_ahead,
        "isolate": isolate,
        "language_way": _language_way,
        "mark_pictured": mark_pictured,
        "list_way": list_direction,
        "number_boxes": number_boxes,
        "paired": zip_longest,  # a clinic may ask what readers think in one language only
        "address_parts": part_addresses,
        "linked": link_addresses,
        "pieces": split_pieces,
        "units": keep_units,
        "say_blank": _say_blank,
        "way": _own_direction,
        "whole_parts": lambda sheet: map(css_id, whole_parts(sheet)),
    }


def _language_way(language: str) -> Direction:
    """Return the direction in which a language is written."""
    script = SCRIPTS.get(script_of(language))
    return "rtl" if script and script.backwards else "ltr"


def _say_blank(blank: Blank, phrase: str) -> str:
    """Say what belongs in a blank, for people who listen to the page."""
    return phrase.replace("{name}", blank.name)


def _own_direction(text: Text, within: Direction) -> Direction | None:
    """Return the direction of a whole text if it is not that of the page."""
    written = "".join(span.text for span in text.spans)
    return own_direction(written, within)
