"""A Sheet to HTML: strict, escaped, and without any sentence of its own."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from html import unescape
from itertools import zip_longest
from pathlib import Path
from types import CodeType
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from leafwright.bidi import Direction, isolate, list_direction, number_boxes, own_direction, split_pieces
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
from leafwright.sheet.directions import Marker, group_spans
from leafwright.sheet.explained import explain_beside
from leafwright.sheet.pictured import mark_pictured
from leafwright.sheet.running import say_running
from leafwright.sheet.sheet import SIDE_HEAD
from leafwright.templating import count, refuse_missing, report_template_faults
from leafwright.text import Blank, Text
from leafwright.workspace import Workspace

ORIGIN: Final = "https://leafwright.invalid/"
"""The address at which a page expects its files; only the workspace's fetcher can answer it."""

_SOURCE: Final = re.compile(r'\bsrc="([^"]*)"')
_LATIN: Final = re.compile("[A-Za-z]{2}")
_HARMLESS: Final = frozenset(" .,:;-–()/")


MOST_KEPT: Final = 4096
"""How many compiled templates, or answers of the sandbox, are cached."""


class CompiledTemplates(BytecodeCache):
    """Caches compiled templates, each under its file's path and a hash of its text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template from the cache."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache a compiled template."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with its answers cached by type and name, on which alone they depend.

    Each page reads several thousand attributes; asking every time took a fifth of the time of a page.
    """

    def __init__(self, **options: Any) -> None:
        """Begin with no answers."""
        super().__init__(**options)
        self._answers: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Return whether a template may read an attribute."""
        asked = (type(obj), attr)
        if asked not in self._answers:
            if len(self._answers) >= MOST_KEPT:
                self._answers.clear()
            self._answers[asked] = super().is_safe_attribute(obj, attr, value)
        return self._answers[asked]


class WorkspaceLoader(BaseLoader):
    """Finds templates in the workspace first, then among the shared ones."""

    def __init__(self, workspace: Workspace) -> None:
        """Look in the folders of `workspace`."""
        self.workspace = workspace

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  # Jinja's signature
        """Return a template's text and its path."""
        name = f"templates/{template}"
        content, path = self.workspace.read(name), self.workspace.find(name)
        if content is None:
            raise TemplateNotFound(template)
        return content.decode(), str(path), None


def render_html(sheet: Sheet, workspace: Workspace, template_name: str = "") -> str:
    """Render one sheet, with the first template of its format that exists, or with a named one.

    The page names its pictures, and contains only the style that is its own. Raises ContentError for a fault
    in a template of the workspace.
    """
    names = [template_name] if template_name else list(sheet.format.templates)
    with report_template_faults(workspace):
        template = _environment(workspace.root, workspace.contents).select_template(names)
        page = template.render(
            sheet=sheet,
            words=sheet.phrases,
            foot_page=counted(sheet.foot.page),
            running=say_running(sheet),
            asides=explain_beside(sheet),
        )
    refuse_missing(pictures_of(page), workspace)
    return page


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
def _environment(root: Path, contents: Contents | None) -> Environment:
    workspace = Workspace(root=root, contents=contents)
    # Templates of a workspace may come with somebody else's pull request.
    environment = Sandbox(
        loader=WorkspaceLoader(workspace),
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
        "css_id": css_id,
        "css_string": css_string,
        "groups": group_spans,
        "stack": stack,
        "tied": tie_end,
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
